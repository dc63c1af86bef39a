using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Mixtures;
using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Tests.Optimization.Selections;

namespace SimInterdiction.Tests.Optimization.Mixtures;

/// <summary>The best mixture is the value of the game in which every choice within the limits is a move.</summary>
public sealed class MixtureSearchTests : IObserveSelection
{
    private const double Close = 1e-9;

    // The other solver takes minutes for the game of more.
    private const int MostChoices = 400;
    private const double CloseBound = 1e-8;

    // Closer the solver's tolerance does not allow.
    private static readonly SearchTerms Exactly = new(4e-9, 600);

    /// <summary>One team, n equal roads: each is watched a part of the time.</summary>
    [Test]
    public void One_team_on_equal_roads_stops_a_part_of_its_chance_on_each([Range(1, 7)] int roads, [Values(.3, 1)] double chance)
    {
        Mixture found = OnRoads([.. Enumerable.Repeat(chance, roads)], teams: 1);
        Assert.That(found.Worth, Is.EqualTo(chance / roads).Within(Close));
        Assert.That(found.Choices.Select(choice => choice.Chance), Is.All.EqualTo(1.0 / roads).Within(Close));
    }

    /// <summary>Each road is watched in proportion to one over the team's chance there.</summary>
    [Test]
    public void One_team_on_unequal_roads_makes_them_equal()
    {
        double[] chances = [.2, .5, .9];
        Mixture found = OnRoads(chances, teams: 1);
        Assert.That(found.Worth, Is.EqualTo(1 / chances.Sum(chance => 1 / chance)).Within(Close));
    }

    /// <summary>On two roads, of which it can watch only one, it stops nothing of those who take the other.</summary>
    [Test]
    public void Where_one_road_can_not_be_watched_nothing_is_worth_anything()
    {
        Mixture found = OnRoads([.5, 0], teams: 1);
        Assert.That((found.Worth, found.End), Is.EqualTo((0.0, SelectionEnd.Proven)));
    }

    [TestCase(2, 5)]
    [TestCase(3, 4)]
    public void Several_teams_on_equal_roads_watch_each_their_part_of_the_time(int teams, int roads)
    {
        Mixture found = OnRoads([.. Enumerable.Repeat(.4, roads)], teams);
        Assert.That(found.Worth, Is.EqualTo(.4 * teams / roads).Within(Close));
    }

    [Test]
    public void Mixtures_of_small_problems_are_the_value_of_their_game() => FindAndProve(20);

    [Test]
    [Category("Slow")]
    [Explicit("Minutes.")]
    public void Mixtures_of_many_small_problems_are_the_value_of_their_game() => FindAndProve(400);

    [Test]
    public void Out_of_time_what_is_known_stands_and_the_bound_holds()
    {
        Candidates candidates = OneTeam(3);
        MixedTraffic traffic = Roads([.5, .5, .5]);
        Mixture found = Search(candidates, traffic, [Only(3, 0), Only(3, 1)], new SearchTerms(1e-10, 0));
        Assert.That(found.End, Is.EqualTo(SelectionEnd.Stopped));
        Assert.That(found.Bound, Is.GreaterThanOrEqualTo(.5 / 3));
    }

    [Test]
    public void A_start_beyond_the_limits_is_an_error() =>
        Assert.That(
            () =>
                Search(
                    OneTeam(2),
                    Roads([.5, .5]),
                    [
                        [true, true],
                    ],
                    Exactly
                ),
            Throws.ArgumentException
        );

    private void FindAndProve(int problems)
    {
        int looked = 0;
        int mixed = 0;
        int better = 0;
        for (int i = 0; i < problems; i++)
        {
            var random = new Random(i);
            Candidates candidates = RandomSelections.Candidates(random);
            IReadOnlyList<TrafficPart> parts = RandomSelections.Parts(random, candidates.Count, choosesRoute: true);
            bool[][] all = RandomSelections.All(candidates);
            if (all.Length is 0 or > MostChoices)
            {
                continue;
            }

            looked++;

            var traffic = new MixedTraffic(parts);
            Mixture found = Search(candidates, traffic, [all[0]], Exactly);
            double value = ValueOf(traffic, parts, all);
            double best = all.Max(new CoverageWorth(parts).Of);
            string problem = $"problem {i}: {found.Worth} of {value}, at most {found.Bound}";
            Assert.That(found.End, Is.EqualTo(SelectionEnd.Proven), problem);
            Assert.That(found.Choices.Sum(choice => choice.Chance), Is.EqualTo(1).Within(1e-12), problem);
            Assert.That(found.Choices.All(choice => choice.Chance > 0 && candidates.Allow(choice.Chosen)), problem);
            Assert.That(traffic.WorthOf(found.Choices), Is.EqualTo(found.Worth), problem);
            Assert.That(found.Worth, Is.EqualTo(value).Within(Close), problem);
            Assert.That(found.Worth, Is.GreaterThanOrEqualTo(best - Close), problem);
            Assert.That(found.Bound, Is.EqualTo(value).Within(CloseBound), problem);
            mixed += found.Choices.Count > 1 ? 1 : 0;
            better += found.Worth > best + Close ? 1 : 0;
        }

        Assert.That(looked, Is.GreaterThan(problems / 2));
        Assert.That(mixed, Is.GreaterThan(looked / 2));
        Assert.That(better, Is.GreaterThan(looked / 2));
    }

    // Whoever posts chooses how often each choice is drawn, and each part's least is what it stops: by another solver.
    private static double ValueOf(MixedTraffic traffic, IReadOnlyList<TrafficPart> parts, bool[][] all)
    {
        var program = new LinearProgram();
        foreach (bool[] _ in all)
        {
            program.AddColumn(new Column(0, 0, 1, IsWhole: false));
        }

        program.AddRow(1, 1, all.Select((_, i) => (i, 1.0)));
        double[][] stopped = [.. all.Select(traffic.StoppedBy)];
        int route = 0;
        foreach (TrafficPart part in parts)
        {
            int least = program.AddColumn(new Column(part.Weight, 0, 1, IsWhole: false));
            foreach (Route _ in part.Routes)
            {
                int at = route++;
                program.AddRow(double.NegativeInfinity, 0, all.Select((_, i) => (i, -stopped[i][at])).Append((least, 1.0)));
            }
        }

        using var solver = new ScipSolver();
        SolverAnswer answer = solver.Solve(program, new SolverTerms(IsRelaxed: true, 0, 600), _ => { }, CancellationToken.None);
        return answer.Values!.Zip(program.Columns, (value, column) => value * column.Objective).Sum();
    }

    private Mixture OnRoads(double[] chances, int teams)
    {
        int roads = chances.Length;
        var candidates = new Candidates(roads, [], [new Limit("teams", [.. Enumerable.Range(0, roads).Select(i => (i, 1.0))], teams)]);
        Mixture found = Search(candidates, Roads(chances), [Only(roads, 0)], Exactly);
        Assert.That(found.End, Is.EqualTo(SelectionEnd.Proven));
        Assert.That(found.Choices.Sum(choice => choice.Chance), Is.EqualTo(1).Within(1e-12));
        return found;
    }

    private static Candidates OneTeam(int roads) =>
        new(roads, [], [new Limit("teams", [.. Enumerable.Range(0, roads).Select(i => (i, 1.0))], 1)]);

    private static MixedTraffic Roads(double[] chances) =>
        new([new TrafficPart(1, [.. chances.Select((chance, i) => new Route([(1, [Meeting.With(i, chance)])]))])]);

    private static bool[] Only(int count, int one) => [.. Enumerable.Range(0, count).Select(i => i == one)];

    private Mixture Search(Candidates candidates, MixedTraffic traffic, bool[][] starts, SearchTerms terms)
    {
        using var solver = new HighsSolver();
        return new MixtureSearch(candidates, traffic, solver, Best, TimeProvider.System).Search(
            terms,
            starts,
            this,
            CancellationToken.None
        );

        Selection Best(IBoundedWorth worth, SearchTerms its, IEnumerable<bool[]> begin)
        {
            using var another = new HighsSolver();
            return new SelectionSearch(candidates, worth, another, TimeProvider.System).Search(its, begin, this, CancellationToken.None);
        }
    }
}
