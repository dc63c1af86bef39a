using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Validations;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Optimization.Networks;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says how the search does on the public test of sensor placement, line by line as it goes.</summary>
/// <param name="isJson">Whether as JSON, at the end.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class SnipPresenter(bool isJson, TextWriter output, TextWriter error) : IObserveSnip, IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private ProgressLine? line;

    public void Placing(SnipPlacement placement, int done, int all)
    {
        if (done == 0 && !isJson)
        {
            output.WriteLine("Sensors against smugglers who know them: the share that passes the best placement");
            output.WriteLine("  sensors  each passes      found         known         gap      s");
        }

        line = ProgressLine.Begin();
        line?.Show($"{placement.Most} sensors, {Words(placement.Sensors)}", done, all);
    }

    public void Placed(SnipCheck check)
    {
        Dispose();
        if (!isJson)
        {
            string kind = $"{check.Placement.Most, 7}  {Words(check.Placement.Sensors), -15}";
            string shares = FormattableString.Invariant($"{check.Passes:0.0000000000}  {check.Placement.Passes:0.0000000000}");
            string gap = FormattableString.Invariant($"{check.Gap:0.0e+0}");
            string disagrees = check.Agrees ? string.Empty : "  DISAGREES";
            output.WriteLine($"  {kind}  {shares}  {gap, 7}  {Digits.Round(check.Seconds), 5}{disagrees}");
        }
    }

    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(SnipOutcome outcome)
    {
        Dispose();
        switch (outcome)
        {
            case SnipOutcome.NoFiles none:
                error.WriteLine($"simint: '{none.Folder}' is not a folder with the three files of SNIP: {SnipInstance.Files}.");
                return ExitCode.Usage;
            case SnipOutcome.NoSolver:
                error.WriteLine("simint: there is no solver for this platform.");
                return ExitCode.RunFailed;
            case SnipOutcome.Unreadable unreadable:
                error.WriteLine($"simint: the files in '{unreadable.Folder}' can't be read: {unreadable.Problem}");
                return ExitCode.Usage;
            case SnipOutcome.Stopped stopped:
                Tell(stopped.Checks);
                error.WriteLine("Stopped; what stands above was checked.");
                return ExitCode.StoppedAndSaved;
            case SnipOutcome.Completed completed:
                Tell(completed.Checks);
                return completed.Checks.All(check => check.Agrees) ? ExitCode.Ok : ExitCode.RunFailed;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    public void Dispose()
    {
        line?.Dispose();
        line = null;
    }

    private void Tell(IReadOnlyList<SnipCheck> checks)
    {
        if (isJson)
        {
            output.WriteLine(new JsonArray([.. checks.Select(Json)]).ToJsonString(Indented));
            return;
        }

        output.WriteLine($"{checks.Count(check => check.Agrees)} of {checks.Count} agree to ten digits and are proven to a millionth.");
    }

    private static JsonNode Json(SnipCheck check) =>
        new JsonObject
        {
            ["sensors"] = check.Placement.Most,
            ["kind"] = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{check.Placement.Sensors}"),
            ["passes"] = check.Passes,
            ["known"] = check.Placement.Passes,
            ["gap"] = check.Gap,
            ["seconds"] = check.Seconds,
            ["agrees"] = check.Agrees,
        };

    private static string Words(SnipSensors sensors) =>
        sensors switch
        {
            SnipSensors.AsInFile => "as in the file",
            SnipSensors.Half => "half as many",
            SnipSensors.Tenth => "a tenth as many",
            SnipSensors.Perfect => "nobody",
            _ => throw new ArgumentOutOfRangeException(nameof(sensors), sensors, "They have no words."),
        };
}
