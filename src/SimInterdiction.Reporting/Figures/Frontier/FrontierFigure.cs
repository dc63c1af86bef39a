using System.Globalization;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Frontier;

/// <summary>The figure <c>frontier</c>: what the best deployment seizes with each budget, what none can seize, and what
/// simulation says of them. Shares in percent.</summary>
public sealed record FrontierFigure : FigureContent
{
    /// <summary>The smallest budget first.</summary>
    public required IReadOnlyList<FrontierDot> Points { get; init; }

    /// <summary>The deployment in force.</summary>
    public required FrontierDot InForce { get; init; }

    public required string InForceLabel { get; init; }

    /// <summary>What the budget is in.</summary>
    public required string Across { get; init; }

    public override Scene Draw() => FrontierDrawing.Draw(this);

    /// <param name="found">A search with a frontier.</param>
    /// <param name="scenario">Its scenario.</param>
    public static FrontierFigure Analyse(StudyOptimization found, Scenario scenario)
    {
        OptimizationResult result = found.Result;
        bool isMoney = result.Budget.OfficerHours is null;
        string unit = isMoney ? "USD" : "officer-hours";
        ProposedDeployment today = result.Deployments[0];
        FrontierPoint[] points = [.. result.Frontier];
        bool isSimulated = points.Any(point => point.Simulated is not null);
        // From here on more money or time brings nothing.
        FrontierPoint enough = points.First(point => Percent(point.Share) == Percent(points[^1].Share));
        string orMore = enough == points[^1] ? string.Empty : " or more";
        string dots = !isSimulated
            ? " None of them was simulated."
            : " Dots: simulated, with luck and all that theory leaves out, if nobody adapts, with 95% intervals"
                + (result.IsAdaptive ? "; hollow: as stated, where traffickers adapt." : ".");
        return new FrontierFigure
        {
            Words = new FigureWords
            {
                Title =
                    $"The best deployment seizes {Percent(points[0].Share)} with {Amount(points[0])} {unit}, and "
                    + $"{Percent(points[^1].Share)} with {Amount(enough)}{orMore}",
                Subtitle =
                    $"Share of firearms seized, as theory expects it, against the budget in {Plain.Duration(scenario.LengthHours)}. "
                    + $"{today.Label}: {Percent(today.SeizureRate ?? 0)} with "
                    + $"{Digits.Whole(isMoney ? today.CostUsd : today.OfficerHours)}.",
                HowToRead =
                    "How to read: the line is the best deployment found for each budget, as theory expects it. Shaded above it: where a "
                    + $"better one may be; by the same reckoning none is above the shade.{dots}",
                Provenance = BlockOf(found.Provenance, result, scenario),
                AltText = string.Join(
                    " ",
                    points.Select(point =>
                        $"With {Amount(point)} {unit} the best seizes {Percent(point.Share)}, and none more than "
                        + $"{(point.Bound is { } bound ? Percent(bound) : "is not proven")}."
                    )
                ),
            },
            Points = [.. points.Select(point => Dot(isMoney ? point.Budget.CostUsd!.Value : point.Budget.OfficerHours!.Value, point))],
            InForce = new FrontierDot(
                isMoney ? today.CostUsd : today.OfficerHours,
                100 * (today.SeizureRate ?? 0),
                100 * (today.SeizureRate ?? 0),
                InPercent(today.Simulated?.Frozen),
                null
            ),
            InForceLabel = today.Label,
            Across = isMoney ? "budget, USD" : "budget, officer-hours",
            Csv = Data(points),
        };

        string Amount(FrontierPoint point) => Digits.Whole((isMoney ? point.Budget.CostUsd : point.Budget.OfficerHours)!.Value);

        FrontierDot Dot(double budget, FrontierPoint point) =>
            new(
                budget,
                100 * point.Share,
                point.Bound * 100,
                InPercent(point.Simulated?.Frozen),
                result.IsAdaptive ? InPercent(point.Simulated?.SeizureRate) : null
            );
    }

    private static string Percent(double share) => $"{Digits.ToPlace(100 * share, -2)}%";

    private static SimulatedValue? InPercent(SimulatedValue? share) =>
        share is { Value: { } value, Low: { } low, High: { } high } ? new SimulatedValue(100 * value, 100 * low, 100 * high) : null;

    private static ProvenanceBlock BlockOf(Provenance provenance, OptimizationResult result, Scenario scenario) =>
        new(
            ProvenanceBlock.SyntheticWarning,
            string.Join(
                "  |  ",
                result.Replications > 0 ? $"{Plain.Count(result.Replications, "paired replication")} each" : "not simulated",
                ProvenanceBlock.Files(provenance),
                provenance.Run,
                $"SimInterdiction {provenance.Version}",
                provenance.Date.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)
            ),
            "All inputs are taken as they stand. "
                + (
                    scenario.Adapts
                        ? "Theory leaves out how traffickers adapt, and the simulation assumes how."
                        : "Traffickers don't adapt in this model."
                )
                + string.Concat(
                    result.LeftOut.Where(words => words.StartsWith("Leads", StringComparison.Ordinal)).Select(words => $" {words}")
                )
        )
        {
            Labels = ProvenanceBlock.LabelsIn(scenario),
        };

    private static string Data(IEnumerable<FrontierPoint> points)
    {
        var csv = new CsvText(
            "budget_officer_hours",
            "budget_usd",
            "officer_hours",
            "cost_usd",
            "share_of_best",
            "bound",
            "simulated_mean",
            "simulated_low",
            "simulated_high",
            "naive_mean",
            "naive_low",
            "naive_high"
        );
        foreach (FrontierPoint point in points)
        {
            csv.Row(
                point.Budget.OfficerHours,
                point.Budget.CostUsd,
                point.OfficerHours,
                point.CostUsd,
                point.Share,
                point.Bound,
                point.Simulated?.SeizureRate.Value,
                point.Simulated?.SeizureRate.Low,
                point.Simulated?.SeizureRate.High,
                point.Simulated?.Frozen.Value,
                point.Simulated?.Frozen.Low,
                point.Simulated?.Frozen.High
            );
        }

        return csv.ToString();
    }
}

/// <summary>The best for a budget.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Share">What theory expects it to seize.</param>
/// <param name="Bound">None seizes more; null where nothing is proven.</param>
/// <param name="Frozen">Simulated if nobody adapts; null where it was not.</param>
/// <param name="Adapting">Simulated as stated; null where nobody adapts.</param>
public sealed record FrontierDot(double Budget, double Share, double? Bound, SimulatedValue? Frozen, SimulatedValue? Adapting);
