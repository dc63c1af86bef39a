using SimInterdiction.Application.Expectations;
using SimInterdiction.Model;
using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Editing;

/// <summary>What the model makes of a scenario before anything is simulated, in words.</summary>
/// <param name="Corridors">Every corridor of every flow.</param>
/// <param name="Deployments">In the file's order.</param>
internal sealed record ModelSummary(IReadOnlyList<CorridorLine> Corridors, IReadOnlyList<DeploymentLine> Deployments)
{
    // Of the last digit of a percentage where the scenario doesn't say what matters: hundredths.
    private const int UsualPlace = -2;

    /// <param name="scenario">Without errors.</param>
    public static ModelSummary Of(Scenario scenario)
    {
        var preview = ScenarioPreview.Of(scenario);
        int place = (
            scenario.Experiment.Measure == "seizure_rate" ? Digits.Finest(100 * scenario.Experiment.SmallestDifferenceThatMatters) : null
        ) ?? UsualPlace;
        return new ModelSummary(
            [
                .. preview.Corridors.Select(each => new CorridorLine(
                    each.Flow,
                    each.Corridor.Label,
                    PreviewWords.Share(each.ShareOfFlow),
                    PreviewWords.Share(each.ShareOfAll)
                )),
            ],
            [
                .. preview
                    .Deployments.Zip(DeploymentExpectation.Of(scenario, preview.Deployments.Select(each => each.Name)))
                    .Select(each => new DeploymentLine(
                        each.First.Label,
                        Digits.Hours(each.First.OfficerHours),
                        each.First.CostUsd > 0 ? PreviewWords.Money(each.First.CostUsd) : null,
                        Digits.Whole(each.Second.Frozen.Seized),
                        each.Second.Frozen.SeizureRate is { } rate ? $"{Digits.ToPlace(100 * rate, place)}%" : Plain.Undefined
                    )),
            ]
        );
    }
}

/// <summary>A corridor that a flow takes, before anybody adapts.</summary>
/// <param name="Flow">The flow's label.</param>
/// <param name="Label">The corridor's.</param>
/// <param name="OfFlow">The share of the flow that takes it.</param>
/// <param name="OfAll">The same of all shipments.</param>
internal sealed record CorridorLine(string Flow, string Label, string OfFlow, string OfAll);

/// <summary>A deployment.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Hours">Its officer-hours in the window.</param>
/// <param name="Cost">What they cost; null where no cost is stated.</param>
/// <param name="Seized">Firearms that theory expects it to seize, as long as organizations stay as they are.</param>
/// <param name="Share">The same as a share of those dispatched.</param>
internal sealed record DeploymentLine(string Label, string Hours, string? Cost, string Seized, string Share);
