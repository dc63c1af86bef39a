using CsCheck;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Scheduling;

public sealed class EarliestOfTests
{
    [Test]
    public void The_first_is_the_lowest_of_those_with_the_least_time() =>
        // Few distinct times, so that many are equal.
        Gen.Select(Gen.Int[1, 40], Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 20]).Array[1, 200])
            .SampleRepeatably(
                sample =>
                {
                    (int sources, (int Pick, int Time)[] changes) = sample;
                    var earliest = new EarliestOf(sources);
                    var due = new double[sources];
                    Array.Fill(due, double.PositiveInfinity);
                    foreach ((int pick, int time) in changes)
                    {
                        due[pick % sources] = time;
                        earliest.Set(pick % sources, new Instant(time));
                        Assert.That(earliest.First, Is.EqualTo(Array.IndexOf(due, due.Min())));
                    }
                },
                iter: 300,
                seed: 44
            );

    [Test]
    public void There_is_at_least_one_source() => Assert.That(() => new EarliestOf(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
