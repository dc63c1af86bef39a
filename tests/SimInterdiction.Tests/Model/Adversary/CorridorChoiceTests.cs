using SimInterdiction.Model.Adversary;

namespace SimInterdiction.Tests.Model.Adversary;

public sealed class CorridorChoiceTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(12)]
    [TestCase(24)]
    [TestCase(96)]
    public void A_uniform_picks_the_corridor_in_whose_part_it_falls_and_never_one_without_a_share(int count)
    {
        // Parts of 1 each, every third corridor without a share; a power of two of them, so that the ends of parts are hit exactly.
        double[] shares = [.. Enumerable.Range(0, count).Select(i => i % 3 == 1 ? 0.0 : 1)];
        int[] withShare = [.. Enumerable.Range(0, count).Where(i => shares[i] > 0)];
        var choice = new CorridorChoice([.. Enumerable.Range(0, count)], shares, new double[count], 0);
        double[] upTo = choice.Weigh(new double[count]);

        foreach ((int part, int corridor) in withShare.Index())
        {
            foreach (double within in new[] { 0, 0.5, 1 - 1e-9 })
            {
                Assert.That(choice.At((part + within) / withShare.Length, upTo), Is.EqualTo(corridor), $"{part + within} of {withShare.Length}");
            }
        }
    }
}
