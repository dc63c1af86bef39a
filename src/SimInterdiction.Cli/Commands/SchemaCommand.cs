using System.CommandLine;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint schema</c>: the JSON Schema that lets editors complete and check scenario files.</summary>
internal static class SchemaCommand
{
    public static Command Create(TextWriter output)
    {
        Option<bool> reference = CommonArguments.Flag("--reference", "The reference of all keys (Markdown) instead.");
        var command = new Command("schema", "Prints the JSON Schema of scenario files.") { reference };
        command.SetAction(parsed => output.Write(parsed.GetValue(reference) ? ActionWords.Reference() : ScenarioSchema.ToJson()));
        return command;
    }
}
