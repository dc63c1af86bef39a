using System.CommandLine;
using SimInterdiction.Application.Folders;
using SimInterdiction.Cli.Settings;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint settings</c>: what this folder remembers, so that it need not be given with every
/// command.</summary>
internal static class SettingsCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Which setting; without one, all are shown. There is out, the folder of results.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var value = new Argument<string?>("VALUE") { Description = "What it shall be.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> unset = CommonArguments.Flag("--unset", "Forgets the setting.");
        var command = new Command("settings", "Shows, sets or forgets what this folder remembers, such as where results go.")
        {
            name,
            value,
            unset,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(name) is { } wanted && !FolderSettings.Names.Contains(wanted))
            {
                given.AddError(Scenarios.Names.Missing("setting", wanted, FolderSettings.Names));
            }
            else if (given.GetValue(unset) && (given.GetValue(name) is null || given.GetValue(value) is not null))
            {
                given.AddError("--unset takes the name of a setting, and no value.");
            }
            else if (given.GetValue(value) is { } text && !FolderSettings.IsFolderName(text))
            {
                given.AddError("out takes the name of a folder, and what it was given is none.");
            }
            else if (given.GetValue(value) is { } folder && OutputFolder.FileInTheWay(folder) is { } file)
            {
                given.AddError($"out takes the name of a folder, and '{Shortened.Text(file)}' is a file.");
            }
        });
        command.SetAction(parsed =>
        {
            FolderSettings settings = FolderSettings.Read(".", out string? trouble);
            bool isForgotten = parsed.GetValue(unset);
            if (parsed.GetValue(value) is { } wanted)
            {
                (settings with { Results = wanted }).Write(".");
            }
            else if (isForgotten)
            {
                (settings with { Results = null }).Write(".");
            }
            else if (trouble is not null)
            {
                error.WriteLine($"simint: {trouble}");
                return ExitCode.Usage;
            }

            Show(FolderSettings.Here, output);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(FolderSettings settings, TextWriter output)
    {
        string remembered = CommandWording.Quote(settings.ResultsInForce);
        output.WriteLine(
            settings.Results is null
                ? $"out  {remembered}  (the default; 'simint settings out DIR' has this folder remember another)"
                : $"out  {remembered}  (from {FolderSettings.FileName} in this folder; 'simint settings out --unset' forgets it)"
        );
    }
}
