namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>Studies of known truth, simulated many times over.</summary>
internal static class Trials
{
    public const int Studies = 4000;

    /// <summary>Three binomial standard errors of .0034 around 95 %: error rate .0027 a test, with the seed
    /// fixed.</summary>
    public const double Limit = .0103;

    /// <summary>In which share of the studies something holds.</summary>
    public static double Share(Func<bool> study, int studies = Studies)
    {
        int held = 0;
        for (int i = 0; i < studies; i++)
        {
            held += study() ? 1 : 0;
        }

        return (double)held / studies;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Normal replications around the means with these standard deviations, and this correlation between any
    /// two systems.</summary>
    public static double[][] Systems(Random random, double[] means, double[] spreads, double correlation, int replications)
    {
        double[][] systems = [.. means.Select(_ => new double[replications])];
        for (int replication = 0; replication < replications; replication++)
        {
            double shared = Math.Sqrt(correlation) * Normal(random);
            for (int system = 0; system < means.Length; system++)
            {
                systems[system][replication] = means[system] + (spreads[system] * (shared + (Math.Sqrt(1 - correlation) * Normal(random))));
            }
        }

        return systems;
    }
}
