using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Simulation;

/// <summary>Which teams of a place are on duty together, at any instant. Unlike a duty calendar it may be asked in any
/// order; instants near the last one are found fastest.</summary>
internal sealed class DutyPeriods
{
    private readonly Station[] teams;
    private readonly DutyCalendar[] duties;
    private readonly bool isDrawn;
    private readonly List<Instant> ends = [];
    private readonly List<TeamsOnDuty> onDuty = [];
    private readonly List<TeamsOnDuty> known = [];
    private readonly List<Station> present = [];
    private int current;

    /// <param name="teams">The teams of the place, in the order in which they try.</param>
    public DutyPeriods(Station[] teams)
    {
        this.teams = teams;
        duties = [.. teams.Select(team => team.Rules.Calendar())];
        isDrawn = teams.Any(team => team.Rules.Rotation is { Rotation.IsByChance: true });
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        current = 0;
        if (!isDrawn)
        {
            return;
        }

        ends.Clear();
        onDuty.Clear();
        foreach (DutyCalendar duty in duties)
        {
            duty.Begin(replication);
        }
    }

    /// <summary>Those on duty at an instant.</summary>
    public TeamsOnDuty At(Instant at)
    {
        while (current > 0 && at < ends[current - 1])
        {
            current--;
        }

        while (current == ends.Count || ends[current] <= at)
        {
            if (current == ends.Count)
            {
                AddPeriod();
            }
            else
            {
                current++;
            }
        }

        return onDuty[current];
    }

    /// <summary>Adds the time in which nobody comes or goes, from the end of what is known on.</summary>
    private void AddPeriod()
    {
        Instant from = ends.Count == 0 ? Instant.Zero : ends[^1];
        Instant end = Instant.Never;
        present.Clear();
        for (int i = 0; i < teams.Length; i++)
        {
            if (duties[i].EndingAfter(from) is not { } shift)
            {
                continue;
            }

            bool isPresent = shift.From <= from;
            Instant changes = isPresent ? shift.To : shift.From;
            end = changes < end ? changes : end;
            if (isPresent)
            {
                present.Add(teams[i]);
            }
        }

        ends.Add(end);
        onDuty.Add(Known());
    }

    private TeamsOnDuty Known()
    {
        foreach (TeamsOnDuty each in known)
        {
            if (each.IsOf(present))
            {
                return each;
            }
        }

        var found = new TeamsOnDuty([.. present]);
        known.Add(found);
        return found;
    }
}
