using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says what theory expects of deployments.</summary>
/// <param name="isJson">Whether as JSON.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes problems of the scenario.</param>
internal sealed class ExpectationPresenter(bool isJson, TextWriter output, TextWriter error) : IObserveScenario
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Of the last digit of a percentage where the scenario doesn't say what matters: hundredths.
    private const int UsualPlace = -2;

    private static readonly Dimension[] Breakdowns = [Dimension.Checkpoint, Dimension.TaskForce, Dimension.Corridor, Dimension.Flow];

    public void Read(ScenarioReading reading) => ScenarioInput.PrintProblems(reading, error);

    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(ExpectationOutcome outcome)
    {
        switch (outcome)
        {
            case ExpectationOutcome.Refused { Why: { } why }:
                return RefusalPresenter.Tell(why, error);
            case ExpectationOutcome.Stopped:
                error.WriteLine("Stopped; nothing was worked out.");
                return ExitCode.StoppedAndSaved;
            case ExpectationOutcome.Completed completed when isJson:
                output.WriteLine(Json(completed).ToJsonString(Indented));
                return ExitCode.Ok;
            case ExpectationOutcome.Completed completed:
                Tell(completed);
                return ExitCode.Ok;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Tell(ExpectationOutcome.Completed completed)
    {
        IReadOnlyList<ExpectedDeployment> deployments = completed.Deployments;
        int place = Digits.Finest(100 * completed.SmallestShareThatMatters) ?? UsualPlace;
        bool someLearn = deployments.Any(deployment => deployment.Known is not null);
        string[][] rows =
        [
            someLearn ? ["deployment", "seized", "share", "if they knew all risks"] : ["deployment", "seized", "share"],
            .. deployments.Select(deployment =>
                (string[])
                    [
                        deployment.Name,
                        Digits.Whole(deployment.Frozen.Seized),
                        Share(deployment.Frozen, place),
                        .. deployment.Known is { } known ? [Share(known, place)] : Array.Empty<string>(),
                    ]
            ),
        ];
        double dispatched = deployments[0].Frozen.Dispatched;
        Say($"{ProvenanceBlock.SyntheticWarning} Firearms that theory expects to be seized, of {Digits.Whole(dispatched)} dispatched:");
        foreach (string line in AlignedRows.Of(rows))
        {
            output.WriteLine(line);
        }

        foreach (string sentence in SimplificationWords.Of(deployments.Select(d => d.Frozen)))
        {
            Say(sentence);
        }

        Say(
            someLearn
                ? "Organizations stay as they are at the beginning, or, in the last column, know every risk; simint run has them learn."
                : "simint run says what chance does to it."
        );
    }

    private void Say(string sentence)
    {
        foreach (string line in TerminalTable.Wrap(sentence, string.Empty))
        {
            output.WriteLine(line);
        }
    }

    private static string Share(ExpectedSeizures expected, int place) =>
        expected.SeizureRate is { } rate ? $"{Digits.ToPlace(100 * rate, place)}%" : Plain.Dash;

    private static JsonObject Json(ExpectationOutcome.Completed completed) =>
        new()
        {
            ["data"] = "synthetic",
            ["deployments"] = new JsonArray([
                .. completed.Deployments.Select(deployment => new JsonObject
                {
                    ["name"] = deployment.Name,
                    ["frozen"] = Json(completed.World, deployment.Frozen),
                    ["known"] = deployment.Known is { } known ? Json(completed.World, known) : null,
                }),
            ]),
        };

    private static JsonObject Json(CompiledScenario world, ExpectedSeizures expected)
    {
        var json = new JsonObject
        {
            ["firearms_dispatched"] = expected.Dispatched,
            ["firearms_seized"] = expected.Seized,
            ["seizure_rate"] = expected.SeizureRate,
            ["fullest_lanes"] = expected.FullestLanes,
            ["fullest_secondary"] = expected.FullestSecondary,
            ["left_out"] = new JsonArray([.. expected.Simplifications.Select(s => (JsonNode)Snake($"{s}"))]),
        };
        foreach (Dimension dimension in Breakdowns)
        {
            json[$"by_{Snake($"{dimension}")}"] = new JsonObject(
                world
                    .EntryNames(dimension)
                    .Zip(expected.SeizedBy(dimension), (name, seized) => KeyValuePair.Create(name, (JsonNode?)seized))
            );
        }

        return json;
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
