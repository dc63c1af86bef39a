using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Teams;

/// <summary>Which teams of a place are on duty together, period after period, as far as anybody has asked; used by one
/// thread.</summary>
/// <param name="teams">The shifts of each.</param>
internal sealed class PresencePlan(DutyShifts[] teams)
{
    private readonly List<Instant> ends = [];
    private readonly List<int> sets = [];
    private readonly List<int[]> known = [];
    private readonly List<int> present = [];

    /// <summary>How many periods are known.</summary>
    public int Count => ends.Count;

    /// <summary>Whether it is that of teams with these shifts.</summary>
    public bool IsOf(DutyShifts[] others) => teams.AsSpan().SequenceEqual(others);

    /// <summary>Begins a replication, for teams that are posted by chance.</summary>
    public void Begin(uint replication)
    {
        bool isDrawnAnew = false;
        foreach (DutyShifts shifts in teams)
        {
            isDrawnAnew = shifts.Begin(replication) || isDrawnAnew;
        }

        if (isDrawnAnew)
        {
            ends.Clear();
            sets.Clear();
        }
    }

    /// <summary>When a period ends.</summary>
    public Instant EndOf(int period) => ends[period];

    /// <summary>The number of the set of teams that are on duty in a period.</summary>
    public int SetOf(int period) => sets[period];

    /// <summary>The indices of the teams in a set, in order.</summary>
    public int[] TeamsIn(int set) => known[set];

    /// <summary>Makes one more period known, in which nobody comes or goes.</summary>
    public void Extend()
    {
        Instant from = ends.Count == 0 ? Instant.Zero : ends[^1];
        Instant end = Instant.Never;
        present.Clear();
        for (int i = 0; i < teams.Length; i++)
        {
            if (teams[i].EndingAfter(from) is not { } shift)
            {
                continue;
            }

            bool isPresent = shift.From <= from;
            Instant changes = isPresent ? shift.To : shift.From;
            end = changes < end ? changes : end;
            if (isPresent)
            {
                present.Add(i);
            }
        }

        ends.Add(end);
        sets.Add(NumberOfPresent());
    }

    private int NumberOfPresent()
    {
        int set = 0;
        while (set < known.Count && !present.SequenceEqual(known[set]))
        {
            set++;
        }

        if (set == known.Count)
        {
            known.Add([.. present]);
        }

        return set;
    }
}
