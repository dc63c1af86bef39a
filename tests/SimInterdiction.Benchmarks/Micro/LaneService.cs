using BenchmarkDotNet.Attributes;
using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Benchmarks.Micro;

/// <summary>Vehicles asking for a lane, demand for 70 % of the lanes; gaps and search times are made
/// beforehand.</summary>
public class LaneService
{
    private const int Vehicles = 10_000;

    private readonly double[] at = new double[Vehicles];
    private readonly double[] searchHours = new double[Vehicles];
    private LaneBank waveThrough = new(2, 0);
    private LaneBank wait = new(2, int.MaxValue);
    private LaneBank limited = new(2, 5);

    [Params(2, 12)]
    public int Lanes { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        StreamKey key = new StreamRegister(2026).KeyOf("lanes");
        double now = 0;
        for (int i = 0; i < Vehicles; i++)
        {
            RandomBlock luck = Philox.Draw(key, 0, (ulong)i);
            now -= Math.Log(luck.FirstFine) / (0.7 * Lanes);
            at[i] = now;
            searchHours[i] = -Math.Log(luck.SecondFine);
        }

        waveThrough = new LaneBank(Lanes, 0);
        wait = new LaneBank(Lanes, int.MaxValue);
        limited = new LaneBank(Lanes, 5);
    }

    [Benchmark(OperationsPerInvoke = Vehicles, Description = "a vehicle at a lane, waved through when full")]
    public int WaveThrough() => Serve(waveThrough);

    [Benchmark(OperationsPerInvoke = Vehicles, Description = "a vehicle at a lane, waiting")]
    public int Wait() => Serve(wait);

    [Benchmark(OperationsPerInvoke = Vehicles, Description = "a vehicle at a lane, at most five waiting")]
    public int Limited() => Serve(limited);

    private int Serve(LaneBank bank)
    {
        bank.Clear();
        int served = 0;
        for (int i = 0; i < Vehicles; i++)
        {
            served += bank.TryServe(new Instant(at[i]), searchHours[i], Instant.Never, out _) ? 1 : 0;
        }

        return served;
    }
}
