using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What more officer-hours and more money bring.</summary>
public static class ExpansionWords
{
    private const double MostHours = 1_000;
    private const double MostUsd = 1_000_000;

    /// <summary>"The last 60,060 officer-hours, from Y to X, bring +0.018 points (±0.001) per 1,000."; that it is not
    /// decided, or too little to matter, where its verdict says so.</summary>
    internal static IEnumerable<string> Sentences(StudyView view)
    {
        foreach (Expansion expansion in Told(view.Study))
        {
            ExpansionStep last = expansion.Steps[^1];
            double unit = Unit(expansion);
            string more =
                $"last {Amount(view, expansion.Resource, last)}, from {view.LabelOf(last.Gain.Against)} to {view.LabelOf(last.Gain)},";
            string each = $"{Each(view, last, unit)} per {Round(unit)}{ChoiceWords.ByWhich(view.Study)}";
            yield return last.Gain.Verdict switch
            {
                Verdict.ClearlyBetter or Verdict.BetterPerhapsByLess => $"The {more} bring {each}.",
                Verdict.NoDifferenceThatMatters => $"The {more} bring no difference that matters: {each}.",
                _ => $"Whether the {more} bring anything is not decided: {each}.",
            };
        }
    }

    /// <summary>Those that say something of their own: what more money brings only where it is other deployments that
    /// bring it than those with more officer-hours.</summary>
    public static IEnumerable<Expansion> Told(StudyResult study)
    {
        Expansion? hours = study.Expansions.FirstOrDefault(e => e.Resource == Resource.OfficerHours);
        return study.Expansions.Where(e =>
            e.Resource == Resource.OfficerHours
            || hours is null
            || !e.Steps.Select(s => s.Gain.Deployment).SequenceEqual(hours.Steps.Select(s => s.Gain.Deployment))
        );
    }

    /// <summary>Of how many officer-hours or USD the gain is told: 1,000 officer-hours, or a power of ten that the
    /// smallest step has.</summary>
    public static double Unit(Expansion expansion) => Unit(expansion.Resource, expansion.Steps.Min(s => s.More));

    /// <summary>The same where the smallest amount is given.</summary>
    internal static double Unit(Resource resource, double smallest)
    {
        double most = resource == Resource.Money ? MostUsd : MostHours;
        return Math.Min(most, Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(smallest) + 1e-9))));
    }

    /// <summary>"1,000 officer-hours", "USD 1 million": a unit that a gain is told of.</summary>
    public static string Per(Resource resource, double unit) =>
        resource == Resource.Money ? $"USD {Round(unit)}" : $"{Round(unit)} officer-hours";

    private static string Round(double unit) => unit < MostUsd ? Digits.Whole(unit) : $"{unit / MostUsd:0} million";

    /// <summary>"+0.018 points (±0.001)": the gain of so much of a step. No digit is finer than a tenth of what so much
    /// brings where the whole step brings the smallest difference that matters.</summary>
    public static string Each(StudyView view, ExpansionStep step, double unit)
    {
        double share = unit / step.More;
        Comparison gain = step.Gain with
        {
            Difference = view.Scale.Possible(step.Gain.Difference) * share,
            Low = view.Scale.Possible(step.Gain.Low) * share,
            High = view.Scale.Possible(step.Gain.High) * share,
        };
        int? finest = Digits.Finest(view.Scale.Matters * share);
        return (view.Scale with { Finest = finest, Matters = 0 }).DifferenceWithUnit(gain);
    }

    /// <summary>"60,060 officer-hours", "USD 5,100": what a step takes more than the one before it.</summary>
    private static string Amount(StudyView view, Resource resource, ExpansionStep step) =>
        resource == Resource.Money ? $"USD {More(view, resource, step)}" : $"{More(view, resource, step)} officer-hours";

    /// <summary>The same as a number.</summary>
    public static string More(StudyView view, Resource resource, ExpansionStep step) =>
        resource == Resource.Money ? view.MoneyBetween(view.Deployment(step.Gain), view.Other(step.Gain)) : Digits.Hours(step.More);

    /// <summary>"60,060 officer-hours", "USD 5,105,100".</summary>
    public static string Amount(Resource resource, double amount) =>
        resource == Resource.Money ? $"USD {Digits.Whole(amount)}" : $"{Digits.Hours(amount)} officer-hours";
}
