using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a discovery answers, in words: in which region of the inputs a deployment is not worth it, or
/// is.</summary>
public sealed record DiscoveryAnswer(string Headline, IReadOnlyList<string> Sentences)
{
    private const int LongestHeadline = 150;
    private const double Nearly = .95;
    private const double Half = .5;

    /// <param name="view">Of an analysis with a discovery.</param>
    public static DiscoveryAnswer Of(SensitivityView view)
    {
        Discovery discovery = view.Result.Discovery ?? throw new ArgumentException("The analysis has no discovery.", nameof(view));
        return new DiscoveryAnswer(HeadlineOf(view, discovery), [.. SentencesOf(view, discovery)]);
    }

    /// <summary>"not worth it", or "worth it" where that is sought.</summary>
    public static string Sought(Discovery discovery) => discovery.SeeksWorth ? "worth it" : "not worth it";

    /// <summary>The opposite.</summary>
    public static string Other(Discovery discovery) => discovery.SeeksWorth ? "not worth it" : "worth it";

    /// <summary>"Worth it: better than Today by 0.1 points or more".</summary>
    public static string Meaning(SensitivityView view) =>
        $"Worth it: {Better(view)} than {view.Baseline}"
        + (view.TooSmall > 0 ? $" by {view.Scale.Exact(view.Result.SmallestDifferenceThatMatters)} or more" : string.Empty);

    /// <summary>By input, the surest first: "at least 37%", "31% to 44%".</summary>
    public static IEnumerable<(string Path, string Words)> Limits(SensitivityView view, DiscoveredRegion region) =>
        region
            .Limits.GroupBy(limit => limit.Path)
            .Select(ends =>
            {
                InputWords input = view.Input(ends.Key);
                double? least = ends.Where(e => e.IsLeast).Select(e => (double?)e.Value).FirstOrDefault();
                double? most = ends.Where(e => !e.IsLeast).Select(e => (double?)e.Value).FirstOrDefault();
                return (
                    ends.Key,
                    (least, most) switch
                    {
                        ({ } from, { } to) => $"{input.ShortAbout(from)} to {input.About(to)}",
                        ({ } from, null) => $"at least {input.About(from)}",
                        _ => $"at most {input.About(most!.Value)}",
                    }
                );
            });

    private static string Better(SensitivityView view) => view.Measure.BetterWhen == 0 ? "more" : "better";

    private static string HeadlineOf(SensitivityView view, Discovery discovery)
    {
        (string sought, int count) = (Sought(discovery), discovery.Settings.Count);
        if (discovery.Settings.All(setting => setting.Difference.Value is null))
        {
            return $"{view.Measure.Label}: undefined, so there is nothing to compare";
        }

        if (discovery.Region is { } region)
        {
            string[] limits = [.. Limits(view, region).Select(limit => $"{view.Input(limit.Path).InSentence} {limit.Words}")];

            // No number of a limit is lost to a headline that is too long.
            return Enumerable
                .Range(0, limits.Length)
                .Select(left => $"{view.Deployment} is {Adverb(region)}{sought} with {Plain.List(First(limits, limits.Length - left))}")
                .First(headline => headline.Length <= LongestHeadline || headline.EndsWith(MoreThanOne(limits), StringComparison.Ordinal));
        }

        return (discovery.Sought, discovery.NotDecided) switch
        {
            (0, 0) => $"{view.Deployment} is {Other(discovery)} in all {count:N0} settings drawn",
            (0, var open) when open == count => $"In no setting drawn is it decided whether {view.Deployment} is worth it",
            (0, var open) => $"In no setting drawn is {view.Deployment} surely {sought}; in {open:N0} of {count:N0} that is not decided",
            (var all, 0) when all == count => $"{view.Deployment} is {sought} in all {count:N0} settings drawn",
            (var some, var open) when some + open == count =>
                $"{view.Deployment} is {sought} in {some:N0} of {count:N0} settings drawn, and not decided in the others",
            _ => $"No limits of the inputs surely mark off where {view.Deployment} is {sought}",
        };
    }

    private static string[] First(string[] limits, int count) =>
        count == limits.Length ? limits : [.. limits.Take(count), Plain.Count(limits.Length - count, "more limit")];

    private static string MoreThanOne(string[] limits) => First(limits, 1)[^1];

    // By settings that the region was not found with.
    private static string Adverb(DiscoveredRegion region) =>
        (region.HeldOutDensity ?? region.Density.Low) switch
        {
            >= Nearly => string.Empty,
            >= Half => "mostly ",
            _ => "more often than elsewhere ",
        };

    private static IEnumerable<string> SentencesOf(SensitivityView view, Discovery discovery)
    {
        string sought = Sought(discovery);
        int count = discovery.Settings.Count;
        if (discovery.Settings.All(setting => setting.Difference.Value is null))
        {
            yield break;
        }

        string open = discovery.NotDecided > 0 ? $"; in {discovery.NotDecided:N0} chance leaves it open" : string.Empty;
        (string what, int some) = discovery.Sought == 0 ? (Other(discovery), count - discovery.NotDecided) : (sought, discovery.Sought);
        string of =
            some == 0 ? "none"
            : some == count ? "all"
            : $"{some:N0}";
        yield return $"{Meaning(view)}. It is {what} in {of} of the {count:N0} settings drawn{open}.";
        if (discovery.Region is { } region)
        {
            string allows = discovery.NotDecided > 0 ? "; the ranges allow for settings not decided" : string.Empty;
            yield return $"The region holds {Plain.Count(region.Settings, "setting")}, of which {Range(region.Density)} are {sought} "
                + $"(density), and {Range(region.Coverage)} of all settings that are (coverage){allows}.";
            if (region is { HeldOutDensity: { } density, HeldOutCoverage: { } coverage })
            {
                yield return $"On settings that it was not found with: density {Digits.Percent(density)}, "
                    + $"coverage {Digits.Percent(coverage)}.";
            }

            yield return "Quasi-p: the chance that as much of the region would be so if that limit made no difference.";
        }

        if (discovery.ChanceOfAsClear is { } chance)
        {
            yield return discovery.Region is not null || chance > .05
                ? $"With verdicts shuffled among the settings, so that inputs decide nothing, {Shuffled(chance)} come to a region as clear."
                : "A region stands out, but none of its limits by itself.";
        }

        yield return "Settings were drawn evenly over the ranges of all uncertain inputs; nobody says how likely each is.";
    }

    private static string Shuffled(double chance) => chance <= .005 ? "none of 199 shufflings" : $"{Digits.Percent(chance)} of shufflings";

    private static string Range(Experiments.Statistics.Interval share) =>
        Digits.Percent(share.Low) == Digits.Percent(share.High)
            ? Digits.Percent(share.Low)
            : $"{Digits.Percent(share.Low)} to {Digits.Percent(share.High)}";
}
