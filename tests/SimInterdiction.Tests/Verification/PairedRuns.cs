using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>Two arms on the same luck, replication by replication.</summary>
internal sealed record PairedRuns(IReadOnlyList<ReplicationRecord> Before, IReadOnlyList<ReplicationRecord> After)
{
    public static PairedRuns Of(CompiledScenario world, Arm before, Arm after, int replications) =>
        new(Run(world, before, replications), Run(world, after, replications));

    /// <summary>How much more it is after, with its 99.9 % interval.</summary>
    public Gain Gain(Func<ReplicationRecord, double> measure)
    {
        double[] differences = [.. After.Zip(Before, (after, before) => measure(after) - measure(before))];
        double mean = differences.Average();
        double variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1);
        double halfWidth = StudentT.TwoSidedQuantile(0.999, differences.Length - 1) * Math.Sqrt(variance / differences.Length);
        return new Gain(Before.Average(measure), mean, halfWidth);
    }

    private static ReplicationRecord[] Run(CompiledScenario world, Arm arm, int replications) =>
        [.. Enumerable.Range(0, replications).Select(number => SmallWorlds.Run(world, arm, number))];
}

/// <summary>A difference of two arms.</summary>
/// <param name="Before">The mean of the first arm.</param>
/// <param name="Difference">The mean of the second less that of the first.</param>
/// <param name="HalfWidth">Half the 99.9 % interval of the difference.</param>
internal sealed record Gain(double Before, double Difference, double HalfWidth)
{
    public double Low => Difference - HalfWidth;

    public double High => Difference + HalfWidth;

    /// <summary>The greatest amount, either way, that the interval allows.</summary>
    public double AtMost => Math.Abs(Difference) + HalfWidth;

    public double LowShare => Low / Before;

    public double HighShare => High / Before;

    public override string ToString() =>
        $"{Before:0.####} {Difference:+0.####;-0.####;0} +- {HalfWidth:0.####} ({Difference / Before:+0.0 %;-0.0 %;0 %})";
}
