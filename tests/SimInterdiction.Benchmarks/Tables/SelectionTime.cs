using System.Globalization;
using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long it takes to prove the best postings against traffic that keeps its corridors.</summary>
internal static class SelectionTime
{
    private const double MostSeconds = 240;

    private static readonly (int Corridors, int Postings, double Gap)[] Sizes = [(100, 60, 1e-6), (500, 150, 1e-3), (2_000, 300, 5e-3)];

    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| corridors | postings | chosen | gap asked | gap reached | s |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach ((int corridors, int postings, double gap) in Sizes)
        {
            (double Gap, double Seconds)[] each =
            [
                .. Enumerable.Range(0, rounds).Select(seed => Once(new Random(seed), corridors, postings, gap)),
            ];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {corridors:N0} | {postings} | {Chosen(postings)} | {gap:0.#e+0} | {each.Max(e => e.Gap):0.#e+0} | "
                ) + $"{Sample.MedianAndRange([.. each.Select(e => e.Seconds)], "0.0")} |"
            );
        }

        return 0;
    }

    private static int Chosen(int postings) => postings / 6;

    // A corridor passes a tenth of the postings, each of which stops between a twentieth and a half. The gap is a share
    // of what the best choice stops.
    private static (double Gap, double Seconds) Once(Random random, int corridors, int postings, double gap)
    {
        double[] weights = [.. Enumerable.Range(0, corridors).Select(_ => random.NextDouble())];
        var worth = new CoverageWorth([
            .. weights.Select(weight => new TrafficPart(
                weight / weights.Sum(),
                [
                    new Route([
                        (
                            1,
                            [
                                .. Enumerable
                                    .Range(0, postings)
                                    .Where(_ => random.NextDouble() < .1)
                                    .Select(i => Meeting.With(i, .05 + (.45 * random.NextDouble()))),
                            ]
                        ),
                    ]),
                ]
            )),
        ]);
        var candidates = new Candidates(
            postings,
            [],
            [new Limit("teams", [.. Enumerable.Range(0, postings).Select(i => (i, 1.0))], Chosen(postings))]
        );
        TimeProvider clock = TimeProvider.System;
        long began = clock.GetTimestamp();
        Selection greedy = new GreedySearch(candidates, worth).Search(CancellationToken.None);
        using var solver = new HighsSolver();
        Selection found = new SelectionSearch(candidates, worth, solver, clock).Search(
            new SearchTerms(gap * greedy.Worth, MostSeconds),
            [greedy.Chosen!],
            new Silent(),
            CancellationToken.None
        );
        return ((found.Bound - found.Worth) / found.Worth, clock.GetElapsedTime(began).TotalSeconds);
    }

    private sealed class Silent : IObserveSelection
    {
        public void Progress(double best, double bound) { }
    }
}
