using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint check</c>: says whether scenario files are valid, and every problem they have.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.TakesOneOf("text", "json");
        Option<string[]> set = CommonArguments.Set();
        Option<string[]> whatIf = CommonArguments.WhatIf();
        whatIf.Description = "Also checks a question as 'run' would ask it, such as \"total_flow x 2\". May be repeated.";
        var command = new Command("check", "Validates scenario files; shows every problem at once.") { files, format, set, whatIf };
        command.SetAction(parsed =>
        {
            var options = new ReadingOptions { Overrides = parsed.GetValue(set) ?? [], WhatIfs = parsed.GetValue(whatIf) ?? [] };
            ScenarioReading[] readings = [.. parsed.GetValue(files)!.Select(f => ScenarioReader.ReadFile(f, options))];
            if (parsed.GetValue(format) == "json")
            {
                output.WriteLine(new JsonArray([.. readings.Select(ToJson)]).ToJsonString(Indented));
            }
            else
            {
                PrintText(readings, output, error);
            }

            return readings.Any(r => r.HasErrors) ? ExitCode.ScenarioErrors : ExitCode.Ok;
        });
        return command;
    }

    private static void PrintText(ScenarioReading[] readings, TextWriter output, TextWriter error)
    {
        foreach (ScenarioReading reading in readings)
        {
            ScenarioInput.PrintProblems(reading, error);
            if (!reading.HasErrors)
            {
                output.WriteLine(ScenarioInput.Verdict(reading));
                foreach (string line in PreviewLines.Costs(ScenarioPreview.Of(reading.Scenario!)))
                {
                    output.WriteLine(line);
                }
            }
        }
    }

    private static JsonNode ToJson(ScenarioReading reading) =>
        new JsonObject
        {
            ["file"] = reading.FileName,
            ["valid"] = !reading.HasErrors,
            ["deployments"] = new JsonArray([
                .. (reading.Scenario is { } scenario ? ScenarioPreview.Of(scenario).Deployments : []).Select(d => new JsonObject
                {
                    ["name"] = d.Name,
                    ["officer_hours"] = d.OfficerHours,
                    ["cost_usd"] = d.CostUsd,
                }),
            ]),
            ["problems"] = new JsonArray([
                .. reading.Problems.Select(p => new JsonObject
                {
                    ["severity"] = p.Severity == Severity.Error ? "error" : "warning",
                    ["code"] = p.Code,
                    ["file"] = CommandWording.OfOrigin(p.File),
                    ["line"] = p.Line,
                    ["column"] = p.Column,
                    ["message"] = p.Message,
                    ["allowed"] = p.Allowed,
                    ["hint"] = p.Hint,
                }),
            ]),
        };
}
