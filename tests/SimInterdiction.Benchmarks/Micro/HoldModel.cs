using BenchmarkDotNet.Attributes;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Benchmarks.Micro;

/// <summary>The hold model (Vaucher and Duval 1975): take the next event, schedule another, with so many pending.
/// Increments are exponential and made beforehand.</summary>
public class HoldModel : IDisposable
{
    private const int Holds = 100_000;
    private const int Increments = 1 << 14;

    private readonly double[] hours = new double[Increments];
    private EventCalendar calendar = new();
    private PriorityQueue<int, (double Time, long Order)> queue = new();
    private long order;

    [Params(10, 256, 1_000, 16_384, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        StreamKey key = new StreamRegister(2026).KeyOf("hold model");
        for (int i = 0; i < Increments; i++)
        {
            hours[i] = -Math.Log(Philox.Draw(key, 0, (ulong)i).FirstFine);
        }

        calendar = new EventCalendar();
        queue = new PriorityQueue<int, (double Time, long Order)>();
        for (int i = 0; i < Pending; i++)
        {
            calendar.Schedule(new Instant(hours[i % Increments]), 0, i);
            queue.Enqueue(i, (hours[i % Increments], order++));
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        calendar.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Holds, Description = "PriorityQueue, dequeue and enqueue")]
    public void DequeueAndEnqueue()
    {
        for (int i = 0; i < Holds; i++)
        {
            queue.TryDequeue(out int subject, out (double Time, long Order) key);
            queue.Enqueue(subject, (key.Time + hours[i & (Increments - 1)], order++));
        }
    }

    [Benchmark(OperationsPerInvoke = Holds, Description = "PriorityQueue, one replacing the other")]
    public void DequeueEnqueue()
    {
        for (int i = 0; i < Holds; i++)
        {
            queue.TryPeek(out int subject, out (double Time, long Order) key);
            queue.DequeueEnqueue(subject, (key.Time + hours[i & (Increments - 1)], order++));
        }
    }

    [Benchmark(OperationsPerInvoke = Holds, Description = "EventCalendar")]
    public void Calendar()
    {
        for (int i = 0; i < Holds; i++)
        {
            calendar.TryTakeNext(out int subject);
            calendar.Schedule(calendar.Now + hours[i & (Increments - 1)], 0, subject);
        }
    }
}
