using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Simulation;

/// <summary>Which teams of a place are on duty together, at any instant. Unlike a duty calendar it may be asked in any
/// order; instants near the last one are found fastest.</summary>
/// <param name="teams">The teams of the place, in the order in which they try.</param>
/// <param name="plan">When which of them are on duty together.</param>
internal sealed class DutyPeriods(Station[] teams, PresencePlan plan)
{
    // By set of the plan.
    private readonly List<TeamsOnDuty> known = [];
    private int current;

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        current = 0;
        plan.Begin(replication);
    }

    /// <summary>Those on duty at an instant.</summary>
    public TeamsOnDuty At(Instant at)
    {
        while (current > 0 && at < plan.EndOf(current - 1))
        {
            current--;
        }

        while (current == plan.Count || plan.EndOf(current) <= at)
        {
            if (current == plan.Count)
            {
                plan.Extend();
            }
            else
            {
                current++;
            }
        }

        int set = plan.SetOf(current);
        while (known.Count <= set)
        {
            known.Add(new TeamsOnDuty([.. plan.TeamsIn(known.Count).Select(team => teams[team])]));
        }

        return known[set];
    }
}
