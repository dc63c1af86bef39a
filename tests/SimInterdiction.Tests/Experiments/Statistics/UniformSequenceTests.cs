using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class UniformSequenceTests
{
    [Test]
    public void The_numbers_are_those_of_the_blocks_of_the_stream()
    {
        var luck = new UniformSequence(new StreamKey(7), 3);
        RandomBlock first = Philox.Draw(new StreamKey(7), 0, 3, 0);
        RandomBlock second = Philox.Draw(new StreamKey(7), 0, 3, 1);
        Assert.That(
            new[] { luck.Next(), luck.Next(), luck.Next(), luck.Next() },
            Is.EqualTo(new[] { first.FirstFine, first.SecondFine, second.FirstFine, second.SecondFine })
        );
    }

    [Test]
    public void Whole_numbers_stay_below_their_limit_and_reach_all_below_it()
    {
        var luck = new UniformSequence(new StreamKey(8), 0);
        Assert.That(Enumerable.Range(0, 200).Select(_ => luck.NextBelow(5)).Distinct().Order(), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
    }
}
