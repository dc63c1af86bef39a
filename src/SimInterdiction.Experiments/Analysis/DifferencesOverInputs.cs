using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>The true difference of two deployments over plausible inputs, from draws of the inputs that several
/// replications share.</summary>
internal static class DifferencesOverInputs
{
    /// <summary>What the draws say; null where nothing was drawn, or too few draws have all their replications and a
    /// value.</summary>
    /// <param name="values">A deployment's.</param>
    /// <param name="others">The other's, on the same replications.</param>
    /// <param name="sign">1 where more is better, -1 where less is.</param>
    /// <param name="smallestThatMatters">At least 0.</param>
    public static OverInputs? Of(MeasureValues values, MeasureValues others, int sign, double smallestThatMatters)
    {
        if (values.Draws is not { } draws)
        {
            return null;
        }

        Draw[] all =
        [
            .. Draws(values.ControlledWithinDraws(), others.ControlledWithinDraws(), draws).Where(draw => double.IsFinite(draw.Difference)),
        ];
        int freedom = all.Sum(draw => draw.Freedom);
        if (all.Length < TrueSpread.FewestDraws)
        {
            return null;
        }

        double noise = all.Sum(draw => draw.Squares) / freedom / (1 + (freedom / all.Length));
        var spread = new TrueSpread([.. all.Select(draw => sign * draw.Difference)], noise, freedom);
        (Estimate low, Estimate high) = (Percentile(spread, sign, 0.1), Percentile(spread, sign, 0.9));
        return new OverInputs
        {
            Draws = all.Length,
            Sd = spread.Deviation,
            P10 = sign > 0 ? low : high,
            P90 = sign > 0 ? high : low,
            Better = Share(spread, 0),
            BetterByWhatMatters = smallestThatMatters > 0 ? Share(spread, smallestThatMatters) : null,
            WorseByWhatMatters = smallestThatMatters > 0 ? Rest(Share(spread, -smallestThatMatters)) : null,
            IsHiddenByChance = spread.IsHidden,
        };
    }

    private static Estimate Percentile(TrueSpread spread, int sign, double p)
    {
        double value = spread.Percentile(p);
        Interval? interval = spread.PercentileInterval(p, Estimates.Confidence);
        return sign > 0 ? new Estimate(value, interval?.Low, interval?.High) : new Estimate(-value, -interval?.High, -interval?.Low);
    }

    private static Estimate Share(TrueSpread spread, double value)
    {
        Interval interval = spread.ShareAboveInterval(value, Estimates.Confidence);
        return new Estimate(spread.ShareAbove(value), interval.Low, interval.High);
    }

    private static Estimate Rest(Estimate share) => new(1 - share.Mean, 1 - share.High, 1 - share.Low);

    // A draw of which a replication failed or has no value says too little about chance.
    private static IEnumerable<Draw> Draws(MeasureValues values, MeasureValues others, int[] draws)
    {
        int[][] units = [.. draws.Index().GroupBy(each => each.Item, each => each.Index).Select(draw => draw.ToArray())];
        int whole = units.Select(unit => unit.Length).DefaultIfEmpty().Max();
        foreach (int[] unit in units.Where(unit => unit.Length == whole && whole > 1))
        {
            (double value, double[] ofValues) = Ratio(values, unit);
            (double other, double[] ofOthers) = Ratio(others, unit);
            yield return new Draw(value - other, ofValues.Zip(ofOthers, (a, b) => (a - b) * (a - b)).Sum(), whole - 1);
        }
    }

    // A ratio of sums, and how far each replication is off it (Cochran 1977, section 6.3); of a mean, whose
    // denominators are 1, the mean and the residuals.
    private static (double Value, double[] Residuals) Ratio(MeasureValues values, int[] unit)
    {
        double[] x = [.. unit.Select(i => values.Denominators?[i] ?? 1)];
        double value = unit.Sum(i => values.Numerators[i]) / x.Sum();
        return (value, [.. unit.Select((i, j) => (values.Numerators[i] - (value * x[j])) / x.Average())]);
    }

    /// <param name="Difference">Of its replications together.</param>
    /// <param name="Squares">Of what they differ from it.</param>
    /// <param name="Freedom">Degrees of freedom of <paramref name="Squares"/>.</param>
    private readonly record struct Draw(double Difference, double Squares, int Freedom);
}
