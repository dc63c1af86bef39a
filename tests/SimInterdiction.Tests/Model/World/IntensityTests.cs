using CsCheck;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.World;

public sealed class IntensityTests
{
    private static readonly Month[] Months = Enum.GetValues<Month>();
    private static readonly Weekday[] Days = Enum.GetValues<Weekday>();

    [Test]
    public void The_mean_over_the_years_is_one_and_the_maximum_is_reached()
    {
        Any()
            .SampleRepeatably(
                profile =>
                {
                    Intensity intensity = Ready(profile);

                    // Seven years of 365 days run through every pair of date and weekday once: 2023 to 2029 without the
                    // leap day. Hours change at quarters.
                    double sum = 0;
                    double highest = 0;
                    int count = 0;
                    for (DateTime day = new(2023, 1, 1); day.Year < 2030; day = day.AddDays(1))
                    {
                        if (day is { Month: 2, Day: 29 })
                        {
                            continue;
                        }

                        for (int quarter = 0; quarter < 96; quarter++)
                        {
                            double value = intensity.At(new Instant((day - new DateTime(2023, 1, 1)).TotalHours + ((quarter + 0.5) / 4)));
                            sum += value;
                            highest = Math.Max(highest, value);
                            count++;
                        }
                    }

                    // The leap day of 2028 shifts the weekdays of two years: by less than one day in 2555 a weekday.
                    Assert.That(sum / count, Is.EqualTo(1).Within(0.004));
                    Assert.That(highest, Is.EqualTo(intensity.Maximum).Within(1e-12));
                },
                iter: 20,
                seed: 9
            );
    }

    // Months apart, whose means need years: weekdays and hours repeat each week.
    [Test]
    public void A_day_on_which_it_opens_has_mean_one()
    {
        var cases =
            from profile in Any()
            from first in Gen.Int[0, 6]
            from count in Gen.Int[1, 7]
            from hours in Gen.Int[0, 23].Array[2]
            select (
                Profile: profile with
                {
                    Months = new OrderedDictionary<Month, double>(),
                },
                Opening: new Opening
                {
                    Days = [.. Enumerable.Range(first, count).Select(day => (Weekday)(day % 7))],
                    Hours = new HoursOfDay(new(hours[0]), new(hours[1])),
                }
            );
        cases.SampleRepeatably(
            each =>
            {
                Intensity intensity = Intensity.OfTraffic(each.Profile, each.Opening, Clock)!;
                var week = intensity.Steps(new Instant(168), new Instant(336)).ToArray();
                double passing = week.Sum(step => step.Factor * (step.To - step.From));
                bool isSilent = week.All(step => step.Factor == 0);
                Assert.That(passing / 24, Is.EqualTo(isSilent ? 0 : each.Opening.Days!.Count).Within(1e-9));
                Assert.That(intensity.Maximum, Is.EqualTo(week.Max(step => step.Factor)).Within(1e-12));
                Assert.That(intensity.Minimum, Is.EqualTo(week.Where(step => step.IsOpen).Min(step => step.Factor)).Within(1e-12));
            },
            iter: 300,
            seed: 11
        );
    }

    [Test]
    public void Months_weekdays_and_hours_multiply()
    {
        Intensity intensity = Ready(
            new TimeProfile
            {
                Months = new OrderedDictionary<Month, double> { [Month.Jan] = 1.5, [Month.Feb] = 0.5 },
                Weekdays = new OrderedDictionary<Weekday, double> { [Weekday.Sat] = 1.5 },
                Hours = new OrderedDictionary<HoursOfDay, double> { [new(new(20), new(4))] = 1.8 },
            }
        );
        double mean = ((31 * 1.5) + (28 * 0.5) + 306) / 365 * (7.5 / 7) * (((8 * 1.8) + 16) / 24);

        // 2023 begins on a Sunday.
        AssertAt(day: 0, hour: 12, 1.5);
        AssertAt(day: 6, hour: 12, 1.5 * 1.5);
        AssertAt(day: 6, hour: 19.99, 1.5 * 1.5);
        AssertAt(day: 6, hour: 20, 1.5 * 1.5 * 1.8);
        AssertAt(day: 7, hour: 3.99, 1.5 * 1.8);
        AssertAt(day: 7, hour: 4, 1.5);
        AssertAt(day: 31, hour: 0, 0.5 * 1.8);
        AssertAt(day: 59, hour: 8, 1);

        void AssertAt(int day, double hour, double weight) =>
            Assert.That(intensity.At(new Instant((24 * day) + hour)), Is.EqualTo(weight / mean).Within(1e-12), $"day {day}, hour {hour}");
    }

    [Test]
    public void A_range_begins_and_ends_at_its_minute()
    {
        // The second Sunday, far enough for hours in binary fractions to be off.
        Intensity intensity = Ready(
            new TimeProfile
            {
                Hours = new OrderedDictionary<HoursOfDay, double> { [new(new(22), new(0, 40))] = 0, [new(new(0, 40), new(6))] = 2 },
            }
        );
        double mean = ((2 * (5 + (20 / 60.0))) + 16) / 24;
        for (int day = 8; day < 40; day++)
        {
            Assert.That(At(day, 39.99), Is.Zero);
            Assert.That(At(day, 40), Is.EqualTo(2 / mean).Within(1e-12));
            Assert.That(At(day, 360), Is.EqualTo(1 / mean).Within(1e-12));
            Assert.That(intensity.Between(new((24 * day) + 0.5), new((24 * day) + 1)), Is.EqualTo(2 / mean * 20 / 30).Within(1e-9));
        }

        double At(int day, double minute) => intensity.At(new Instant(((1440 * day) + minute) / 60));
    }

    [Test]
    public void An_empty_profile_is_one_at_all_times()
    {
        Intensity intensity = Ready(new TimeProfile());
        Assert.That(intensity.Maximum, Is.EqualTo(1).Within(1e-12));
        Assert.That(intensity.At(new Instant(1234.5)), Is.EqualTo(1).Within(1e-12));
    }

    private static Gen<TimeProfile> Any()
    {
        Gen<double> factor = Gen.Int[0, 12].Select(f => f / 4.0);
        return from months in factor.Array[12]
            from days in factor.Array[7]
            from borders in Gen.Int[0, 95].Array[4]
            from hours in factor.Array[2]
            where months.Sum() > 0 && days.Sum() > 0 && hours.Max() > 0
            let quarters = borders.Distinct().Order().Select(b => new TimeOfDay(b / 4, b % 4 * 15)).ToArray()
            select new TimeProfile
            {
                Months = new OrderedDictionary<Month, double>(Months.Zip(months, KeyValuePair.Create)),
                Weekdays = new OrderedDictionary<Weekday, double>(Days.Zip(days, KeyValuePair.Create)),

                // One range between the middle borders, one from the last past midnight to the first.
                Hours =
                    quarters.Length < 4
                        ? new OrderedDictionary<HoursOfDay, double>()
                        : new OrderedDictionary<HoursOfDay, double>
                        {
                            [new(quarters[3], quarters[0])] = hours[0],
                            [new(quarters[1], quarters[2])] = hours[1],
                        },
            };
    }

    private static readonly Timeline Clock = new(
        new Scenario
        {
            Start = new DateOnly(2023, 1, 1),
            Places = null!,
            Corridors = null!,
            Flows = null!,
            Deployments = null!,
        }
    );

    private static Intensity Ready(TimeProfile profile) => new(profile, Clock);
}
