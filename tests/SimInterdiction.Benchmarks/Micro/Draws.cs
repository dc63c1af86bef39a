using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Benchmarks.Micro;

/// <summary>Random numbers and laws, for one number each.</summary>
public class Draws
{
    private const int Numbers = 10_000;

    private readonly StreamKey key = new StreamRegister(2026).KeyOf("draws");
    private readonly Random random = new(2026);
    private readonly double[] uniforms = new double[Numbers];
    private readonly Distribution exponential = new Exponential(1.5);
    private readonly Distribution triangular = new Triangular(3, 4, 7);

    [GlobalSetup]
    public void Fill()
    {
        for (int i = 0; i < Numbers; i++)
        {
            uniforms[i] = Philox.Draw(key, 0, (ulong)i).FirstFine;
        }
    }

    [Benchmark(OperationsPerInvoke = Numbers, Description = "Philox, one block for one uniform")]
    public double Single()
    {
        double sum = 0;
        for (ulong i = 0; i < Numbers; i++)
        {
            sum += Philox.Draw(key, 0, i).FirstFine;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Numbers, Description = "Philox, eight blocks at once for sixteen uniforms")]
    public double Eight()
    {
        Vector512<double> sum = default;
        for (ulong i = 0; i < Numbers / 16; i++)
        {
            RandomBlocks blocks = Philox.DrawsOf(key, 0, i, 0);
            sum += blocks.FirstFine + blocks.SecondFine;
        }

        return Vector512.Sum(sum);
    }

    [Benchmark(OperationsPerInvoke = Numbers, Description = "System.Random with a seed")]
    public double SystemRandom()
    {
        double sum = 0;
        for (int i = 0; i < Numbers; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Numbers, Description = "exponential, of a uniform")]
    public double Exponential() => SumOf(exponential);

    [Benchmark(OperationsPerInvoke = Numbers, Description = "triangular, of a uniform")]
    public double Triangular() => SumOf(triangular);

    private double SumOf(Distribution law)
    {
        double sum = 0;
        foreach (double u in uniforms)
        {
            sum += law.Quantile(u);
        }

        return sum;
    }
}
