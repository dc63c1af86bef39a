using SimInterdiction.Application.Expectations;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Editing;

/// <summary>What the model makes of a scenario before anything is simulated, in words.</summary>
/// <param name="Corridors">Every corridor of every flow.</param>
/// <param name="Deployments">In the file's order.</param>
/// <param name="Note">How to read what teams can do.</param>
internal sealed record ModelSummary(IReadOnlyList<CorridorLine> Corridors, IReadOnlyList<DeploymentLine> Deployments, string Note)
{
    /// <param name="scenario">Without errors.</param>
    public static ModelSummary Of(Scenario scenario)
    {
        var preview = ScenarioPreview.Of(scenario);
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
                .. preview.Deployments.Select(each => new DeploymentLine(
                    each.Label,
                    Digits.Hours(each.OfficerHours),
                    each.CostUsd > 0 ? PreviewWords.Money(each.CostUsd) : null,
                    [.. each.Teams.Select(team => TeamLine.Of(team, preview.HasSecondary))]
                )),
            ],
            PreviewWords.Note(preview)
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
/// <param name="Teams">What each of its teams can do.</param>
internal sealed record DeploymentLine(string Label, string Hours, string? Cost, IReadOnlyList<TeamLine> Teams);

/// <summary>What a team can do at one of its checkpoints.</summary>
/// <param name="Team">Its type, and how many.</param>
/// <param name="At">The checkpoint.</param>
/// <param name="Stops">The share of shipments that it stops, beside the other traffic there.</param>
/// <param name="Finds">The share of the stopped that it finds.</param>
/// <param name="Secondary">Its secondary inspection; null where no team has any.</param>
/// <param name="Seizes">Both together.</param>
/// <param name="Duty">When it is there.</param>
internal sealed record TeamLine(string Team, string At, string Stops, string Finds, string? Secondary, string Seizes, string Duty)
{
    public static TeamLine Of(TeamPreview team, bool hasSecondary) =>
        new(
            PreviewWords.Team(team),
            team.Checkpoint,
            PreviewWords.Share(team.Stops),
            PreviewWords.Finds(team),
            hasSecondary ? PreviewWords.Secondary(team) : null,
            PreviewWords.Share(team.Seizes),
            PreviewWords.Days(team) is { Length: > 0 } days ? $"{PreviewWords.Duty(team)}, {days}" : PreviewWords.Duty(team)
        );
}

/// <summary>What theory expects a deployment to seize, as long as organizations stay as they are.</summary>
/// <param name="Seized">Firearms.</param>
/// <param name="Share">The same as a share of those dispatched.</param>
internal sealed record ExpectedLine(string Seized, string Share)
{
    // Of the last digit of a percentage where the scenario doesn't say what matters: hundredths.
    private const int UsualPlace = -2;

    /// <summary>Of every deployment, in the file's order.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyList<ExpectedLine> Of(CompiledScenario world, CancellationToken stop)
    {
        int place = PlaceOf(world.Scenario);
        return [.. DeploymentExpectation.AsTheyAre(world, stop).Select(each => Of(each, place))];
    }

    /// <summary>Of one deployment.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">Its name.</param>
    public static ExpectedLine Of(CompiledScenario world, string deployment) =>
        Of(DeploymentExpectation.AsItIs(world, deployment), PlaceOf(world.Scenario));

    // The last digit that is shown.
    private static int PlaceOf(Scenario scenario) =>
        (scenario.Experiment.Measure == "seizure_rate" ? Digits.Finest(100 * scenario.Experiment.SmallestDifferenceThatMatters) : null)
        ?? UsualPlace;

    private static ExpectedLine Of(ExpectedSeizures expected, int place) =>
        new(Digits.Whole(expected.Seized), expected.SeizureRate is { } rate ? $"{Digits.ToPlace(100 * rate, place)}%" : Plain.Undefined);
}
