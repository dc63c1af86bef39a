using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Tests.Optimization.Selections;

namespace SimInterdiction.Tests.Optimization.Coverage;

/// <summary>Teams at one place stop what they should, and bounds hold for every choice.</summary>
public sealed class MeetingTests
{
    private const int Candidates = 5;
    private const double Close = 1e-12;

    // Of slopes that a solver would drop, which a bound has everywhere.
    private const double Dropped = 1e-7;

    [Test]
    public void The_first_has_its_chance_and_each_further_one_a_part_of_it()
    {
        var two = new Route([(1, [new Meeting(.2, .1, [(1, [(0, 1), (1, 1)])])])]);
        Assert.Multiple(() =>
        {
            Assert.That(two.StoppedBy([true, false]), Is.EqualTo(.2).Within(Close));
            Assert.That(two.StoppedBy([false, true]), Is.EqualTo(.2).Within(Close));
            Assert.That(two.StoppedBy([true, true]), Is.EqualTo(1 - (.8 * .9)).Within(Close));
        });
    }

    [Test]
    public void Those_at_different_times_add_up()
    {
        var two = new Route([(1, [new Meeting(.5, .5, [(.3, [(0, 1)]), (.2, [(1, 1)]), (.1, [(0, 1), (1, 1)])])])]);
        Assert.That(two.StoppedBy([true, false]), Is.EqualTo(.4 * .5).Within(Close));
        Assert.That(two.StoppedBy([true, true]), Is.EqualTo((.5 * .5) + (.1 * .75)).Within(Close));
    }

    /// <summary>By following each case: who is there tries in turn.</summary>
    [Test]
    public void What_passes_is_what_passes_case_by_case()
    {
        for (int i = 0; i < 200; i++)
        {
            (Meeting meeting, double first, double further, var times) = RandomSelections.Place(new Random(i), Candidates, 3);
            var route = new Route([(1, [meeting])]);
            foreach (bool[] chosen in Choices())
            {
                double stopped = 0;
                foreach ((double chance, (int Candidate, int Teams)[] there) in times)
                {
                    double left = chance;
                    double next = first;
                    foreach ((int candidate, int teams) in there.Where(each => chosen[each.Candidate]))
                    {
                        for (int team = 0; team < teams; team++)
                        {
                            stopped += left * next;
                            left *= 1 - next;
                            next = further;
                        }
                    }
                }

                Assert.That(route.StoppedBy(chosen), Is.EqualTo(stopped).Within(Close), $"meeting {i}");
            }
        }
    }

    [Test]
    public void Bounds_are_exact_where_they_are_made_and_nowhere_too_low()
    {
        for (int i = 0; i < 100; i++)
        {
            var random = new Random(i);
            Meeting[] meetings = [.. Enumerable.Range(0, 2).Select(_ => RandomSelections.Place(random, Candidates, 3).Meeting)];
            var route = new Route([(1, meetings)]);
            double[] point = [.. Enumerable.Range(0, Candidates).Select(_ => random.NextDouble())];
            foreach (bool[] chosen in Choices())
            {
                double[] at = [.. chosen.Select(flag => flag ? 1.0 : 0)];
                double stopped = route.StoppedBy(chosen);
                Assert.That(route.TangentAt(point).At(at), Is.GreaterThan(stopped - Close), $"route {i}");
                Assert.That(route.TangentAt(at).At(at), Is.EqualTo(stopped).Within(Dropped), $"route {i}");
                Assert.That(route.SubmodularAt(chosen).At(at), Is.EqualTo(stopped).Within(Dropped), $"route {i}");
                foreach (bool[] other in Choices())
                {
                    double[] there = [.. other.Select(flag => flag ? 1.0 : 0)];
                    Assert.That(route.SubmodularAt(chosen).At(there), Is.GreaterThan(route.StoppedBy(other) - Close), $"route {i}");
                }
            }
        }
    }

    private static IEnumerable<bool[]> Choices() =>
        Enumerable.Range(0, 1 << Candidates).Select(mask => Enumerable.Range(0, Candidates).Select(i => ((mask >> i) & 1) == 1).ToArray());
}
