using SimInterdiction.Model.Adversaries;

namespace SimInterdiction.Model.Behaviours;

/// <summary>An organization made ready for one arm: how it behaves, and what it holds beliefs about.
/// Immutable.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Behaviour">As stated, as its variant changes it, or frozen.</param>
/// <param name="IsByCorridor">Whether its beliefs are about corridors; otherwise about checkpoint places.</param>
/// <param name="Subjects">By corridor, the numbers of the beliefs about it: one, or one for each place along it (-1:
/// not a checkpoint).</param>
/// <param name="Prior">Its first belief about each subject.</param>
internal sealed record OrganizationPlan(int Number, Organization Behaviour, bool IsByCorridor, int[][] Subjects, double[] Prior)
{
    /// <summary>Whether its choice of corridors depends on what it hears.</summary>
    public bool Learns => Behaviour.RouteChoice is { RiskAversion: > 0, Learns: Learning.Place or Learning.Corridor };

    /// <summary>The last place of a corridor, as far as beliefs go.</summary>
    public int LastStep(int corridor) => Subjects[corridor].Length - 1;

    /// <summary>How long until it hears of a shipment's fate.</summary>
    public double HearsAfterHours => Behaviour.RouteChoice?.HearsAfterHours ?? 0;
}
