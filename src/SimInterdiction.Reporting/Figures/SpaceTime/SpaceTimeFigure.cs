using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.SpaceTime;

/// <summary>The figure <c>spacetime</c>: the shipments of one corridor over some days of one replication, and when
/// teams were on duty along it. An example, not a result.</summary>
public sealed record SpaceTimeFigure : FigureContent
{
    /// <summary>What is shown; null where <see cref="Nothing"/> says why not.</summary>
    public required SpaceTimeScene? Scene { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => SpaceTimeDrawing.Draw(this);

    public static SpaceTimeFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        SpaceTimeScene? scene = subject.Example is { } example ? SpaceTimeScene.Of(study.Scenario, example.Course) : null;
        string? nothing =
            scene is not null ? null
            : subject.Example is null
                ? "No replication can be shown as an example: this version of the program can't reproduce the stored one."
            : "No shipment left in the replication that would be shown.";
        return new SpaceTimeFigure
        {
            Words = new FigureWords
            {
                Title = scene is null ? "No example of shipments on their way can be shown" : Title(subject.Told, scene),
                Subtitle = scene is null
                    ? "One corridor over some days of one replication."
                    : $"Replication {subject.Example!.Replication}, {WithOf(scene)}, {scene.Corridor}, not a result. "
                        + $"{Outcome(scene)} {SpaceTimeScene.Picked}",
                HowToRead =
                    "How to read: each line is a shipment, time left to right, distance upward. Grey bars: a team is on duty at that "
                    + "place; circles: a shipment passes it there. Chance "
                    + "decides much in a single replication; averages stand in the other figures.",
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = nothing ?? Describe(subject.Example!, scene!),
            },
            Scene = scene,
            Nothing = nothing,
            Csv = Data(scene),
        };
    }

    private static string WithOf(SpaceTimeScene scene) => $"{SpaceTimeScene.Lasting(scene.Hours)} from {scene.Starts:d MMM yyyy HH:mm}";

    private static string Title(DeploymentResult told, SpaceTimeScene scene) =>
        $"{told.Label}, one example: {SpaceTimeScene.Lasting(scene.Hours)} of shipments to {scene.Destination}";

    private static string Outcome(SpaceTimeScene scene)
    {
        string others =
            scene.Bars.Count == 0
                ? "no team is on duty on their way"
                : $"{Number(scene.Count(JourneyEnd.Met), "passes", "pass")} a team on duty, "
                    + $"{Number(scene.Count(JourneyEnd.OffDuty), "passes", "pass")} none";
        return $"Of {Plain.Count(scene.Ends, "shipment")} that {(scene.Ends == 1 ? "ends" : "end")} here, " + $"{Seized(scene)}; {others}.";
    }

    private static string Seized(SpaceTimeScene scene) => $"{Number(scene.Count(JourneyEnd.Seized), "is", "are")} seized";

    private static string Number(int count, string one, string many) => $"{Digits.Whole(count)} {(count == 1 ? one : many)}";

    private static string Describe(Replay example, SpaceTimeScene scene) =>
        $"An example, replication {example.Replication}, not a result. {scene.Corridor}, {WithOf(scene)}: of "
        + $"{Plain.Count(scene.Ends, "shipment")} that {(scene.Ends == 1 ? "ends" : "end")} in it, {Seized(scene)}, "
        + $"{Number(scene.Count(JourneyEnd.Met), "passes", "pass")} a team on duty that does not stop it or does not find the load, and "
        + $"{Number(scene.Count(JourneyEnd.OffDuty), "passes", "pass")} while no team is on duty. "
        + (
            scene.Bars.Count == 0
                ? "No team is on duty along the corridor."
                : $"Teams are on duty at times at {Plain.List([.. scene.Places.Where(p => p.IsManned).Select(p => p.Label)])}."
        );

    private static string NameOf(JourneyEnd end) =>
        end switch
        {
            JourneyEnd.Seized => "seized",
            JourneyEnd.Met => "passed a team on duty",
            _ => "passed no team on duty",
        };

    private static string Data(SpaceTimeScene? scene)
    {
        var csv = new CsvText("what", "shipment", "firearms", "end", "place", "miles", "from", "to");
        foreach (SpaceTimeLine line in scene?.Lines ?? [])
        {
            foreach ((SpaceTimePlace place, Passage passage) in scene!.Places.Zip(line.Journey.Passages))
            {
                csv.Row(
                    "shipment",
                    line.Journey.Shipment,
                    line.Journey.Firearms,
                    NameOf(line.End),
                    place.Name,
                    place.Miles,
                    Time(passage.Arrives.Hours),
                    Time(passage.Leaves.Hours)
                );
            }
        }

        foreach (DutySpell bar in scene?.Bars ?? [])
        {
            SpaceTimePlace at = scene!.Places.First(p => p.Name == bar.Place);
            csv.Row("on duty", $"{bar.TaskForce}, {bar.Team}", null, null, at.Name, at.Miles, Time(bar.From.Hours), Time(bar.To.Hours));
        }

        return csv.ToString();

        string Time(double hours) => scene!.At(hours).ToString("yyyy-MM-ddTHH:mm:ss");
    }
}
