using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Value;

/// <summary>The figure <c>value</c>: what each deployment achieves with its officer-hours, and which ones no
/// other beats with as many or fewer.</summary>
public sealed record ValueFigure : FigureContent
{
    /// <summary>Highest value first; those with an undefined one are left out.</summary>
    public required IReadOnlyList<ValuePoint> Points { get; init; }

    /// <summary>The upright axis in words.</summary>
    public required string Axis { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => ValueDrawing.Draw(this);

    public static ValueFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        DeploymentResult[] plans = [.. view.InOrder.Where(d => !view.IsHypothetical(d.Name))];
        DeploymentResult[] defined = [.. plans.Where(d => view.MeasureOf(d).Mean is not null)];
        ValuePoint[] points = [.. defined.Select(d => Point(view, d, defined)).OrderByDescending(p => p.Value)];
        string missing =
            LeftOut("undefined", plans.Length - defined.Length) + LeftOut("hypothetical", study.Deployments.Count - plans.Length);
        string measure = study.Measure.Label;
        return new ValueFigure
        {
            Words = new FigureWords
            {
                Title = view.NothingToSay ?? Title(view),
                Subtitle =
                    $"{measure} against officer-hours in {Plain.Duration(study.Scenario.LengthHours)}. Upright bar: 95% "
                    + $"interval; officer-hours are posted, and so exact.{missing}",
                HowToRead =
                    "How to read: right costs more. Filled dots on the line: by the averages, no other deployment does "
                    + "better for as many officer-hours or fewer. Hollow: another does.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = string.Join(
                    " ",
                    points.Select(p =>
                        $"{p.Label}: {p.Words} with {p.Hours} "
                        + $"officer-hours{(p.IsDominated ? ", which the average of another beats with no more" : string.Empty)}."
                    )
                ),
            },
            Points = points,
            Axis = view.Scale.Axis(measure),
            Nothing = points.Length == 0 ? view.NothingToSay ?? "There is no defined value to draw." : null,
            Csv = Data(study, points),
        };
    }

    private static string LeftOut(string why, int count) => count > 0 ? $" Left out as {why}: {count}." : string.Empty;

    /// <summary>Whether another deployment does better with as many officer-hours or fewer, or as well with
    /// fewer.</summary>
    private static bool IsDominated(StudyView view, DeploymentResult d, IEnumerable<DeploymentResult> all)
    {
        double sign = view.Study.Measure.BetterWhen < 0 ? -1 : 1;
        double value = view.MeasureOf(d).Mean!.Value;
        return all.Where(o => o != d)
            .Any(o =>
            {
                double other = view.MeasureOf(o).Mean!.Value;
                return Tolerance.AreEqual(other, value)
                    ? Tolerance.IsMore(d.OfficerHours, o.OfficerHours)
                    : sign * (other - value) > 0 && Tolerance.IsAtMost(o.OfficerHours, d.OfficerHours);
            });
    }

    private static ValuePoint Point(StudyView view, DeploymentResult d, DeploymentResult[] all)
    {
        Estimate e = view.MeasureOf(d);
        return new ValuePoint
        {
            Name = d.Name,
            Label = d.Label,
            IsBaseline = d == view.Baseline,
            IsDominated = IsDominated(view, d, all),
            OfficerHours = d.OfficerHours,
            Value = e.Mean!.Value * view.Scale.Factor,
            Low = e.Low * view.Scale.Factor,
            High = e.High * view.Scale.Factor,
            Words = view.Scale.Value(e),
            Hours = Digits.Hours(d.OfficerHours),
        };
    }

    private static string Title(StudyView view)
    {
        if (view.Study.Comparisons.Count == 0)
        {
            return $"{view.Baseline.Label}: {view.Scale.Value(view.MeasureOf(view.Baseline))} with "
                + $"{Digits.Hours(view.Baseline.OfficerHours)} officer-hours";
        }

        Comparison[] better = [.. view.Plans.Where(c => OverInputsWords.IsBetter(view.Study, c))];
        if (better.FirstOrDefault(view.TakesNoMoreHours) is { } free)
        {
            string hours =
                view.HasSameHours(free) ? "the same"
                : view.ExtraHours(free) < 0 ? "fewer"
                : ContestWords.AtMostMore;
            string money = view.MoreMoney(view.Deployment(free)) > 0 ? $", but {view.MoneyAgainst(view.Deployment(free))}" : string.Empty;
            return $"{view.LabelOf(free)} does better than {view.Baseline.Label} with {hours} officer-hours{money}";
        }

        // Of several that take the fewest more, the best: they are ranked.
        return better.FirstOrDefault(c => better.All(o => Tolerance.IsAtMost(view.ExtraHours(c), view.ExtraHours(o)))) is { } cheapest
                ? $"Doing {(view.Study.InputsDrawn > 0 ? string.Empty : "clearly ")}better than {view.Baseline.Label} takes "
                    + $"more officer-hours: {Digits.Hours(view.ExtraHours(cheapest))} more for {view.LabelOf(cheapest)}"
            : view.Study.InputsDrawn > 0 ? $"No deployment is surely better than {view.Baseline.Label} for most plausible inputs"
            : $"No deployment is clearly better than {view.Baseline.Label}, with any number of officer-hours";
    }

    private static string Data(StudyResult study, ValuePoint[] points)
    {
        var csv = new CsvText("deployment", "label", "officer_hours", "measure", "mean", "low", "high", "on_frontier");
        foreach (DeploymentResult d in study.Deployments)
        {
            Estimate e = StudyView.MeasureOf(d, study.Measure.Name);
            csv.Row(
                d.Name,
                d.Label,
                d.OfficerHours,
                study.Measure.Name,
                e.Mean,
                e.Low,
                e.High,
                points.FirstOrDefault(p => p.Name == d.Name) is { } p ? (p.IsDominated ? "no" : "yes") : string.Empty
            );
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's dot in the figure <c>value</c>, in the units shown.</summary>
public sealed record ValuePoint
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required bool IsBaseline { get; init; }

    /// <summary>Whether another deployment does better with no more officer-hours, by the averages.</summary>
    public required bool IsDominated { get; init; }

    public required double OfficerHours { get; init; }

    public required double Value { get; init; }

    public required double? Low { get; init; }

    public required double? High { get; init; }

    public required string Words { get; init; }

    public required string Hours { get; init; }
}
