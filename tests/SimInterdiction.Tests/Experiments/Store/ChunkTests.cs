using System.Text;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Experiments.Store;

public sealed class ChunkTests
{
    private static readonly Func<Dimension, IReadOnlyList<string>> Entries = dimension =>
        dimension == Dimension.Corridor ? ["north", "south", "west"] : [];

    private static readonly int[] EntryCounts = [.. Enum.GetValues<Dimension>().Select(d => Entries(d).Count)];

    [Test]
    public void Every_bit_comes_back_also_of_what_is_no_number()
    {
        double[] odd =
        [
            0.1,
            -0.0,
            double.NaN,
            BitConverter.Int64BitsToDouble(0x7ff8_0000_dead_beef),
            double.PositiveInfinity,
            double.Epsilon,
            double.MaxValue,
            1e-310,
            3,
        ];
        var layout = new RowLayout(Entries);
        var chunk = new Chunk();
        Outcome[] written = [.. Enumerable.Range(0, 40).Select(Make)];
        foreach ((int i, Outcome outcome) in written.Index())
        {
            chunk.Add(7 + i, outcome);
        }

        Chunk read = Read(ParquetChunk.Write(chunk, layout, "key"), layout, "key");
        Assert.That((read.First, read.Last, read.Count), Is.EqualTo((7, 46, 40)));
        var into = new Outcome();
        foreach (int i in Enumerable.Range(0, 40).Reverse())
        {
            read.Read(7 + i, into);
            Assert.That((into.Failure, into.Work), Is.EqualTo((written[i].Failure, written[i].Work)));
            Assert.That(Bits(into), Is.EqualTo(Bits(written[i])), $"replication {7 + i}");
        }

        Outcome Make(int i)
        {
            var outcome = new Outcome();
            var work = new WorkDone(i, 2 * i, long.MaxValue - i);
            if (i == 12)
            {
                outcome.Fail("no luck", work);
                return outcome;
            }

            var record = new ReplicationRecord(EntryCounts);
            for (int total = 0; total < ReplicationRecord.TotalCount; total++)
            {
                record.Totals[total] = odd[(i + total) % odd.Length];
                record.By(Dimension.Corridor)[i % 2][total] = odd[(i * total) % odd.Length];
            }

            // A row in which nothing is set but a sign.
            record.By(Dimension.Corridor)[2][i % ReplicationRecord.TotalCount] = i % 3 == 0 ? -0.0 : 0;
            outcome.Take(record, work);
            return outcome;
        }
    }

    [Test]
    public void A_chunk_of_another_arm_is_refused()
    {
        var layout = new RowLayout(Entries);
        var chunk = new Chunk();
        chunk.Add(0, Nothing());
        byte[] content = ParquetChunk.Write(chunk, layout, "key");
        Assert.That(() => Read(content, layout, "another"), Throws.InstanceOf<InvalidDataException>());
        Assert.That(() => Read([.. content[..^9], .. new byte[9]], layout, "key"), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void A_chunk_of_a_model_that_counted_less_is_refused_and_says_how_to_go_on()
    {
        var layout = new RowLayout(Entries);
        var chunk = new Chunk();
        chunk.Add(0, Nothing());
        string content = Encoding.Latin1.GetString(ParquetChunk.Write(chunk, layout, "key"));
        byte[] older = Encoding.Latin1.GetBytes(content.Replace("shipments_by_luck", "shipments_by_duck", StringComparison.Ordinal));
        Assert.That(
            () => Read(older, layout, "key"),
            Throws
                .InstanceOf<InvalidDataException>()
                .With.Message.Contains("another version of the model, which did not count shipments_by_luck yet")
        );
    }

    [Test]
    public void Replications_follow_each_other()
    {
        var chunk = new Chunk();
        chunk.Add(3, Nothing());
        Assert.That(() => chunk.Add(5, Nothing()), Throws.ArgumentException);
    }

    private static Chunk Read(byte[] content, RowLayout layout, string key)
    {
        using var reader = ChunkReader.Open(content, layout, key);
        return reader.Next()!;
    }

    private static Outcome Nothing()
    {
        var outcome = new Outcome();
        outcome.Take(new ReplicationRecord(EntryCounts), new WorkDone(0, 0, 0));
        return outcome;
    }

    private static long[] Bits(Outcome outcome)
    {
        var record = new ReplicationRecord(EntryCounts);
        outcome.CopyTo(record);
        return [.. record.Rows.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits)];
    }
}
