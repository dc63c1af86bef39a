using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// By how much a shipment's luck with the searches on its way differs from what was to be expected: at each place 1 if
/// it would be found there, less the chance of that, as if every team had a lane free. Its mean is 0, exactly: the
/// control variate of everything that is seized.
/// </summary>
/// <remarks>
/// A place's share is computed before anything hangs on the shipment's luck there: when it comes, how large it is,
/// who is on duty, and which leads were held when it last left a place where it might have been stopped, are known
/// without it. So the shares are the differences of a martingale, also when what was seized changes where later
/// shipments go (Lavenberg and Welch 1981 for the use; Ross 1996, chapter 6, for martingales).
/// </remarks>
internal sealed class SearchControl
{
    private readonly CompiledScenario world;
    private readonly Investigations investigations;
    private readonly Passages passages;
    private readonly DutyPeriods?[] duties;
    private readonly PaddedRows<EightFlags> mannedAhead;

    /// <param name="world">The scenario.</param>
    /// <param name="roster">The teams.</param>
    /// <param name="investigations">Knows the leads.</param>
    /// <param name="passages">Counts who comes while nobody is on duty, and who while somebody is.</param>
    public SearchControl(CompiledScenario world, Roster roster, Investigations investigations, Passages passages)
    {
        this.passages = passages;
        this.world = world;
        this.investigations = investigations;
        duties =
        [
            .. roster.AtPlace.Select(teams =>
                teams is null ? null : new DutyPeriods(teams, roster.Duties.PresenceOf(teams.Select(team => team.Rules)))
            ),
        ];
        mannedAhead = new PaddedRows<EightFlags>(
            world.Routes.Select(route => (EightFlags[])[.. route.Places.Select((_, step) => MannedFrom(route, step))])
        );
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        foreach (DutyPeriods? duty in duties)
        {
            duty?.Begin(replication);
        }
    }

    /// <summary>Whether any team is ever posted among the eight places from one on.</summary>
    public bool Matters(int corridor, int step) => mannedAhead.From(corridor, step)[0].Any;

    /// <summary>The shares of the places that a shipment passes next, and of the one behind them where it may be
    /// stopped. It is told whether teams were on duty there.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="replication">Which replication.</param>
    /// <param name="step">Index of the first place.</param>
    /// <param name="passed">How many its luck lets it pass; it may be stopped at the next one, unless it is
    /// eight.</param>
    /// <param name="arrives">When it comes to each of them.</param>
    public double Along(ref Shipment shipment, uint replication, int step, int passed, ReadOnlySpan<Instant> arrives)
    {
        int[] places = world.Routes[shipment.Corridor].Places;
        double luck = 0;
        foreach (int i in mannedAhead.From(shipment.Corridor, step)[0].Through(passed))
        {
            TeamsOnDuty teams = duties[places[step + i]]!.At(arrives[i]);
            passages.Count(places[step + i], arrives[i], teams.AreThere);
            if (!teams.AreThere)
            {
                continue;
            }

            shipment.CameTo(Fate.NotStopped);
            luck -= teams.ChanceToFind(in shipment, investigations, arrives[i]);
            if (i == passed && teams.Find(in shipment, world.Flows[shipment.LuckOf], replication, investigations, arrives[i]))
            {
                luck++;
            }
        }

        return luck;
    }

    // Which of the eight places from one on have teams.
    private EightFlags MannedFrom(RouteLegs route, int step) =>
        EightFlags.Where(Math.Min(RandomBlocks.Count, route.Places.Length - step), next => duties[route.Places[step + next]] is not null);
}
