using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>The share of all firearms that postings seize, as a search reckons it.</summary>
internal static class TrafficWorth
{
    /// <param name="chances">Of the postings.</param>
    /// <param name="against">What traffickers do.</param>
    /// <param name="candidatesOf">The candidates that a posting stands for, by its name.</param>
    public static IBoundedWorth Of(PostingChances chances, Traffickers against, Func<string, IEnumerable<int>> candidatesOf)
    {
        double all = chances.Corridors.Sum(corridor => corridor.Firearms);
        double WeightOf(IEnumerable<CorridorChances> corridors) => all > 0 ? corridors.Sum(corridor => corridor.Firearms) / all : 0;
        IEnumerable<IGrouping<int, CorridorChances>> flows = chances.Corridors.GroupBy(corridor => corridor.Flow);
        return against switch
        {
            Traffickers.Fixed => new CoverageWorth([
                .. chances.Corridors.Select(corridor => new TrafficPart(WeightOf([corridor]), [RouteOf(corridor)])),
            ]),
            Traffickers.BestRoute => new CoverageWorth([
                .. flows.Select(flow => new TrafficPart(WeightOf(flow), [.. flow.Select(RouteOf)])),
            ]),
            _ => new LogitWorth([
                .. flows.Select(flow => new LogitPart(
                    WeightOf(flow),
                    flow.First().RiskAversion,
                    [.. flow.Select(corridor => (RouteOf(corridor), corridor.Attraction))]
                )),
            ]),
        };

        Route RouteOf(CorridorChances corridor) =>
            new(corridor.Departures.Select(leaving => (leaving.Share, (IReadOnlyList<Meeting>)[.. leaving.Met.Select(MeetingOf)])));

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

    /// <summary>The share that a deployment seizes.</summary>
    /// <param name="chances">Of its postings.</param>
    /// <param name="against">What traffickers do.</param>
    public static double Of(PostingChances chances, Traffickers against)
    {
        string[] postings =
        [
            .. chances
                .Corridors.SelectMany(corridor => corridor.Departures.SelectMany(leaving => leaving.Met))
                .SelectMany(teams => teams.Times.SelectMany(time => time.There.Select(each => each.Posting)))
                .Distinct(),
        ];
        return Of(chances, against, posting => [Array.IndexOf(postings, posting)]).Of([.. postings.Select(_ => true)]);
    }
}
