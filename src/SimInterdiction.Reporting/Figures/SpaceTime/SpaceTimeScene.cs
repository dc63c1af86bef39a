using SimInterdiction.Model;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.SpaceTime;

/// <summary>How a journey ended, as planners look at it.</summary>
public enum JourneyEnd
{
    Seized,

    /// <summary>It passed a team on duty, which did not stop it, waved it through, or searched it and did not find the
    /// load.</summary>
    Met,

    /// <summary>No team was on duty at any place when it passed.</summary>
    OffDuty,
}

/// <summary>A place along the corridor.</summary>
/// <param name="Name">In the scenario.</param>
/// <param name="Label">What people see.</param>
/// <param name="Miles">From the beginning of the corridor.</param>
/// <param name="IsManned">Whether any team is on duty there at any time of the replication.</param>
public sealed record SpaceTimePlace(string Name, string Label, double Miles, bool IsManned);

/// <summary>A shipment's way.</summary>
/// <param name="Journey">Where it was when.</param>
/// <param name="End">How it ended.</param>
/// <param name="Met">At which places along the corridor, by index, a team was on duty when it came.</param>
public sealed record SpaceTimeLine(Journey Journey, JourneyEnd End, IReadOnlyList<int> Met);

/// <summary>Some days of one corridor: of those with a seizure the one with the most shipments and places with teams to
/// see, and the days with the most seizures.</summary>
public sealed record SpaceTimeScene
{
    /// <summary>More lines than this can't be told apart; then fewer days are shown.</summary>
    private const int MostLines = 150;

    private static readonly double[] Stretches = [7 * 24, 4 * 24, 2 * 24, 24, 12, 6, 3, 1];

    private readonly Timeline timeline;

    private SpaceTimeScene(Timeline timeline) => this.timeline = timeline;

    /// <summary>How corridor and days were picked, which for each deployment may be others.</summary>
    public static string Picked =>
        "Picked: the corridor with a seizure that has most shipments past teams, and its days with most seizures.";

    public required string Corridor { get; init; }

    public required IReadOnlyList<SpaceTimePlace> Places { get; init; }

    /// <summary>The journeys that are under way in the stretch.</summary>
    public required IReadOnlyList<SpaceTimeLine> Lines { get; init; }

    /// <summary>Who is on duty along the corridor in the stretch.</summary>
    public required IReadOnlyList<DutySpell> Bars { get; init; }

    /// <summary>When the stretch begins, on the simulated clock.</summary>
    public required double FromHours { get; init; }

    /// <summary>How long it is.</summary>
    public required double Hours { get; init; }

    public double ToHours => FromHours + Hours;

    public DateTime Starts => At(FromHours);

    public string Destination => Places[^1].Label;

    /// <summary>How many journeys end inside the stretch.</summary>
    public int Ends => Lines.Count(IsEndShown);

    public static SpaceTimeScene? Of(Scenario scenario, Course course)
    {
        var timeline = new Timeline(scenario);
        Journey[] counted = [.. course.Journeys.Where(j => j.Counts)];
        if (counted.Length == 0)
        {
            return null;
        }

        MappedCorridor corridor = Telling(RouteMap.Build(scenario), counted, [.. course.Duties.Select(d => d.Place)]);
        Journey[] own = [.. course.Journeys.Where(j => j.Corridor == corridor.Name)];
        (double from, double hours) = Stretch(own, timeline);
        HashSet<string> along = [.. corridor.Places];
        DutySpell[] duties = [.. course.Duties.Where(d => along.Contains(d.Place))];
        HashSet<string> manned = [.. duties.Select(d => d.Place)];
        return new SpaceTimeScene(timeline)
        {
            Corridor = corridor.Label,
            Places =
            [
                .. corridor
                    .Places.Index()
                    .Select(p => new SpaceTimePlace(
                        p.Item,
                        Labels.Of(p.Item, scenario.Places[p.Item].Label),
                        corridor.LegMiles.Take(p.Index).Sum(),
                        manned.Contains(p.Item)
                    )),
            ],
            Lines = [.. own.Where(j => IsUnderWay(j, from, from + hours)).Select(j => LineOf(j, corridor, duties))],
            Bars = [.. duties.Where(d => d.From.Hours < from + hours && d.To.Hours > from)],
            FromHours = from,
            Hours = hours,
        };
    }

    public int Count(JourneyEnd end) => Lines.Count(l => l.End == end && IsEndShown(l));

    public bool IsEndShown(SpaceTimeLine line) => line.Journey.Ended.Hours >= FromHours && line.Journey.Ended.Hours < ToHours;

    public DateTime At(double hours) => timeline.At(new(hours));

    /// <summary>"a week", "2 days", "12 hours".</summary>
    public static string Lasting(double hours) => hours == 7 * 24 ? "a week" : Plain.Duration(hours);

    // Shipments that leave together are one line. A corridor without a team would show nothing but lines.
    private static MappedCorridor Telling(RouteMap map, Journey[] journeys, HashSet<string> manned) =>
        journeys
            .GroupBy(j => j.Corridor)
            .Select(g =>
                (
                    Corridor: map.Corridors.Single(c => c.Name == g.Key),
                    Lines: g.Select(j => (int)j.Left.Hours).Distinct().Count(),
                    Seized: g.Count(j => j.Fate == Fate.Seized)
                )
            )
            .OrderByDescending(c => c.Seized > 0)
            .ThenByDescending(c => Math.Min(c.Lines, MostLines) * c.Corridor.Places.Count(manned.Contains))
            .ThenByDescending(c => c.Lines)
            .First()
            .Corridor;

    /// <summary>The longest stretch whose lines can be told apart, begun where most is seized, of equals
    /// where most end.</summary>
    private static (double From, double Hours) Stretch(Journey[] journeys, Timeline timeline)
    {
        double first = timeline.WindowStart.Hours;
        double all = timeline.WindowHours;
        foreach (double length in Stretches.Select(h => Math.Min(h, all)))
        {
            double step = Math.Min(length, Timeline.HoursOfDay);
            double[] starts = [.. Enumerable.Range(0, 1 + (int)((all - length) / step)).Select(i => first + (i * step))];
            double best = starts.MaxBy(from => (Ended(from, length, seized: true), Ended(from, length, seized: false)));
            if (length == Stretches[^1] || journeys.Count(j => IsUnderWay(j, best, best + length)) <= MostLines)
            {
                return (best, length);
            }
        }

        return (first, all);

        int Ended(double from, double length, bool seized) =>
            journeys.Count(j => (j.Fate == Fate.Seized || !seized) && j.Ended.Hours >= from && j.Ended.Hours < from + length);
    }

    private static bool IsUnderWay(Journey journey, double from, double to) => journey.Left.Hours < to && journey.Ended.Hours >= from;

    private static SpaceTimeLine LineOf(Journey journey, MappedCorridor corridor, DutySpell[] duties)
    {
        int[] met =
        [
            .. corridor
                .Places.Zip(journey.Passages)
                .Index()
                .Where(at => duties.Any(d => d.Place == at.Item.First && d.Covers(at.Item.Second.Arrives)))
                .Select(at => at.Index),
        ];
        JourneyEnd end =
            journey.Fate == Fate.Seized ? JourneyEnd.Seized
            : met.Length > 0 ? JourneyEnd.Met
            : JourneyEnd.OffDuty;
        return new SpaceTimeLine(journey, end, met);
    }
}
