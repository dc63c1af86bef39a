namespace SimInterdiction.Experiments.Results;

/// <summary>What deployments would lose, should the inputs that are marked uncertain be otherwise than guessed: as
/// theory expects it.</summary>
/// <param name="Name">The deployment that loses least where it loses most.</param>
/// <param name="Settings">Of the inputs; the first has all at best guess.</param>
/// <param name="LeftOut">How many settings more there would have been: they break a rule of scenarios, or time was
/// up.</param>
/// <param name="Deployments">Those that were compared, the one that loses least first.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Written">How the file has them.</param>
public sealed record RobustResult(
    string Name,
    IReadOnlyList<PlacedInputs> Settings,
    int LeftOut,
    IReadOnlyList<RobustDeployment> Deployments,
    IReadOnlyList<InputRange> Inputs,
    IReadOnlyList<UncertainValue> Written
);

/// <summary>What one deployment seizes and loses under every setting.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Shares">The share of firearms seized, one a setting.</param>
/// <param name="Losses">How much less that is than the best of those compared seizes there, at least 0.</param>
public sealed record RobustDeployment(string Name, string Label, IReadOnlyList<double> Shares, IReadOnlyList<double> Losses)
{
    /// <summary>The most that is lost.</summary>
    public double WorstLoss => Losses.Max();

    /// <summary>Index of the setting at which that is.</summary>
    public int WorstAt => Enumerable.Range(0, Losses.Count).MaxBy(i => Losses[i]);

    /// <summary>What it gives up at best guess.</summary>
    public double GivesUp => Losses[0];
}
