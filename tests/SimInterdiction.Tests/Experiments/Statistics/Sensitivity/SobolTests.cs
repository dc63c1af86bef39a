using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Statistics.Sensitivity;

/// <summary>Within four standard errors of the known indices: an error rate of 6e-5 an index, with the seed
/// fixed.</summary>
public sealed class SobolTests
{
    [Test]
    public void The_indices_of_the_Ishigami_function_are_the_known_ones()
    {
        IReadOnlyList<SobolIndices> indices = Sobol.Indices(3, 16_384, new StreamKey(1), KnownFunctions.Ishigami);
        AreNear(indices, [.313905, .442411, 0], [.557589, .442411, .243684], .016);
    }

    [Test]
    public void The_indices_of_the_g_function_are_the_known_ones()
    {
        IReadOnlyList<SobolIndices> indices = Sobol.Indices(8, 16_384, new StreamKey(2), KnownFunctions.G);
        double[] first = [.716192, .179048, .023676, .007162, .000072, .000072, .000072, .000072];
        double[] total = [.787144, .242198, .034317, .010460, .000105, .000105, .000105, .000105];
        AreNear(indices, first, total, .016);
    }

    [Test]
    public void The_variance_of_the_Ishigami_function_is_the_known_one()
    {
        // Its mean is a/2 = 3.5. The fourth moment sets the error, about .12 with 20,000 points.
        double[] values =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(i =>
                {
                    var luck = new UniformSequence(new StreamKey(3), (ulong)i);
                    return KnownFunctions.Ishigami([luck.Next(), luck.Next(), luck.Next()]);
                }),
        ];
        Assert.That(values.Average(), Is.EqualTo(3.5).Within(4 * 3.7208 / Math.Sqrt(20_000)));
        Assert.That(Math.Pow(Means.StandardDeviation(values), 2), Is.EqualTo(13.844588).Within(.5));
    }

    [Test]
    public void An_input_that_does_nothing_has_exactly_no_total_effect()
    {
        IReadOnlyList<SobolIndices> indices = Sobol.Indices(2, 50, new StreamKey(4), point => point[0]);
        Assert.That(indices[1].Total.Value, Is.Zero);
        Assert.That(indices[1].First.Value, Is.Zero);
    }

    [Test]
    public void What_never_varies_has_no_sensitivity() =>
        Assert.That(Sobol.Indices(1, 10, new StreamKey(5), _ => 7)[0].First.Value, Is.NaN);

    private static void AreNear(IReadOnlyList<SobolIndices> indices, double[] first, double[] total, double largestError)
    {
        for (int i = 0; i < indices.Count; i++)
        {
            Assert.That(indices[i].First.Value, Is.EqualTo(first[i]).Within(4 * indices[i].First.StandardError), $"first {i + 1}");
            Assert.That(indices[i].Total.Value, Is.EqualTo(total[i]).Within(4 * indices[i].Total.StandardError), $"total {i + 1}");
            Assert.That(indices[i].First.StandardError, Is.LessThan(largestError), $"first {i + 1}");
            Assert.That(indices[i].Total.StandardError, Is.LessThan(largestError), $"total {i + 1}");
        }
    }
}
