using SimInterdiction.Application.Optimizations;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Tests.Application.Optimizations;

public sealed class DeploymentSearchTests
{
    private const int Count = 50;

    /// <summary>Each candidate taken is one question, and each exchange some more.</summary>
    [Test]
    public void The_search_for_a_first_choice_keeps_to_the_time_too()
    {
        var candidates = new Candidates(Count, [], [new Limit("teams", [.. Enumerable.Range(0, Count).Select(i => (i, 1.0))], 20)]);
        var late = new Asked();
        var early = new Asked();
        var search = new DeploymentSearch(new SolverProgram("nothing-of-that-name", []), TimeProvider.System, CancellationToken.None);
        Selection found = search.Best(candidates, late, seconds: 0, []);
        search.Best(candidates, early, seconds: 60, []);
        Assert.Multiple(() =>
        {
            Assert.That(found.Chosen, Is.Not.Null);
            Assert.That(found.Bound, Is.GreaterThanOrEqualTo(found.Worth));
            Assert.That(late.Questions, Is.LessThan(10));
            Assert.That(early.Questions, Is.GreaterThan(40));
        });
    }

    /// <summary>Every candidate is worth as much as its number, and somebody counts how often that is asked.</summary>
    private sealed class Asked : IBoundedWorth
    {
        public int Questions { get; private set; }

        public double Of(bool[] chosen) => chosen.Index().Where(each => each.Item).Sum(each => (double)each.Index);

        public LinearBound BoundAt(bool[] chosen)
        {
            Questions++;
            return new LinearBound(0, [.. Enumerable.Range(0, Count).Select(i => (i, (double)i))]);
        }

        public void Begin(LinearProgram program) { }

        public int Separate(LinearProgram program, IReadOnlyList<double> point) => 0;
    }
}
