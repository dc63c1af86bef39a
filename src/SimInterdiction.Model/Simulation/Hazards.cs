using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// The places where a shipment's luck lets a team stop it. Luck is a function of the shipment's number, so the places
/// that it passes for certain, whoever is on duty when it comes, are known beforehand and need no event.
/// </summary>
/// <remarks>
/// Exact: a place is a hazard if the luck of any try that may come about there is below the greatest chance with which
/// any of its teams ever acts. What becomes of the shipment is decided when it is there. The corridor benchmark takes
/// 1.8 events for a shipment so, and 5.1 with one for every place.
/// </remarks>
internal sealed class Hazards
{
    private readonly CompiledScenario world;
    private readonly Tries[] tries;
    private readonly PaddedRows<double> firstTries;

    /// <param name="world">The scenario.</param>
    /// <param name="roster">The teams.</param>
    /// <param name="greatestFactor">The greatest factor that a lead may put on a team's chance.</param>
    public Hazards(CompiledScenario world, Roster roster, double greatestFactor)
    {
        this.world = world;
        tries = [.. roster.AtPlace.Select(teams => new Tries(teams ?? [], greatestFactor))];
        firstTries = new PaddedRows<double>(world.Routes.Select(r => (double[])[.. r.Places.Select(p => tries[p].First)]));
    }

    /// <summary>The first hazard among the eight places of the shipment's corridor from <paramref name="step"/>
    /// on.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="replication">Which replication.</param>
    /// <param name="step">Index of the first place.</param>
    /// <param name="luck">The shipment's luck at each of them.</param>
    /// <returns>How many are passed before it; eight if there is none.</returns>
    public int PassedBeforeFirst(in Shipment shipment, uint replication, int step, in RandomBlocks luck)
    {
        foreach (int passed in EightNumbers.Below(luck.First, firstTries.From(shipment.Corridor, step)))
        {
            int place = world.Routes[shipment.Corridor].Places[step + passed];
            if (tries[place].MaySucceed(world.Flows[shipment.LuckOf], replication, shipment.Number, place))
            {
                return passed;
            }
        }

        return RandomBlocks.Count;
    }

    /// <summary>The tries that the teams of a place may make at a shipment, and the greatest chance that any
    /// has.</summary>
    private sealed class Tries(Station[] teams, double greatestFactor)
    {
        private readonly uint lanesTeams = CountOf(teams, TeamWork.Lanes);
        private readonly uint leadsTeams = CountOf(teams, TeamWork.Leads);
        private readonly double lanesChance = GreatestChance(teams, TeamWork.Lanes, greatestFactor);
        private readonly double leadsChance = GreatestChance(teams, TeamWork.Leads, greatestFactor);

        /// <summary>A shipment whose first luck at the place is not below this passes; 1 where that alone does not
        /// tell.</summary>
        public double First => FirstTells ? lanesChance : 1;

        private bool FirstTells => lanesTeams <= 1 && leadsTeams == 0;

        /// <summary>Whether a try may succeed, given that the first luck is below <see cref="First"/>.</summary>
        public bool MaySucceed(CompiledFlow flow, uint replication, ulong shipment, int place)
        {
            return FirstTells || AnyBelow(lanesChance, 0, lanesTeams) || AnyBelow(leadsChance, CompiledFlow.LeadsLuck, leadsTeams);

            bool AnyBelow(double chance, uint firstTry, uint count)
            {
                for (uint draw = firstTry; draw < firstTry + count; draw++)
                {
                    if (flow.VisitLuck(replication, shipment, place, draw).First < chance)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        private static uint CountOf(Station[] teams, TeamWork work) => (uint)teams.Count(t => t.Works == work);

        private static double GreatestChance(Station[] teams, TeamWork work, double greatestFactor) =>
            teams
                .Where(t => t.Works == work)
                .Select(t => t.ChanceToAct(t.Stopping.Greatest, isFurther: false, greatestFactor))
                .DefaultIfEmpty(0)
                .Max();
    }
}
