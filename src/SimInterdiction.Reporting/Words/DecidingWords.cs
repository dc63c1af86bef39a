using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Reporting.Words;

/// <summary>How many replications would decide what is not decided: one number for all who tell it, no finer than it is
/// known.</summary>
public static class DecidingWords
{
    private const double TooMany = 100;

    /// <summary>"About 900 replications would decide (400 to 4,000)."; null where nothing is open, or no number is
    /// known.</summary>
    public static string? Sentence(StudyResult study) =>
        Of(study) switch
        {
            null => null,
            _ when Ahead(study) is { } ahead => $"{ahead}: {ControlledMoments.FewestReplications} may do.",
            { IsTooMany: true } => $"More than {Digits.Whole(TooMany)} times as many replications would be needed to decide.",
            { Spread: { } spread } needed => $"About {needed.Number} replications would decide{spread}.",
            { } needed => $"About {needed.Number} replications would decide, or many more.",
        };

    /// <summary>The same to end a title: "about 900 would".</summary>
    public static string? InTitle(StudyResult study) =>
        Of(study) switch
        {
            null => null,
            _ when Ahead(study) is not null => $"{ControlledMoments.FewestReplications} may",
            { IsTooMany: true } => $"nor would {Digits.Whole(TooMany)} times as many",
            { } needed => $"about {needed.Number} would",
        };

    /// <summary>": about 90 may do, or many more", to end that there are too few; empty where no number is known. It
    /// rests on what a single week is estimated to cancel.</summary>
    internal static string MayDo(int? needed, int done) =>
        needed is not { } n ? string.Empty
        : n > TooMany * done ? $": more than {Digits.Whole(TooMany)} times as many may be needed"
        : $": about {Rounded(n)} may do, or many more";

    // Where more are needed than narrow the intervals by themselves, no number is known.
    private static string? Ahead(StudyResult study) =>
        study.Comparisons.Any(c => c is { Verdict: Verdict.NotDecided, ReplicationsNeeded: > ControlledMoments.FewestReplications })
            ? LuckWords.Ahead(study)
            : null;

    // Of the differences that are open the one that needs most.
    private static Needed? Of(StudyResult study)
    {
        Comparison[] open = [.. study.Comparisons.Where(c => c is { Verdict: Verdict.NotDecided, ReplicationsNeeded: not null })];
        if (open.Length == 0)
        {
            return null;
        }

        Comparison most = open.MaxBy(c => c.ReplicationsNeeded)!;
        double needed = most.ReplicationsNeeded!.Value;
        double smallest = study.Scenario.Experiment.SmallestDifferenceThatMatters;
        string number = Rounded(needed);
        return new Needed(number, needed > TooMany * study.Replications, SpreadOf(most, needed, smallest, study.Replications, number));
    }

    // The number hangs on the difference, which is known about to within half its interval's half-width either way (one
    // standard error): the fewest and the most that any such difference needs. Null where the most is not known.
    private static string? SpreadOf(Comparison c, double needed, double smallest, int done, string number)
    {
        double tooMany = TooMany * done;
        double error = (c.High!.Value - c.Low!.Value) / 4;
        (double low, double high) = (c.Difference!.Value - error, c.Difference.Value + error);
        double[] gaps =
        [
            Math.Abs(low),
            Math.Abs(high),
            .. low < 0 && high > 0 ? new[] { 0.0 } : [],
            .. new[] { smallest / 2, -smallest / 2 }.Where(d => low < d && d < high).Select(Math.Abs),
        ];
        double[] targets = [.. gaps.Select(gap => Math.Max(gap, smallest - gap))];
        double now = Math.Max(Math.Abs(c.Difference.Value), smallest - Math.Abs(c.Difference.Value));
        double most = needed * Math.Pow(now / targets.Min(), 2);
        double fewest = needed * Math.Pow(now / targets.Max(), 2);
        if (most > tooMany)
        {
            return null;
        }

        // One end may round to the number itself, and then says nothing.
        (string? from, string? to) = (fewest > done ? Rounded(fewest) : null, Rounded(most));
        return (from == number, to == number) switch
        {
            (true, true) => string.Empty,
            (true, false) => $", perhaps up to {to}",
            (false, true) => from is null ? ", perhaps fewer" : $", perhaps as few as {from}",
            _ => from is null ? $" (up to {to})" : $" ({from} to {to})",
        };
    }

    /// <summary>A number of replications that are needed, to one digit and upwards: the difference that it rests on is
    /// hardly known to more.</summary>
    public static string Rounded(double n)
    {
        double place = Math.Pow(10, Math.Floor(Math.Log10(n)));
        return Digits.Whole(Math.Ceiling((n / place) - 1e-9) * place);
    }

    private sealed record Needed(string Number, bool IsTooMany, string? Spread);
}
