using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Templates;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint init</c>: a scenario to start from.</summary>
internal static class InitCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to; created if missing." };
        folder.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var written }] && string.IsNullOrWhiteSpace(written))
            {
                given.AddError("The folder to write to has no name; '.' is this one.");
            }
        });
        var template = new Option<string>("--template")
        {
            Description = $"Which template: {string.Join(", ", ScenarioTemplates.Names)}.",
            DefaultValueFactory = _ => ScenarioTemplates.Names[0],
            HelpName = "name",
        };
        template.TakesOneOf([.. ScenarioTemplates.Names]);
        var command = new Command("init", "Writes a small scenario to start from, with its schema for editors.") { folder, template };
        command.SetAction(parsed =>
        {
            NewScenarioOutcome outcome = NewScenario.Write(new TemplateRequest(parsed.GetValue(template)!, parsed.GetValue(folder)!));
            switch (outcome)
            {
                case NewScenarioOutcome.Completed completed:
                    output.WriteLine(
                        completed.KeptOtherSchema
                            ? $"Wrote {completed.File}. Another {NewScenario.Schema} was there and is left as it is; "
                                + "'simint schema' prints that of this version."
                            : $"Wrote {completed.File} and {NewScenario.Schema}."
                    );
                    output.WriteLine($"  Next    {new CommandWording().Of(completed.Next)}");
                    return ExitCode.Ok;
                case NewScenarioOutcome.NotSaved { Why: { } why }:
                    error.WriteLine($"simint: {SaveWords.Of(why)}.");
                    return ExitCode.RunFailed;
                case NewScenarioOutcome.Refused { Why: Refusal.FileExists { Path: { } file } }:
                    error.WriteLine($"simint: {file} exists already; nothing was written.");
                    return ExitCode.Usage;
                case NewScenarioOutcome.Refused { Why: { } refusal }:
                    return RefusalPresenter.Tell(refusal, error);
                default:
                    throw new InvalidOperationException($"{outcome} has no words.");
            }
        });
        return command;
    }
}
