using System.CommandLine;
using SimInterdiction.Application.Folders;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint init</c>: a scenario to start from.</summary>
internal static class InitCommand
{
    private const string SchemaName = "scenario.schema.json";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to; made if need be." };
        var template = new Option<string>("--template")
        {
            Description = $"Which template: {string.Join(", ", ScenarioTemplates.Names)}.",
            DefaultValueFactory = _ => ScenarioTemplates.Names[0],
            HelpName = "name",
        };
        template.AcceptOnlyFromAmong([.. ScenarioTemplates.Names]);
        var command = new Command("init", "Writes a small scenario to start from, with its schema for editors.") { folder, template };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(folder)!;
            string name = parsed.GetValue(template)!;
            string file = Path.Combine(target, $"{name}.yaml");
            if (File.Exists(file))
            {
                error.WriteLine($"simint: {file} exists already; nothing was written.");
                return ExitCode.Usage;
            }

            OutputFolder.Make(target);
            File.WriteAllText(file, ScenarioTemplates.TextOf(name));
            WriteSchema(Path.Combine(target, SchemaName), file, output);
            output.WriteLine($"  Next    simint run {file}");
            return ExitCode.Ok;
        });
        return command;
    }

    // One that is there may be of another version, or somebody's own.
    private static void WriteSchema(string schema, string file, TextWriter output)
    {
        string text = ScenarioSchema.ToJson();
        if (!File.Exists(schema))
        {
            File.WriteAllText(schema, text);
            output.WriteLine($"Wrote {file} and {SchemaName}.");
            return;
        }

        output.WriteLine($"Wrote {file}.");
        if (File.ReadAllText(schema) != text)
        {
            output.WriteLine(
                $"{SchemaName} was there already, is not that of this version, and was left as it is; 'simint schema' prints it."
            );
        }
    }
}
