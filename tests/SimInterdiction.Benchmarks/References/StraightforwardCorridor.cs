namespace SimInterdiction.Benchmarks.References;

/// <summary>The corridor benchmark as a C# programmer writes it in an hour: objects, a
/// <see cref="PriorityQueue{TElement, TPriority}"/> and <see cref="Random"/>.</summary>
/// <remarks>The priority is (time, order), since the queue alone does not keep events of one instant in
/// order.</remarks>
internal sealed class StraightforwardCorridor
{
    private const int Corridors = 6;
    private const int Legs = 4;
    private const int Lanes = 2;

    private readonly Random random = new(2026);
    private readonly PriorityQueue<Shipment, (double Time, long Order)> events = new();
    private readonly int[,] busyLanes = new int[Corridors, Legs];
    private double now;
    private long order;
    private int dispatched;
    private int seized;
    private int wavedThrough;
    private int searched;

    private enum Stage
    {
        Leaves,
        Travels,
        IsSearched,
    }

    public static void Run(int shipments)
    {
        var corridor = new StraightforwardCorridor();
        corridor.Simulate(shipments);
        double n = corridor.dispatched;
        Console.WriteLine($"seized {corridor.seized / n:0.000000}");
        Console.WriteLine($"waved_through {corridor.wavedThrough / n:0.000000}");
        Console.WriteLine($"searched {corridor.searched / n:0.000000}");
    }

    private void Simulate(int shipments)
    {
        Schedule(Exponential(1.0 / 12), new Shipment());
        while (events.TryDequeue(out Shipment? shipment, out (double Time, long Order) key))
        {
            now = key.Time;
            switch (shipment.Stage)
            {
                case Stage.Leaves:
                    if (++dispatched < shipments)
                    {
                        Schedule(Exponential(1.0 / 12), new Shipment());
                    }

                    shipment.Corridor = random.Next(Corridors);
                    Travel(shipment);
                    break;
                case Stage.Travels:
                    if (++shipment.Leg < Legs)
                    {
                        Arrive(shipment);
                    }

                    break;
                default:
                    FinishSearch(shipment);
                    break;
            }
        }
    }

    private void Travel(Shipment shipment)
    {
        shipment.Stage = Stage.Travels;
        Schedule(Triangular(3, 4, 7), shipment);
    }

    private void Arrive(Shipment shipment)
    {
        if (random.NextDouble() < 0.15)
        {
            if (busyLanes[shipment.Corridor, shipment.Leg] < Lanes)
            {
                busyLanes[shipment.Corridor, shipment.Leg]++;
                searched++;
                shipment.Stage = Stage.IsSearched;
                Schedule(Exponential(1.5), shipment);
                return;
            }

            wavedThrough++;
        }

        Travel(shipment);
    }

    private void FinishSearch(Shipment shipment)
    {
        busyLanes[shipment.Corridor, shipment.Leg]--;
        if (random.NextDouble() < 0.4)
        {
            seized++;
        }
        else
        {
            Travel(shipment);
        }
    }

    private void Schedule(double hours, Shipment shipment) => events.Enqueue(shipment, (now + hours, order++));

    private double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    private double Triangular(double low, double mode, double high)
    {
        double u = random.NextDouble();
        return u < (mode - low) / (high - low)
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - mode));
    }

    private sealed class Shipment
    {
        public Stage Stage { get; set; }

        public int Corridor { get; set; }

        public int Leg { get; set; }
    }
}
