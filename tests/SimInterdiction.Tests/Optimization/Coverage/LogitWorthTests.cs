using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Tests.Optimization.Selections;

namespace SimInterdiction.Tests.Optimization.Coverage;

/// <summary>What those who know are worth, and that bounds hold for all choices.</summary>
public sealed class LogitWorthTests : IObserveSelection
{
    private const double Close = 1e-9;

    // Of which all choices are tried.
    private const int MostCandidates = 9;
    private static readonly SearchTerms Exactly = new(1e-10, 600);

    /// <summary>Shares of .6 and .4 where nothing is stopped; .2 is stopped on the first.</summary>
    [Test]
    public void The_share_of_a_route_falls_with_what_is_stopped_there()
    {
        const double Aversion = 5;
        double first = .6 * Math.Exp(-Aversion * .2);
        var worth = new LogitWorth([new LogitPart(1, Aversion, [(RouteWith(0, .2), .6), (RouteWith(1, .2), .4)])]);
        Assert.That(worth.Of([true, false]), Is.EqualTo(.2 * first / (first + .4)).Within(Close));
        Assert.That(worth.Of([true, true]), Is.EqualTo(.2).Within(Close));
        Assert.That(worth.Of([false, false]), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(.01)]
    [TestCase(1)]
    [TestCase(20)]
    [TestCase(500)]
    public void No_choice_is_worth_more_than_the_bound_and_the_gap_is_true(double aversion)
    {
        int possible = 0;
        for (int i = 0; i < 20; i++)
        {
            var random = new Random(i);
            Candidates candidates = RandomSelections.Candidates(random);
            LogitPart[] parts = RandomSelections.Logit(random, candidates.Count, aversion);
            var worth = new LogitWorth(parts);
            if (candidates.Count > MostCandidates || RandomSelections.BestOfAll(candidates, worth) is not { } best)
            {
                continue;
            }

            possible++;
            double bound = RandomSelections.BestOfAll(candidates, new Bounds(worth))!.Value;
            using var solver = new HighsSolver();
            Selection found = new SelectionSearch(candidates, worth, solver, TimeProvider.System).Search(
                Exactly,
                [],
                this,
                CancellationToken.None
            );
            Assert.Multiple(() =>
            {
                Assert.That(candidates.Allow(found.Chosen!), $"problem {i}");
                Assert.That(found.Worth, Is.LessThanOrEqualTo(best + Close), $"problem {i}");
                Assert.That(found.Bound, Is.GreaterThanOrEqualTo(best - Close), $"problem {i}");
                Assert.That(found.Bound, Is.EqualTo(bound).Within(1e-6), $"problem {i}");
                Assert.That(found.End, Is.EqualTo(found.Gap > SelectionSearch.Proof ? SelectionEnd.Bounded : SelectionEnd.Proven));
            });
        }

        Assert.That(possible, Is.GreaterThan(5));
    }

    [Test]
    public void Without_aversion_it_is_worth_what_fixed_shares_are()
    {
        for (int i = 0; i < 20; i++)
        {
            var random = new Random(i);
            Candidates candidates = RandomSelections.Candidates(random);
            LogitPart[] parts = RandomSelections.Logit(random, candidates.Count, 1e-9);
            var same = new CoverageWorth([
                .. parts.SelectMany(part => part.Routes.Select(each => new TrafficPart(part.Weight * each.Share, [each.Route]))),
            ]);
            if (candidates.Count > MostCandidates)
            {
                continue;
            }

            double? best = RandomSelections.BestOfAll(candidates, same);
            Assert.That(
                RandomSelections.BestOfAll(candidates, new LogitWorth(parts)),
                best is null ? Is.Null : Is.EqualTo(best).Within(Close)
            );
        }
    }

    [Test]
    public void With_great_aversion_all_take_the_best_route()
    {
        for (int i = 0; i < 20; i++)
        {
            var random = new Random(i);
            LogitPart[] parts = RandomSelections.Logit(random, 5, 1e7);
            var best = new CoverageWorth([
                .. parts.Select(part => new TrafficPart(part.Weight, [.. part.Routes.Select(each => each.Route)])),
            ]);
            bool[] chosen = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble() < .5)];
            Assert.That(new LogitWorth(parts).Of(chosen), Is.EqualTo(best.Of(chosen)).Within(1e-5));
        }
    }

    private static Route RouteWith(int candidate, double chance) => new([(1, [Meeting.With(candidate, chance)])]);

    private sealed class Bounds(LogitWorth worth) : IWorth
    {
        public double Of(bool[] chosen) => worth.BoundOf(chosen);

        public void Begin(LinearProgram program) => throw new NotSupportedException();

        public int Separate(LinearProgram program, IReadOnlyList<double> point) => throw new NotSupportedException();
    }
}
