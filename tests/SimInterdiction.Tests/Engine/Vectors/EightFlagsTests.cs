using CsCheck;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Vectors;

public sealed class EightFlagsTests
{
    [Test]
    public void The_flags_that_are_set_are_listed_up_to_any_index() =>
        Gen.Select(Gen.Bool.Array[0, EightNumbers.Count], Gen.Int[0, EightNumbers.Count])
            .SampleRepeatably(
                sample =>
                {
                    (bool[] isSet, int last) = sample;
                    var flags = EightFlags.Where(isSet.Length, i => isSet[i]);
                    int[] expected = [.. Enumerable.Range(0, isSet.Length).Where(i => isSet[i])];
                    Assert.That(Listed(flags), Is.EqualTo(expected));
                    Assert.That(flags.Any, Is.EqualTo(expected.Length > 0));
                    Assert.That(Listed(flags.Through(last)), Is.EqualTo(expected.Where(i => i <= last)));
                },
                iter: 500,
                seed: 44
            );

    [Test]
    public void More_than_eight_flags_are_refused() =>
        Assert.That(() => EightFlags.Where(9, _ => true), Throws.InstanceOf<ArgumentOutOfRangeException>());

    internal static List<int> Listed(EightFlags flags)
    {
        var listed = new List<int>();
        foreach (int index in flags)
        {
            listed.Add(index);
        }

        return listed;
    }
}
