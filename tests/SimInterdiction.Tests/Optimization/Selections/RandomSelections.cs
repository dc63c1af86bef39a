using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Networks;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Tests.Optimization.Selections;

/// <summary>Small random problems, and their best choice by trying all.</summary>
internal static class RandomSelections
{
    /// <summary>Up to 14 candidates under a budget, up to three limits of how many, conflicts, and one kept.</summary>
    public static Candidates Candidates(Random random)
    {
        int count = Whole(random, 4, 15);
        int[] all = [.. Enumerable.Range(0, count)];
        var limits = new List<Limit> { new("budget", [.. all.Select(i => (i, (double)Whole(random, 1, 20)))], Whole(random, 10, 60)) };
        for (int left = Whole(random, 0, 4); left > 0; left--)
        {
            limits.Add(new Limit("at most", [.. all.Where(_ => random.NextDouble() < .5).Select(i => (i, 1.0))], Whole(random, 1, 4)));
        }

        int other = Whole(random, 1, count);
        limits.Add(new Limit("conflict", [(0, 1), (other, 1)], 1));
        return new Candidates(count, random.NextDouble() < .3 ? [Whole(random, 0, count)] : [], limits);
    }

    /// <summary>Traffic that keeps its routes, or takes the best of up to three; past candidates alone and with others
    /// at their place.</summary>
    public static CoverageWorth Coverage(Random random, int candidates, bool choosesRoute) => new(Parts(random, candidates, choosesRoute));

    /// <summary>The parts of such traffic.</summary>
    public static IReadOnlyList<TrafficPart> Parts(Random random, int candidates, bool choosesRoute)
    {
        return
        [
            .. Enumerable
                .Range(0, Whole(random, 1, 8))
                .Select(_ => new TrafficPart(random.NextDouble(), [.. Enumerable.Range(0, choosesRoute ? 3 : 1).Select(_ => Route())])),
        ];

        Route Route() => RandomSelections.Route(random, candidates);
    }

    /// <summary>Traffic that shares itself among up to three routes, by what is stopped on them.</summary>
    public static LogitPart[] Logit(Random random, int candidates, double aversion)
    {
        return [.. Enumerable.Range(0, Whole(random, 1, 5)).Select(_ => Part())];

        LogitPart Part()
        {
            double[] shares = [.. Enumerable.Range(0, Whole(random, 1, 4)).Select(_ => .05 + random.NextDouble())];
            return new LogitPart(
                random.NextDouble(),
                aversion,
                [.. shares.Select(share => (Route(random, candidates), share / shares.Sum()))]
            );
        }
    }

    private static Route Route(Random random, int candidates)
    {
        int cells = Whole(random, 1, 4);
        return new Route(Enumerable.Range(0, cells).Select(_ => (1.0 / cells, (IReadOnlyList<Meeting>)[.. Alone(), .. Together()])));

        IEnumerable<Meeting> Alone() =>
            Enumerable.Range(0, candidates).Where(_ => random.NextDouble() < .25).Select(i => Meeting.With(i, Chance(random)));

        IEnumerable<Meeting> Together() =>
            Enumerable.Range(0, Whole(random, 0, 3)).Select(_ => Place(random, candidates, Whole(random, 1, 4)).Meeting);
    }

    /// <summary>Some candidates at one place, each at some times as one team or several.</summary>
    public static (Meeting Meeting, double First, double Further, (double Chance, (int Candidate, int Teams)[] There)[] Times) Place(
        Random random,
        int candidates,
        int times
    )
    {
        double first = Chance(random);
        double further = first * Chance(random);
        int[] teams = [.. Enumerable.Range(0, candidates).Select(_ => Whole(random, 1, 4))];
        double[] chances = [.. Enumerable.Range(0, times).Select(_ => random.NextDouble())];
        double sum = random.NextDouble() < .3 ? chances.Sum() : chances.Sum() + random.NextDouble();
        (double Chance, (int Candidate, int Teams)[] There)[] all =
        [
            .. chances.Select(chance =>
                (chance / sum, Enumerable.Range(0, candidates).Where(_ => random.NextDouble() < .5).Select(i => (i, teams[i])).ToArray())
            ),
        ];
        return (new Meeting(first, further, all.Select(each => (each.Chance, (IReadOnlyList<(int, int)>)each.There))), first, further, all);
    }

    private static double Chance(Random random) => random.NextDouble() < .1 ? 1 : random.NextDouble();

    /// <summary>Trips over a random network, each candidate on one or two of its arcs.</summary>
    public static NetworkWorth Network(Random random, int candidates)
    {
        const int Nodes = 8;
        var arcs = new List<Arc>();
        for (int from = 0; from < Nodes; from++)
        {
            for (int to = 0; to < Nodes; to++)
            {
                if (from != to && random.NextDouble() < .4)
                {
                    int candidate = random.NextDouble() < .7 ? Whole(random, 0, candidates) : -1;
                    double passes = random.NextDouble();
                    arcs.Add(new Arc(from, to, passes, candidate, random.NextDouble() < .2 ? 0 : passes * random.NextDouble()));
                }
            }
        }

        Trip[] trips = [.. Enumerable.Range(0, 6).Select(_ => new Trip(Whole(random, 0, 4), Whole(random, 4, Nodes), random.NextDouble()))];
        return new NetworkWorth(new WatchedNetwork(Nodes, arcs, trips));
    }

    /// <summary>What the best choice is worth; null where there is none.</summary>
    public static double? BestOfAll(Candidates candidates, IWorth worth) =>
        All(candidates).Select(worth.Of).Cast<double?>().DefaultIfEmpty(null).Max();

    /// <summary>All choices within the limits.</summary>
    public static bool[][] All(Candidates candidates) =>
        [
            .. Enumerable
                .Range(0, 1 << candidates.Count)
                .Select(mask => Enumerable.Range(0, candidates.Count).Select(i => ((mask >> i) & 1) == 1).ToArray())
                .Where(candidates.Allow),
        ];

    private static int Whole(Random random, int from, int below) => from + (int)(random.NextDouble() * (below - from));
}
