using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Mixtures;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>The share of all firearms that postings seize, as a search reckons it.</summary>
internal static class TrafficWorth
{
    /// <param name="chances">Of the postings.</param>
    /// <param name="against">What traffickers do.</param>
    /// <param name="candidatesOf">The candidates that a posting stands for, by its name.</param>
    public static IBoundedWorth Of(PostingChances chances, Traffickers against, Func<string, IEnumerable<int>> candidatesOf) =>
        against switch
        {
            Traffickers.Fixed => new CoverageWorth([
                .. chances.Corridors.Select(corridor => new TrafficPart(WeightOf(chances, [corridor]), [RouteOf(corridor, candidatesOf)])),
            ]),
            Traffickers.BestRoute => new CoverageWorth(OnBestRoutes(chances, candidatesOf)),
            _ => new LogitWorth([
                .. FlowsOf(chances)
                    .Select(flow => new LogitPart(
                        WeightOf(chances, flow),
                        flow.First().RiskAversion,
                        [.. flow.Select(corridor => (RouteOf(corridor, candidatesOf), corridor.Attraction))]
                    )),
            ]),
        };

    /// <summary>Flows that all take the corridor on which least is seized.</summary>
    /// <param name="chances">Of the postings.</param>
    /// <param name="candidatesOf">The candidates that a posting stands for, by its name.</param>
    public static IReadOnlyList<TrafficPart> OnBestRoutes(PostingChances chances, Func<string, IEnumerable<int>> candidatesOf) =>
        [
            .. FlowsOf(chances)
                .Select(flow => new TrafficPart(WeightOf(chances, flow), [.. flow.Select(corridor => RouteOf(corridor, candidatesOf))])),
        ];

    private static IEnumerable<IGrouping<int, CorridorChances>> FlowsOf(PostingChances chances) =>
        chances.Corridors.GroupBy(corridor => corridor.Flow);

    private static double WeightOf(PostingChances chances, IEnumerable<CorridorChances> corridors)
    {
        double all = chances.Corridors.Sum(corridor => corridor.Firearms);
        return all > 0 ? corridors.Sum(corridor => corridor.Firearms) / all : 0;
    }

    private static Route RouteOf(CorridorChances corridor, Func<string, IEnumerable<int>> candidatesOf)
    {
        return new Route(
            corridor.Departures.Select(leaving => (leaving.Share, (IReadOnlyList<Meeting>)[.. leaving.Met.Select(MeetingOf)]))
        );

        Meeting MeetingOf(MetTeams teams) =>
            new(
                teams.First,
                teams.Further,
                teams.Times.Select(time =>
                    (
                        time.Chance,
                        (IReadOnlyList<(int, int)>)
                            [.. time.There.SelectMany(each => candidatesOf(each.Posting).Select(candidate => (candidate, each.Teams)))]
                    )
                )
            );
    }

    /// <summary>The share that a deployment seizes where all of each flow takes the corridor on which least is seized;
    /// of one that rotates, on average, as whoever knows how often each plan is drawn expects it.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">The deployment's name.</param>
    public static double OnBestRoutes(CompiledScenario world, string deployment)
    {
        Deployment whole = world.Scenario.Deployments[deployment];
        if (whole.Rotate is not { } rotate)
        {
            return OnBestRoutes(world, [(deployment, 1)]);
        }

        (string Name, Deployment Deployment, double Share)[] plans =
        [
            .. rotate.Plans.Select((plan, i) => ($"{deployment} {i}", whole.While(plan.Key), plan.Value)),
        ];
        Scenario withPlans = world.Scenario with
        {
            Deployments = new OrderedDictionary<string, Deployment>(
                world.Scenario.Deployments.Concat(plans.Select(plan => KeyValuePair.Create(plan.Name, plan.Deployment)))
            ),
        };
        return OnBestRoutes(CompiledScenario.Compile(withPlans), plans.Select(plan => (plan.Name, plan.Share)));
    }

    private static double OnBestRoutes(CompiledScenario world, IEnumerable<(string Name, double Share)> plans)
    {
        double[]? average = null;
        MixedTraffic? traffic = null;
        foreach ((string name, double share) in plans)
        {
            PostingChances chances = PostingChances.Of(world, name);
            string[] postings = [.. PostingsIn(chances)];
            traffic = new MixedTraffic(OnBestRoutes(chances, posting => [Array.IndexOf(postings, posting)]));
            double[] stopped = traffic.StoppedBy([.. postings.Select(_ => true)]);
            average = [.. stopped.Select((part, i) => (average?[i] ?? 0) + (share * part))];
        }

        return traffic!.WorthOf(average!);
    }

    private static IEnumerable<string> PostingsIn(PostingChances chances) =>
        chances
            .Corridors.SelectMany(corridor => corridor.Departures.SelectMany(leaving => leaving.Met))
            .SelectMany(teams => teams.Times.SelectMany(time => time.There.Select(each => each.Posting)))
            .Distinct();
}
