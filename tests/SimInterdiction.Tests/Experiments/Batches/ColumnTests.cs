using CsCheck;
using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Batches;

public sealed class ColumnTests
{
    [Test]
    public void A_column_gives_back_what_was_added() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Double.Array[0, 1500])
            .Sample(
                (same, values) =>
                {
                    double[] all = [.. Enumerable.Repeat(7.0, same), .. values, double.NaN, 7];
                    var column = new Column(all.Length);
                    foreach (double value in all)
                    {
                        column.Add(value);
                    }

                    Assert.That(column.Count, Is.EqualTo(all.Length));
                    Assert.That(Enumerable.Range(0, all.Length).Select(i => column[i]), Is.EqualTo(all));
                },
                iter: 100
            );

    [Test]
    public void A_column_that_never_varies_takes_no_room()
    {
        var column = new Column(100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100_000; i++)
        {
            column.Add(double.NaN);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
    }
}
