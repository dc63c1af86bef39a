using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>At which of its checkpoints a rotating posting is in which period, counted afresh for every
/// question.</summary>
internal sealed class NaiveRotation(Scenario scenario, NaivePosting posted, StreamRegister register, uint replication)
{
    private readonly PostedAt at = posted.Posting.At!;
    private readonly string[] checkpoints = posted.Rotates;
    private readonly double[] shares =
    [
        .. posted.Rotates.Select(c => posted.Posting.At!.Rotate![c] / posted.Posting.At.Rotate.Values.Sum()),
    ];

    public string CheckpointOn(DateOnly day)
    {
        int period = PeriodOf(day);
        if (at.Order == RotationOrder.Random)
        {
            double u = Philox
                .Draw(register.KeyOf("rotation", posted.RotationWord, $"{posted.RotatesAlike}"), replication, (ulong)period)
                .First;
            return checkpoints.Where((_, i) => u < shares.Take(i + 1).Sum()).FirstOrDefault(checkpoints[^1]);
        }

        // Each period goes to the checkpoint that lags behind its share most; the first shift that can matter starts
        // the day before the clock.
        DateOnly firstDay = DateOnly.FromDateTime(scenario.Start.ToDateTime(TimeOnly.MinValue).AddHours(-scenario.WarmUpHours)).AddDays(-1);
        var counts = new int[checkpoints.Length];
        int chosen = 0;
        for (int n = 0; n <= Math.Max(0, period - PeriodOf(firstDay)); n++)
        {
            double[] lags = [.. shares.Select((share, i) => (share * (n + 1)) - counts[i])];
            chosen = Array.FindIndex(lags, lag => lag > lags.Max() - 1e-9);
            counts[chosen]++;
        }

        return checkpoints[chosen];
    }

    private int PeriodOf(DateOnly day) => day.DayNumber / (int)Math.Round(at.EveryHours / 24);
}
