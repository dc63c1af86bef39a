using System.Runtime.Intrinsics;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>The M/M/1 queue on the engine alone, with an event for each arrival and each departure, as in the other
/// programs.</summary>
internal sealed class Mm1OnEngine(EventCalendar calendar, int customers) : IHandleEvents
{
    private const int Arrival = 0;
    private const int Departure = 1;

    private readonly Exponentials gaps = new("gap", 1 / 0.9);
    private readonly Exponentials services = new("service", 1);
    private readonly Queue<double> arrivedAt = new();
    private bool isBusy;
    private int arrivals;
    private double waitHours;

    public static void Run(int customers)
    {
        using var calendar = new EventCalendar();
        var queue = new Mm1OnEngine(calendar, customers);
        calendar.Schedule(Instant.Zero + queue.gaps.Next(), 0, Arrival);
        calendar.RunThrough(Instant.Never, queue);
        Console.WriteLine($"mean_wait {queue.waitHours / queue.arrivals:0.000000}");
    }

    public void Handle(int subject)
    {
        if (subject == Arrival)
        {
            Arrive(calendar.Now);
        }
        else
        {
            Depart(calendar.Now);
        }
    }

    private void Arrive(Instant now)
    {
        if (++arrivals < customers)
        {
            calendar.Schedule(now + gaps.Next(), 0, Arrival);
        }

        if (isBusy)
        {
            arrivedAt.Enqueue(now.Hours);
            return;
        }

        isBusy = true;
        calendar.Schedule(now + services.Next(), 0, Departure);
    }

    private void Depart(Instant now)
    {
        if (!arrivedAt.TryDequeue(out double since))
        {
            isBusy = false;
            return;
        }

        waitHours += now.Hours - since;
        calendar.Schedule(now + services.Next(), 0, Departure);
    }

    /// <summary>Exponential numbers one after the other, made sixteen at once.</summary>
    private sealed class Exponentials(string name, double mean)
    {
        private readonly StreamKey key = new StreamRegister(2026).KeyOf("benchmark", name);
        private readonly double[] ready = new double[2 * RandomBlocks.Count];
        private int taken = 2 * RandomBlocks.Count;
        private uint drawn;

        public double Next()
        {
            if (taken == ready.Length)
            {
                RandomBlocks luck = Philox.DrawsOf(key, 0, 0, drawn);
                (Vector512.Log(luck.FirstFine) * -mean).CopyTo(ready);
                (Vector512.Log(luck.SecondFine) * -mean).CopyTo(ready, RandomBlocks.Count);
                drawn += RandomBlocks.Count;
                taken = 0;
            }

            return ready[taken++];
        }
    }
}
