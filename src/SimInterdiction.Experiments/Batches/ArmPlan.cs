using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Which arms a study simulates: each deployment against the organizations as stated, against frozen ones, and
/// against every variant.</summary>
/// <param name="Deployments">The deployments, in the file's order.</param>
/// <param name="Main">The variant that results are about; null for the organizations as stated.</param>
/// <param name="Frozen">The frozen variant, run beside the main one; null where nothing adapts, and both are the
/// same.</param>
/// <param name="Variants">By name in the scenario, the variant simulated for it.</param>
internal sealed record ArmPlan(
    IReadOnlyList<string> Deployments,
    string? Main,
    string? Frozen,
    IReadOnlyDictionary<string, string?> Variants
)
{
    /// <summary>Every arm once, those that results are about first.</summary>
    public IEnumerable<Arm> All =>
        new[] { Main }
            .Concat(Frozen is null ? [] : [Frozen])
            .Concat(Variants.Values)
            .Distinct()
            .SelectMany(variant => Deployments.Select(name => new Arm(name, variant)));

    /// <param name="scenario">The scenario.</param>
    /// <param name="isAdaptive">Whether organizations may adapt at all.</param>
    /// <param name="mainOnly">Whether nothing is run beside the main variant.</param>
    /// <param name="deployments">Which deployments.</param>
    public static ArmPlan Of(Scenario scenario, bool isAdaptive, bool mainOnly, IReadOnlyList<string> deployments)
    {
        // Nothing runs twice: where nobody adapts, frozen organizations are those stated.
        bool adapts = scenario.Adapts;
        string? main = adapts && !isAdaptive ? Arm.Frozen : null;
        var variants = new OrderedDictionary<string, string?>();
        foreach ((string name, AdversaryVariant variant) in scenario.Experiment.Adversaries.Where(_ => isAdaptive && !mainOnly))
        {
            bool isFrozen = !variant.Adaptive && variant.Organizations.Count == 0;
            variants.Add(
                name,
                !isFrozen ? name
                    : adapts ? Arm.Frozen
                    : null
            );
        }

        return new ArmPlan(deployments, main, adapts && isAdaptive && !mainOnly ? Arm.Frozen : null, variants);
    }
}
