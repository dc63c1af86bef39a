using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Experiments.Batches;

public sealed class RunningSumsTests
{
    private static readonly int Measures = BreakdownMeasures.Of(Dimension.CheckpointHour).Count;

    /// <summary>What counts something at last has the moments that it would have had from the beginning, to the last
    /// bit; replications may share an observation.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public void An_entry_that_counts_late_has_the_estimate_of_one_kept_from_the_beginning(int replicationsOfUnit)
    {
        const int Entries = 3;
        int[] counts = [.. Enum.GetValues<Dimension>().Select(dimension => dimension == Dimension.CheckpointHour ? Entries : 0)];
        var sums = new RunningSums(counts, Enum.GetValues<Dimension>());
        ControlledMoments[][] expected =
        [
            .. Enumerable
                .Range(0, Entries)
                .Select(_ =>
                    BreakdownMeasures
                        .Of(Dimension.CheckpointHour)
                        .Select(measure => new ControlledMoments(SearchedValues.PerSeizedOf(measure.Searched)))
                        .ToArray()
                ),
        ];
        for (int unit = 0; unit < 60; unit++)
        {
            var records = new List<ReplicationRecord>();
            for (int i = 0; i < replicationsOfUnit; i++)
            {
                ReplicationRecord record = Record(counts, (unit * replicationsOfUnit) + i);
                sums.Add(record, unit);
                records.Add(record);
            }

            for (int entry = 0; entry < Entries; entry++)
            {
                foreach ((int i, Measure measure) in BreakdownMeasures.Of(Dimension.CheckpointHour).Index())
                {
                    double[][] totals = [.. records.Select(record => record.By(Dimension.CheckpointHour)[entry])];
                    Searches? searches = measure.Searched is { } part
                        ? Searches.MeanOf(records.Zip(totals, (record, own) => part.In(own, record.Totals)))
                        : null;
                    expected[entry]
                        [i]
                        .Add(totals.Average(measure.Numerator), totals.Average(own => measure.Denominator?.Invoke(own) ?? 1), searches);
                }
            }
        }

        for (int entry = 0; entry < Entries; entry++)
        {
            for (int i = 0; i < Measures; i++)
            {
                Assert.That(sums.Estimate(Dimension.CheckpointHour, entry, i), Is.EqualTo(expected[entry][i].Estimate()));
            }
        }
    }

    /// <summary>An entry that comes to nothing by most measures takes room by the others alone.</summary>
    [Test]
    public void An_entry_keeps_moments_only_by_measures_that_it_came_to_something_by()
    {
        int[] counts = [.. Enum.GetValues<Dimension>().Select(dimension => dimension == Dimension.CheckpointHour ? 24 : 0)];
        var sums = new RunningSums(counts, [Dimension.CheckpointHour]);
        int before = sums.Held;
        var record = new ReplicationRecord(counts);
        double[] entry = record.By(Dimension.CheckpointHour)[3];
        entry[(int)Total.ShipmentsSeized] = 1;
        entry[(int)Total.FirearmsSeized] = 2;
        double[] nothing = new double[ReplicationRecord.TotalCount];
        int something = BreakdownMeasures
            .Of(Dimension.CheckpointHour)
            .Count(measure =>
                !measure.Numerator(entry).Equals(measure.Numerator(nothing))
                || (measure.Denominator is { } of && !of(entry).Equals(of(nothing)))
            );

        sums.Add(record, unit: 0);
        sums.Add(record, unit: 1);

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(Measures));
            Assert.That(something, Is.InRange(1, Measures - 1));
            Assert.That(sums.Held, Is.EqualTo(before + something));
        });
    }

    // The first entry counts from the beginning, the second from the 30th replication on, in the middle of an
    // observation of two, and the third never.
    private static ReplicationRecord Record(int[] counts, int replication)
    {
        var record = new ReplicationRecord(counts);
        for (int total = 0; total < ReplicationRecord.TotalCount; total++)
        {
            record.By(Dimension.CheckpointHour)[0][total] = (replication * (total + 3)) % 7;
            record.By(Dimension.CheckpointHour)[1][total] = replication < 31 ? 0 : (replication * (total + 5)) % 11;
            record.Totals[total] = 20 + ((replication * (total + 2)) % 13);
        }

        return record;
    }
}
