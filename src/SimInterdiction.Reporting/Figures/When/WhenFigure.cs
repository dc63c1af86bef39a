using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.When;

/// <summary>The figure <c>when</c>: stops and seizures by hour of the day at each checkpoint of one deployment, its
/// shifts shaded.</summary>
public sealed record WhenFigure : FigureContent
{
    /// <summary>Checkpoints that still read well on one page.</summary>
    public const int MostRows = 24;

    /// <summary>Checkpoints with a team, most firearms seized first.</summary>
    public required IReadOnlyList<WhenRow> Rows { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => WhenDrawing.Draw(this);

    public static WhenFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        DeploymentResult told = subject.Told;
        WhenRow[] all =
        [
            .. study
                .Scenario.Checkpoints.Keys.Select(c => Row(study.Scenario, told, c))
                .Where(r => r.OnDuty.Any(d => d > 0) || r.Stops.Sum() > 0)
                .OrderByDescending(r => r.Seized.Sum()),
        ];
        string? nothing = all.Length == 0 ? $"No checkpoint has a team under {told.Label}." : null;
        string which = all.Length > MostRows ? $" The {MostRows} of {all.Length} that seize most." : string.Empty;
        return new WhenFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.') ?? Title(told, all),
                Subtitle =
                    $"{told.Label}: stops and firearms seized at each checkpoint by hour of the day, averages over "
                    + $"{Plain.Duration(study.Scenario.LengthHours)}.{which}",
                HowToRead =
                    "How to read: shaded hours are on duty. Light bars are stops, dark bars firearms seized, each measured "
                    + "by its own row's highest hour; totals at the right. A stop counts when it happens, a seizure with its departure: so "
                    + "a window may have fewer stops than seizures.",
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = nothing
                    ?? string.Join(" ", all.Select(r => $"{r.Label}: {r.StopsInAll} stops and {r.SeizedInAll} firearms seized{Peak(r)}.")),
            },
            Rows = [.. all.Take(MostRows)],
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    private static string Peak(WhenRow row) =>
        row.Seized.Max() is var most and > 0
            ? $", most between {Hour(row.Seized.ToList().IndexOf(most))} and {Hour(row.Seized.ToList().IndexOf(most) + 1)}"
            : string.Empty;

    private static WhenRow Row(Scenario scenario, DeploymentResult deployment, string checkpoint)
    {
        string[] entries = [.. Enumerable.Range(0, Timeline.HoursOfDay).Select(h => $"{checkpoint}/{h:00}")];
        double[] By(string measure) => [.. entries.Select(e => Breakdown.Mean(deployment, Dimension.CheckpointHour, e, measure) ?? 0)];
        Estimate seized = Breakdown.Of(deployment, Dimension.Checkpoint, checkpoint, "firearms_seized");
        Estimate stops = Breakdown.Of(deployment, Dimension.Checkpoint, checkpoint, "stops");
        return new WhenRow
        {
            Label = scenario.LabelOfCheckpoint(checkpoint),
            OnDuty = OnDuty(scenario, deployment.Name, checkpoint),
            Stops = By("stops"),
            Seized = By("firearms_seized"),
            StopsEstimate = stops,
            SeizedEstimate = seized,
            StopsInAll = Digits.Counted(stops.Mean ?? 0, stops.Low, stops.High),
            SeizedInAll = Digits.Counted(seized.Mean ?? 0, seized.Low, seized.High),
        };
    }

    /// <summary>Share of the window's time on duty, by hour of the day: of the posting that is on duty
    /// longest.</summary>
    private static double[] OnDuty(Scenario scenario, string deployment, string checkpoint)
    {
        var timeline = new Timeline(scenario);
        double[] longest = new double[Timeline.HoursOfDay];
        double days = Math.Max(1, scenario.LengthHours / Timeline.HoursOfDay);
        foreach (
            (string _, Posting posting) in scenario.Deployments[deployment].Post.Where(p => (p.Value.At?.Checkpoint ?? p.Key) == checkpoint)
        )
        {
            double[] hours = new double[Timeline.HoursOfDay];
            foreach (Shift shift in new DutyCalendar(posting, timeline).Within(timeline.WindowStart, timeline.WindowEnd))
            {
                for (int at = timeline.CalendarHour(shift.From); timeline.BeginningOf(at) < shift.To; at++)
                {
                    hours[at % Timeline.HoursOfDay] += shift.HoursWithin(timeline.BeginningOf(at), timeline.BeginningOf(at + 1)) / days;
                }
            }

            longest = [.. longest.Zip(hours, Math.Max)];
        }

        return longest;
    }

    // That teams seize while they are on duty is no message; that stops and seizures come apart is one.
    private static string Title(DeploymentResult told, WhenRow[] rows)
    {
        if (rows.Sum(r => r.Seized.Sum()) == 0)
        {
            return $"{told.Label}: nothing is seized at any hour";
        }

        return (First(rows, r => r.SeizedEstimate), First(rows, r => r.StopsEstimate)) switch
        {
            ({ } seizes, { } stops) when seizes == stops => $"{told.Label}: {seizes.Label} stops most vehicles and seizes most firearms",
            ({ } seizes, { } stops) => $"{told.Label}: most vehicles are stopped at {stops.Label}, most firearms seized at {seizes.Label}",
            _ => $"{told.Label}: stops and seizures at each checkpoint, by hour of the day",
        };
    }

    // The one that is surely first, by intervals that don't overlap; null where there is none, or one only.
    private static WhenRow? First(WhenRow[] rows, Func<WhenRow, Estimate> of)
    {
        WhenRow[] ranked = [.. rows.OrderByDescending(r => of(r).Mean ?? 0)];
        return ranked.Length > 1 && of(ranked[0]).Low is { } low && ranked.Skip(1).All(r => (of(r).High ?? of(r).Mean ?? 0) < low)
            ? ranked[0]
            : null;
    }

    private static string Hour(int hour) => $"{hour % Timeline.HoursOfDay:00}:00";

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "checkpoint", "hour", "measure", "mean", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            foreach (
                (string entry, IReadOnlyDictionary<string, Estimate> measures) in d.By.TryGetValue(
                    Dimension.CheckpointHour,
                    out var entries
                )
                    ? entries
                    : System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>.Empty
            )
            {
                string[] parts = entry.Split('/');
                foreach ((string measure, Estimate e) in measures.Where(m => m.Value.Mean > 0))
                {
                    csv.Row(d.Name, parts[0], parts[1], measure, e.Mean, e.Low, e.High);
                }
            }
        }

        return csv.ToString();
    }
}

/// <summary>One checkpoint's row of the figure <c>when</c>; lists by hour of the day.</summary>
public sealed record WhenRow
{
    public required string Label { get; init; }

    /// <summary>Share of the time on duty.</summary>
    public required IReadOnlyList<double> OnDuty { get; init; }

    /// <summary>Vehicles stopped in the window.</summary>
    public required IReadOnlyList<double> Stops { get; init; }

    /// <summary>Firearms seized.</summary>
    public required IReadOnlyList<double> Seized { get; init; }

    public required Estimate StopsEstimate { get; init; }

    public required Estimate SeizedEstimate { get; init; }

    public required string StopsInAll { get; init; }

    public required string SeizedInAll { get; init; }
}
