using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Reporting;

/// <summary>One replication of a sample, made up: a shipment every few hours on each corridor, one in seven of them
/// seized if anything is.</summary>
internal static class SampleCourse
{
    private const double MilesPerHour = 55;

    public static Replay? Of(StudyResult study)
    {
        if (study.Deployments.All(d => d.Measures[study.Measure.Name].Mean is null))
        {
            return null;
        }

        bool isAnySeized = study.Deployments.Any(d => d.Measures[study.Measure.Name].Mean > 0);
        double start = study.Scenario.WarmUpHours;
        var map = RouteMap.Build(study.Scenario);
        Journey[] journeys =
        [
            .. map
                .Corridors.Index()
                .SelectMany(c =>
                    Enumerable
                        .Range(0, (int)(study.Scenario.LengthHours / 5))
                        .Select(i => Of(c.Item, c.Index, i, start + (5 * i), isAnySeized && (i + c.Index) % 7 == 0))
                ),
        ];
        DutySpell[] duties =
        [
            .. study
                .Scenario.Checkpoints.Where(c => map.Corridors[0].Places.Contains(c.Value.Place ?? c.Key))
                .SelectMany(c =>
                    Enumerable
                        .Range(0, (int)((start + study.Scenario.LengthHours) / 24))
                        .Select(day => new DutySpell(
                            c.Value.Place ?? c.Key,
                            c.Key,
                            "unit",
                            "outbound_team",
                            new Instant((24 * day) + 8),
                            new Instant((24 * day) + 18)
                        ))
                ),
        ];
        return new Replay
        {
            Arm = new Arm(study.Baseline),
            Replication = 0,
            Facts = [],
            Course = new Course(journeys, duties),
            Totals = [],
            Hash = string.Empty,
            StoredHash = string.Empty,
            Differing = [],
        };
    }

    private static Journey Of(MappedCorridor corridor, int index, int number, double left, bool isSeized)
    {
        Passage[] passages =
        [
            .. corridor
                .Places.Select((_, step) => new Instant(left + (corridor.LegMiles.Take(step).Sum() / MilesPerHour)))
                .Select(at => new Passage(at, at)),
        ];
        int last = isSeized ? passages.Length / 2 : passages.Length - 1;
        return new Journey
        {
            Shipment = $"all/{(100 * number) + index}",
            Organization = "all",
            Corridor = corridor.Name,
            Firearms = 1 + (number % 9),
            Counts = true,
            Passages = passages[..(last + 1)],
            Fate = isSeized ? Fate.Seized : Fate.NotStopped,
        };
    }
}
