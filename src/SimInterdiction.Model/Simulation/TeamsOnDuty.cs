using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>Teams of a place that are on duty together, and what they would do to a passing shipment if each had a lane
/// free. Immutable.</summary>
internal sealed class TeamsOnDuty
{
    private readonly Turn[] turns;

    // NaN where it depends on the load, or on the time.
    private readonly double chance;

    /// <param name="teams">In the order in which they try.</param>
    public TeamsOnDuty(IReadOnlyList<Station> teams)
    {
        var found = new List<Turn>();
        foreach (Station team in teams)
        {
            bool isFurther = found.Exists(earlier => earlier.Team.Place.Type == team.Place.Type);
            uint before = (uint)found.Count(earlier => earlier.Team.Works == team.Works);
            uint draw = team.Works == TeamWork.Leads ? CompiledFlow.LeadsLuck + before : before;
            found.Add(new Turn(team, isFurther, draw));
        }

        turns = [.. found];
        chance = turns.Any(turn => turn.Team.FindsDependOnLoad || turn.Team.Stopping.VariesInTime)
            ? double.NaN
            : 1 - turns.Aggregate(1.0, (missed, turn) => missed * (1 - turn.ChanceToFind(Instant.Zero, 1, 1)));
    }

    /// <summary>Whether there is any team.</summary>
    public bool AreThere => turns.Length > 0;

    /// <summary>The chance that any of them finds a shipment that comes at an instant, with the leads held
    /// now.</summary>
    public double ChanceToFind(in Shipment shipment, Investigations investigations, Instant at)
    {
        if (!double.IsNaN(chance) && !investigations.HasLeads)
        {
            return chance;
        }

        double missed = 1;
        foreach (ref readonly Turn turn in turns.AsSpan())
        {
            double factor = investigations.FactorFor(turn.Team.Place.TaskForce, in shipment, out _);
            missed *= 1 - turn.ChanceToFind(at, factor, shipment.Firearms);
        }

        return 1 - missed;
    }

    /// <summary>Whether the luck of a shipment that comes at an instant lets any of them find it, with the leads held
    /// now.</summary>
    public bool Find(in Shipment shipment, CompiledFlow luckOf, uint replication, Investigations investigations, Instant at)
    {
        foreach (ref readonly Turn turn in turns.AsSpan())
        {
            Station team = turn.Team;
            RandomBlock luck = luckOf.VisitLuck(replication, shipment.Number, team.Place.Place, turn.Draw);
            double factor = investigations.FactorFor(team.Place.TaskForce, in shipment, out _);
            if (
                luck.First < team.ChanceToAct(team.Stopping.ChanceAt(at), turn.IsFurther, factor)
                && (
                    luck.Second < team.FindsAtFirst(shipment.Firearms)
                    || (
                        team.Secondary is { } secondary
                        && FindsAgain(
                            luckOf.VisitLuck(replication, shipment.Number, team.Place.Place, CompiledFlow.SecondaryLuck + turn.Draw),
                            secondary.ChanceToRefer(factor),
                            team.FindsAtSecondary(shipment.Firearms)
                        )
                    )
                )
            )
            {
                return true;
            }
        }

        return false;

        static bool FindsAgain(RandomBlock luck, double refers, double finds) => luck.First < refers && luck.Second < finds;
    }

    /// <summary>One team's try.</summary>
    /// <param name="Team">The team.</param>
    /// <param name="IsFurther">Whether another of its type is there before it.</param>
    /// <param name="Draw">The draw of its luck.</param>
    private readonly record struct Turn(Station Team, bool IsFurther, uint Draw)
    {
        public double ChanceToFind(Instant at, double factor, int firearms) =>
            Team.ChanceToFind(Team.Stopping.ChanceAt(at), IsFurther, factor, firearms);
    }
}
