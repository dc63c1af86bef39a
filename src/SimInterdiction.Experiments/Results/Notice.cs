namespace SimInterdiction.Experiments.Results;

/// <summary>
/// From which week of the window on traffickers cancel more than a share of what a deployment gains over the baseline,
/// of the seizure rate: how long it takes them to notice a switch. Weeks count from 1; one more than there are stands
/// for not within the window.
/// </summary>
/// <param name="Share">The share.</param>
/// <param name="Weeks">How many whole weeks the window has.</param>
/// <param name="Week">The estimate.</param>
/// <param name="Earliest">In each week before this one no more than the share is cancelled.</param>
/// <param name="Latest">In this week and each after it more is. Both hold together in 95 % of studies.</param>
public sealed record Notice(double Share, int Weeks, int Week, int Earliest, int Latest)
{
    /// <summary>About how many replications in all would bound the week on one side, if what is cancelled in the last
    /// week, or not in the first, is as estimated; null where one is bounded, and where no number is known.</summary>
    public int? ReplicationsNeeded { get; init; }
}
