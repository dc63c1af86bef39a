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

/// <summary>The figure <c>when</c>: who comes to each checkpoint of one deployment by hour of the day, while a team is
/// on duty and while none is, and what is seized then.</summary>
public sealed record WhenFigure : FigureContent
{
    /// <summary>Checkpoints that still read well on one page.</summary>
    public const int MostRows = 24;

    private const int MostNamed = 4;

    /// <summary>Checkpoints with a team, most firearms seized first.</summary>
    public required IReadOnlyList<WhenRow> Rows { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => WhenDrawing.Draw(this);

    public static WhenFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        DeploymentResult told = subject.Told;
        IReadOnlyDictionary<string, Posting> posts = study.Scenario.Deployments[told.Name].Post;
        HashSet<string> posted = [.. posts.SelectMany(p => p.Value.CheckpointsOf(p.Key))];
        WhenRow[] all =
        [
            .. study
                .Scenario.Checkpoints.Keys.Select(c => Row(study.Scenario, told, c) with { IsPosted = posted.Contains(c) })
                .Where(r => r.IsPosted || r.OnDuty.Sum() > 0)
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
                    $"{told.Label}: shipments that come to each checkpoint and firearms seized there by hour of the day, averages over "
                    + $"{Plain.Duration(study.Scenario.LengthHours)}.{which} A shipment counts at each checkpoint that it comes to; figure "
                    + $"12 counts each shipment once.{Without(study.Scenario, all)}",
                HowToRead =
                    "How to read: left bars are shipments that come by, light while a team is on duty, orange on top of that "
                    + "while none is; right bars are firearms seized. Each kind has one scale in all rows. Shaded hours are "
                    + $"planned duty, paler where a team is there a part of the time only.{AfterDuty(all)}",
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        all.Select(r =>
                            $"{r.Label}: {r.OnDutyInAll} shipments come while a team is on duty, {r.OffDutyInAll} while none is"
                            + $"{Peak(r)}; {r.SeizedInAll} firearms seized, {r.StopsInAll} stops."
                        )
                    ),
            },
            Rows = [.. all.Take(MostRows)],
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    // Shipments past those only are under "No team" in figure 12.
    private static string Without(Scenario scenario, WhenRow[] rows)
    {
        string[] none = [.. scenario.Checkpoints.Keys.Select(scenario.LabelOfCheckpoint).Except(rows.Select(row => row.Label))];
        return none.Length == 0 ? string.Empty
            : none.Length <= MostNamed ? $" Never a team: {Plain.List(none)}."
            : $" Never a team at {none.Length} more.";
    }

    private static string AfterDuty(WhenRow[] rows) =>
        rows.Any(r => r.Planned.Zip(r.Seized).Any(hour => hour is { First: 0, Second: > 0 }))
            ? " Seizures in other hours are of vehicles stopped before the shift ended: their search goes on."
            : string.Empty;

    private static string Peak(WhenRow row) =>
        row.OffDuty.Max() is var most and > 0
            ? $", most between {Hour(row.OffDuty.ToList().IndexOf(most))} and {Hour(row.OffDuty.ToList().IndexOf(most) + 1)}"
            : string.Empty;

    private static WhenRow Row(Scenario scenario, DeploymentResult deployment, string checkpoint)
    {
        string[] entries = [.. Enumerable.Range(0, Timeline.HoursOfDay).Select(h => $"{checkpoint}/{h:00}")];
        double[] By(string measure) => [.. entries.Select(e => Breakdown.Mean(deployment, Dimension.CheckpointHour, e, measure) ?? 0)];
        Estimate All(string measure) => Breakdown.Of(deployment, Dimension.Checkpoint, checkpoint, measure);
        string Counted(Estimate e) => Digits.Counted(e.Mean ?? 0, e.Low, e.High);
        Estimate off = All("passages_off_duty");
        return new WhenRow
        {
            Label = scenario.LabelOfCheckpoint(checkpoint),
            Planned = Planned(scenario, deployment.Name, checkpoint),
            OnDuty = By("passages_on_duty"),
            OffDuty = By("passages_off_duty"),
            Seized = By("firearms_seized"),
            OffDutyEstimate = off,
            ShareOffDuty = Share(off, All("passages_on_duty")),
            OnDutyInAll = Counted(All("passages_on_duty")),
            OffDutyInAll = Counted(off),
            StopsInAll = Counted(All("stops")),
            SeizedInAll = Counted(All("firearms_seized")),
        };
    }

    /// <summary>Share of the window's time on duty, by hour of the day: of the posting that is there longest. One that
    /// rotates is there for its share of the time.</summary>
    private static double[] Planned(Scenario scenario, string deployment, string checkpoint)
    {
        var timeline = new Timeline(scenario);
        double[] longest = new double[Timeline.HoursOfDay];
        double days = Math.Max(1, scenario.LengthHours / Timeline.HoursOfDay);
        Deployment plan = scenario.Deployments[deployment];
        foreach ((string _, Posting posting) in plan.Post.Where(p => p.Value.CheckpointsOf(p.Key).Contains(checkpoint)))
        {
            double share = plan.ShareOf(posting) * (posting.At?.Rotate is { } rotate ? rotate[checkpoint] / rotate.Values.Sum() : 1);
            double[] hours = new double[Timeline.HoursOfDay];
            foreach (Shift shift in new DutyCalendar(posting, timeline).Within(timeline.WindowStart, timeline.WindowEnd))
            {
                for (int at = timeline.CalendarHour(shift.From); timeline.BeginningOf(at) < shift.To; at++)
                {
                    hours[at % Timeline.HoursOfDay] +=
                        share * shift.HoursWithin(timeline.BeginningOf(at), timeline.BeginningOf(at + 1)) / days;
                }
            }

            longest = [.. longest.Zip(hours, Math.Max)];
        }

        return longest;
    }

    private static string Title(DeploymentResult told, WhenRow[] rows)
    {
        (double on, double off) = (rows.Sum(r => r.OnDuty.Sum()), rows.Sum(r => r.OffDuty.Sum()));
        if (on + off == 0)
        {
            return $"{told.Label}: no shipment comes to a checkpoint with a team";
        }

        return off == 0
            ? $"{told.Label}: whenever a shipment comes to one of its checkpoints, a team is on duty"
            : $"{told.Label}: {Digits.InHundred(off / (on + off))} times that a shipment comes to one of its checkpoints "
                + $"nobody is on duty{Most(rows)}";
    }

    // Where it is most often so: by the share, or where no share is surely the largest, by the number of times.
    private static string Most(WhenRow[] rows) =>
        First(rows, r => r.ShareOffDuty) is { } share ? $", most often at {share.Label}: {Digits.InHundred(share.ShareOffDuty.Mean)} there"
        : First(rows, r => r.OffDutyEstimate) is { } times ? $", the largest number of them at {times.Label}"
        : string.Empty;

    // The row of which it is surely the most, by intervals that don't overlap; null where there is none, or one only.
    private static WhenRow? First(WhenRow[] rows, Func<WhenRow, Estimate> estimate)
    {
        WhenRow[] ranked = [.. rows.OrderByDescending(r => estimate(r).Mean ?? 0)];
        return
            ranked.Length > 1
            && estimate(ranked[0]).Low is { } low
            && ranked.Skip(1).All(r => (estimate(r).High ?? estimate(r).Mean ?? 0) < low)
            ? ranked[0]
            : null;
    }

    // Both counts are right at once in 90 of 100 studies at least; as they mostly rise together, the ends are far out.
    private static Estimate Share(Estimate off, Estimate on)
    {
        return new Estimate(Of(off.Mean, on.Mean), Of(off.Low, on.High), Of(off.High, on.Low));

        static double? Of(double? part, double? rest) => part + rest > 0 ? part / (part + rest) : null;
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

    /// <summary>Whether the deployment ever posts a team there.</summary>
    public bool IsPosted { get; init; }

    /// <summary>Share of the time that a team is to be on duty.</summary>
    public required IReadOnlyList<double> Planned { get; init; }

    /// <summary>Shipments that come by while a team is on duty.</summary>
    public required IReadOnlyList<double> OnDuty { get; init; }

    /// <summary>Shipments that come by while none is.</summary>
    public required IReadOnlyList<double> OffDuty { get; init; }

    /// <summary>Firearms seized.</summary>
    public required IReadOnlyList<double> Seized { get; init; }

    public required Estimate OffDutyEstimate { get; init; }

    /// <summary>The share of those that come by who come while none is on duty; its interval is rather too wide than
    /// too narrow.</summary>
    public required Estimate ShareOffDuty { get; init; }

    public required string OnDutyInAll { get; init; }

    public required string OffDutyInAll { get; init; }

    public required string StopsInAll { get; init; }

    public required string SeizedInAll { get; init; }
}
