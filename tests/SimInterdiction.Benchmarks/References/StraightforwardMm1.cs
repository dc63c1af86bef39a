namespace SimInterdiction.Benchmarks.References;

/// <summary>The M/M/1 queue as a C# programmer writes it: a <see cref="PriorityQueue{TElement, TPriority}"/> of events
/// and <see cref="Random"/>.</summary>
internal sealed class StraightforwardMm1
{
    private readonly Random random = new(2026);
    private readonly PriorityQueue<bool, (double Time, long Order)> events = new();
    private readonly Queue<double> arrivedAt = new();
    private double now;
    private long order;
    private bool isBusy;
    private double waited;

    public static void Run(int customers)
    {
        var queue = new StraightforwardMm1();
        queue.Simulate(customers);
        Console.WriteLine($"mean_wait {queue.waited / customers:0.000000}");
    }

    private void Simulate(int customers)
    {
        int arrivals = 0;
        Schedule(Exponential(1 / 0.9), isArrival: true);
        while (events.TryDequeue(out bool isArrival, out (double Time, long Order) key))
        {
            now = key.Time;
            if (isArrival)
            {
                if (++arrivals < customers)
                {
                    Schedule(Exponential(1 / 0.9), isArrival: true);
                }

                if (isBusy)
                {
                    arrivedAt.Enqueue(now);
                }
                else
                {
                    isBusy = true;
                    Schedule(Exponential(1), isArrival: false);
                }
            }
            else if (arrivedAt.TryDequeue(out double since))
            {
                waited += now - since;
                Schedule(Exponential(1), isArrival: false);
            }
            else
            {
                isBusy = false;
            }
        }
    }

    private void Schedule(double hours, bool isArrival) => events.Enqueue(isArrival, (now + hours, order++));

    private double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());
}
