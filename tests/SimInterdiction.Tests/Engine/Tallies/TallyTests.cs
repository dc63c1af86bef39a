using CsCheck;
using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Tests.Engine.Tallies;

public sealed class TallyTests
{
    [Test]
    public void One_pass_agrees_with_two() =>
        Gen.Double[1e6, 1e6 + 1]
            .Array[2, 200]
            .Sample(
                values =>
                {
                    var tally = new Tally();
                    foreach (double value in values)
                    {
                        tally.Add(value);
                    }

                    double mean = 1e6 + values.Average(value => value - 1e6);
                    double variance = values.Sum(value => Math.Pow(value - mean, 2)) / (values.Length - 1);
                    Assert.That(tally.Count, Is.EqualTo(values.Length));
                    Assert.That(tally.Mean, Is.EqualTo(mean).Within(1e-8));
                    Assert.That(tally.Variance, Is.EqualTo(variance).Within(1e-8));
                },
                iter: 500,
                seed: "0000000000003"
            );

    [Test]
    public void Too_few_observations_give_no_number()
    {
        var tally = new Tally();
        Assert.That(tally.Mean, Is.NaN);
        tally.Add(4);
        Assert.That(tally.Mean, Is.EqualTo(4));
        Assert.That(tally.Variance, Is.NaN);
    }
}
