using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Tests.Engine.Lanes;

namespace SimInterdiction.Tests.Engine;

/// <summary>The engine alone gives the textbook answers of the single-server queue: arrivals 0.9 per hour, searches of
/// one hour on average.</summary>
/// <remarks>Batch means over 40 batches of 100,000 customers, whose correlation is negligible at this load (relaxation
/// time about 360 hours); 3.558 is Student's t for 99.9 % and 39 degrees of freedom, so that each claim is wrong by
/// chance once in 1,000. The seed is fixed.</remarks>
public sealed class SingleServerQueueTests
{
    private const double Rate = 0.9;
    private const int Batches = 40;
    private const int BatchSize = 100_000;
    private const double Student39 = 3.558;

    [Test]
    public void M_M_1_waits_9_hours_and_M_D_1_half_as_long()
    {
        AssertMean(BatchMeans(new Exponential(1)), 9);
        AssertMean(BatchMeans(new Fixed(1)), 4.5);
    }

    [Test]
    public void The_number_in_the_system_obeys_Littles_law()
    {
        using var calendar = new EventCalendar();
        var queue = new Queue(calendar, new Exponential(1));
        queue.Run();

        // L = arrivals per hour x hours in the system; what is cut off at the ends is a few hundred hours in four
        // million.
        double arrivalsPerHour = queue.HoursInSystem.Count / calendar.Now.Hours;
        Assert.That(
            queue.NumberInSystem.Through(calendar.Now),
            Is.EqualTo(arrivalsPerHour * queue.HoursInSystem.Mean).Within(1e-4).Percent
        );
    }

    private static Tally BatchMeans(Distribution search)
    {
        using var calendar = new EventCalendar();
        var queue = new Queue(calendar, search);
        queue.Run();
        return queue.BatchMeans;
    }

    private static void AssertMean(Tally batches, double expected)
    {
        double halfWidth = Student39 * Math.Sqrt(batches.Variance / batches.Count);
        Assert.That(halfWidth, Is.LessThan(0.05 * expected));
        Assert.That(batches.Mean, Is.EqualTo(expected).Within(halfWidth));
    }

    private sealed class Queue(EventCalendar calendar, Distribution search) : IHandleEvents
    {
        private const int Arrival = 0;
        private const int Departure = 1;

        private readonly LaneBank lane = new(1, int.MaxValue);
        private readonly StreamKey key = new StreamRegister(7).KeyOf("single server");
        private readonly Exponential gap = new(1 / Rate);
        private Tally batch = new();
        private ulong customer;
        private int inSystem;

        public TimeAverage NumberInSystem { get; } = new(Instant.Zero);

        public Tally HoursInSystem { get; } = new();

        public Tally BatchMeans { get; } = new();

        public void Run()
        {
            calendar.Schedule(Instant.Zero, 1, Arrival);
            calendar.RunThrough(Instant.Never, this);
        }

        public void Handle(int subject)
        {
            inSystem += subject == Arrival ? 1 : -1;
            NumberInSystem.Set(calendar.Now, inSystem);
            if (subject == Arrival)
            {
                Arrive();
            }
        }

        private void Arrive()
        {
            RandomBlock luck = Philox.Draw(key, 1, customer++);
            Instant now = calendar.Now;
            double searchHours = search.Quantile(luck.FirstFine);
            LaneAnswer answer = lane.Offer(now, searchHours, Instant.Never);
            calendar.Schedule(answer.At + searchHours, 0, Departure);
            Note(answer.At - now, answer.At + searchHours - now);
            if (customer < (ulong)Batches * BatchSize)
            {
                calendar.Schedule(now + gap.Quantile(luck.SecondFine), 1, Arrival);
            }
        }

        private void Note(double waitHours, double systemHours)
        {
            HoursInSystem.Add(systemHours);
            batch.Add(waitHours);
            if (batch.Count == BatchSize)
            {
                BatchMeans.Add(batch.Mean);
                batch = new Tally();
            }
        }
    }
}
