using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What deployments lose, should uncertain inputs be otherwise than guessed, in words that all media
/// share.</summary>
public static class RobustWords
{
    private const int PointPlace = -2;

    // Of a share: half a unit of that place.
    private const double Nothing = 5e-5;

    /// <summary>Which loses least where it loses most, and what it gives up at best guess.</summary>
    public static string Headline(RobustResult robust, string best)
    {
        RobustDeployment safest = robust.Deployments[0];
        RobustDeployment? fixedBest = robust.Deployments.FirstOrDefault(each => each.Name == best);
        string tried = $"in {Plain.Count(robust.Settings.Count, "setting")} of what is uncertain";
        string where = safest.WorstLoss > 0 ? $" (with {Words(robust, robust.Settings[safest.WorstAt])})" : string.Empty;
        string most = $"never loses more than {Points(safest.WorstLoss)}{where} against the best that was found for the setting";
        string instead =
            safest.Name == best ? "It is also the best at best guess."
            : safest.GivesUp < Nothing ? "It gives up nothing at best guess."
            : fixedBest is null ? $"At best guess it gives up {Points(safest.GivesUp)}."
            : $"{fixedBest.Label} loses up to {Points(fixedBest.WorstLoss)}; at best guess {safest.Label} gives up "
                + $"{Points(safest.GivesUp)}.";
        string leftOut = robust.LeftOut > 0 ? $" {Plain.Count(robust.LeftOut, "setting")} could not be worked out." : string.Empty;
        return $"Whatever the uncertain inputs: {safest.Label} {most}, {tried}. {instead}{leftOut}";
    }

    /// <summary>What each deployment seizes at best guess, what it gives up there, and the most that it
    /// loses.</summary>
    public static WordTable Table(RobustResult robust) =>
        new(
            "What each deployment loses, should the uncertain inputs be otherwise",
            ["Deployment", "#At best guess", "#Gives up there", "#Loses at most"],
            [
                .. robust.Deployments.Select(each =>
                    (string[])[each.Label, OptimizationWords.Percent(each.Shares[0]), Points(each.GivesUp), Points(each.WorstLoss)]
                ),
            ],
            1
        );

    /// <summary>What the table rests on.</summary>
    public static string Method =>
        "As theory expects it, at best guess, with each uncertain input at its lowest and its highest, and with all ends of the three "
        + "that matter most; lost against the best of these deployments and of those searched for each setting. Nobody says how likely a "
        + "setting is.";

    private static string Words(RobustResult robust, PlacedInputs setting) =>
        setting.Changed.Count == 0 ? "best guess" : string.Join(", ", setting.Changed.Select(changed => Words(robust, changed)));

    private static string Words(RobustResult robust, InputValue changed)
    {
        UncertainValue? written = robust.Written.FirstOrDefault(each => each.Path == changed.Path);
        var words = new InputWords(robust.Inputs.First(input => input.Path == changed.Path), written?.Written, written?.Places ?? 1);
        return $"{words.InSentence} at {words.Value(changed.Value)}";
    }

    private static string Points(double share) => $"{Digits.ToPlace(100 * share, PointPlace)} points";
}
