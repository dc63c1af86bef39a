using System.CommandLine;
using SimInterdiction.Cli.Running;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint report</c>: a finished run as report, deck, workbook or pages of figures.</summary>
internal static class ReportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = CommonArguments.Run();
        Option<string> results = CommonArguments.Results();
        string formats = string.Join(',', Documents.All.Select(d => d.Format));
        var format = new Option<string[]>("--format")
        {
            Description = $"Which of {formats}: web page, deck, workbook, report on paper. Default: html.",
            HelpName = formats,
        };
        var to = new Option<string?>("--to") { Description = "Where to write; default: the run's folder 'documents'.", HelpName = "DIR" };
        Option<bool> open = CommonArguments.Flag("--open", "Opens what was written.");
        var command = new Command(
            "report",
            "Writes a finished run as report (html, or pdf for paper), deck (pptx) or workbook (xlsx), without simulating."
        )
        {
            run,
            results,
            format,
            to,
            open,
        };
        command.SetAction(parsed =>
        {
            string[] asked = CommonArguments.SplitNames(parsed.GetValue(format));
            asked = asked.Length == 0 ? ["html"] : asked;
            if (asked.FirstOrDefault(name => Documents.All.All(d => d.Format != name)) is { } unknown)
            {
                error.WriteLine($"simint: {Names.Missing("format", unknown, Documents.All.Select(d => d.Format))}");
                return ExitCode.Usage;
            }

            if (!StoredRun.TryFind(parsed.GetValue(run)!, parsed.GetValue(results)!, out StoredRun? stored, out string? problem, error))
            {
                error.WriteLine($"simint: {problem}");
                return ExitCode.Usage;
            }

            return Write(stored, asked, parsed.GetValue(to) ?? Documents.FolderIn(stored.Folder), parsed.GetValue(open), output, error);
        });
        return command;
    }

    private static int Write(StoredRun run, string[] formats, string folder, bool isOpened, TextWriter output, TextWriter error)
    {
        if (run.Subject() is not { } subject)
        {
            error.WriteLine($"simint: '{run.Folder}' holds no replication yet.");
            return ExitCode.RunFailed;
        }

        foreach (DocumentKind kind in Documents.All.Where(d => formats.Contains(d.Format)))
        {
            string path = Documents.Save(folder, kind.File, kind.Make(subject));
            output.WriteLine(path);
            if (isOpened && !Screen.TryOpen(path))
            {
                error.WriteLine($"simint: there is no screen here, or no program, to show {path} with.");
            }
        }

        return ExitCode.Ok;
    }
}
