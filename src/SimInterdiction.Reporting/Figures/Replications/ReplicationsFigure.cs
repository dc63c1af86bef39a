using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Replications;

/// <summary>The figure <c>replications</c>: the difference as replications came in, with its narrowing
/// interval.</summary>
public sealed record ReplicationsFigure : FigureContent
{
    /// <summary>Panels that still read well on one page.</summary>
    public const int MostPanels = 10;

    /// <summary>Best first; of many, those nearest to what decides.</summary>
    public required IReadOnlyList<ReplicationsPanel> Panels { get; init; }

    public required double TooSmall { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => ReplicationsDrawing.Draw(this);

    public static ReplicationsFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        Comparison[] drawable = [.. view.Ranked.Where(c => Known(c).Count() > 1 && c.Difference is not null)];
        HashSet<string> shown =
        [
            .. drawable
                .OrderByDescending(c => study.Choice is null ? 0 : c.Convergence[^1].Replications)
                .ThenBy(c => Distance(c, view.Threshold))
                .Take(MostPanels)
                .Select(c => c.Deployment),
        ];
        ReplicationsPanel[] panels = [.. drawable.Where(c => shown.Contains(c.Deployment)).Select(c => Panel(view, c))];
        string? nothing =
            panels.Length > 0 && view.NothingToSay is null ? null
            : study.Comparisons.Count == 0 ? "There is one deployment, and so no difference to follow."
            : view.NothingToSay
                ?? (
                    study.Comparisons.All(c => c.Difference is null)
                        ? "No difference is defined."
                        : $"{Plain.Count(study.Replications, "replication")} are too few to show how differences settle."
                );
        string which =
            drawable.Length > MostPanels
                ? $" The {MostPanels} of {drawable.Length} "
                    + $"{(study.Choice is null ? "nearest to the limit that decides" : "that stayed longest")}."
                : string.Empty;
        string luck =
            LuckWords.Gains(study).Length > 0
                ? $" From {ControlledMoments.FewestReplications} on, the luck of the searches is taken out."
                : string.Empty;
        return new ReplicationsFigure
        {
            Words = new FigureWords
            {
                Title = nothing is null ? Title(view) : nothing.TrimEnd('.'),
                Subtitle =
                    "Difference from "
                    + $"{view.Baseline.Label}{(view.Scale.AxisUnit.Length > 0 ? $", {view.Scale.AxisUnit}" : string.Empty)}, "
                    + $"after so many replications, with its 95% interval.{luck}{which}",
                HowToRead =
                    view.Threshold > 0
                        ? "How to read: once the coloured band lies wholly outside or wholly inside the grey one, more "
                            + "replications are unlikely to change the verdict. Orange: not there yet. Scales differ."
                        : "How to read: once the coloured band misses the line at 0, the sign is settled. Orange: not there "
                            + "yet. Scales differ.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = string.Join(
                    " ",
                    panels.Select(p => $"{p.Label}: {p.Value} after {p.Points[^1].Replications} replications, {p.Verdict}.")
                ),
            },
            Panels = panels,
            TooSmall = view.Threshold * view.Scale.Factor,
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    /// <summary>How far a difference lies from the limit that decides, in half-widths of its interval.</summary>
    private static double Distance(Comparison c, double threshold)
    {
        double half = ((c.High ?? 0) - (c.Low ?? 0)) / 2;
        double away = Math.Abs(Math.Abs(c.Difference ?? 0) - threshold);
        return half > 0 ? away / half : double.MaxValue;
    }

    private static string Title(StudyView view)
    {
        Comparison[] open = [.. view.Study.Comparisons.Where(c => c.Verdict is Verdict.NotDecided)];
        Comparison[] perhaps =
        [
            .. view.Study.Comparisons.Where(c => c.Verdict is Verdict.BetterPerhapsByLess or Verdict.WorsePerhapsByLess),
        ];
        string n = Plain.Count(view.Study.Replications, "replication");
        if (view.Study.Choice is { } choice)
        {
            return $"{n} {(choice.Selected is null ? "don't decide the choice" : "decide the choice")}; "
                + $"{Digits.Whole(choice.Out.Count)} of {view.Study.Deployments.Count} deployments dropped out on the way";
        }

        if (view.Study.InputsDrawn > 0)
        {
            return $"Averages over the inputs after {n}; more would not narrow the uncertainty about the inputs themselves";
        }

        if (open.Length == 0)
        {
            return perhaps.Length == 0
                ? $"{n} are enough: every verdict is settled"
                : $"{n} leave open whether {perhaps.Length} of {Plain.Count(view.Study.Comparisons.Count, "difference")} "
                    + $"{(perhaps.Length == 1 ? "matters" : "matter")}";
        }

        string needed = DecidingWords.InTitle(view.Study) is { } more ? "; " + more : string.Empty;
        string which = open.Length == 1 ? view.LabelOf(open[0]) : $"{open.Length} of {view.Study.Comparisons.Count} deployments";
        return $"{n} don't decide on {which}{needed}";
    }

    // An interval takes two replications.
    private static IEnumerable<ConvergencePoint> Known(Comparison c) =>
        c.Convergence.Where(p => double.IsFinite(p.Low) && double.IsFinite(p.High));

    private static ReplicationsPanel Panel(StudyView view, Comparison c) =>
        new()
        {
            Label = view.LabelOf(c),
            Value = view.Scale.Difference(c),
            Verdict = OverInputsWords.Standing(view.Study, c) ?? c.Verdict.ToWords(),
            IsSettled = Decided(view, c) is Verdict.ClearlyBetter or Verdict.ClearlyWorse or Verdict.NoDifferenceThatMatters,
            Points =
            [
                .. Known(c)
                    .Select(p => new ConvergencePoint(
                        p.Replications,
                        p.Difference * view.Scale.Factor,
                        p.Low * view.Scale.Factor,
                        p.High * view.Scale.Factor
                    )),
            ],
        };

    // The interval's own, also where inputs are drawn and no verdict is said: there it is of the average over them.
    private static Verdict Decided(StudyView view, Comparison c) =>
        view.Study.InputsDrawn == 0 ? c.Verdict : Verdicts.Decide(new Interval(c.Low ?? double.NaN, c.High ?? double.NaN), view.Threshold);

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "measure", "replications", "difference", "low", "high");
        foreach (Comparison c in study.Comparisons)
        {
            foreach (ConvergencePoint p in c.Convergence)
            {
                csv.Row(c.Deployment, c.Measure, p.Replications, p.Difference, p.Low, p.High);
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's panel, in the units shown.</summary>
public sealed record ReplicationsPanel
{
    public required string Label { get; init; }

    public required string Value { get; init; }

    public required string Verdict { get; init; }

    public required bool IsSettled { get; init; }

    public required IReadOnlyList<ConvergencePoint> Points { get; init; }
}
