using System.CommandLine;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint report</c>: a finished run as report, deck, workbook or pages of figures.</summary>
internal static class ReportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = CommonArguments.Run();
        Option<string> results = CommonArguments.Results();
        string formats = string.Join(',', DocumentCatalog.Formats);
        Option<string[]> format = CommonArguments.Names(
            "--format",
            $"Which of {formats}: web page, deck, workbook, report on paper, one page for those who decide. Default: html.",
            formats
        );
        var to = new Option<string?>("--to") { Description = "Where to write; default: the run's folder 'documents'.", HelpName = "DIR" };
        Option<bool> force = CommonArguments.Flag("--force", "Overwrites files that are there.");
        Option<bool> open = CommonArguments.Flag("--open", "Opens what was written.");
        var command = new Command(
            "report",
            "Writes a finished run as report (html, or pdf for paper), one-page brief (pdf and docx), deck (pptx) or workbook (xlsx), "
                + "without simulating."
        )
        {
            run,
            results,
            format,
            to,
            force,
            open,
        };
        command.SetAction(parsed =>
        {
            string[] asked = CommonArguments.SplitNames(parsed.GetValue(format));
            asked = asked.Length == 0 ? ["html"] : asked;
            using var stop = new StopSignal();
            using var presenter = new DocumentPresenter(parsed.GetValue(open), output, error);
            return presenter.Tell(
                new RunDocuments(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                    new DocumentRequest(parsed.GetValue(run)!, asked, parsed.GetValue(to)) { MayReplace = parsed.GetValue(force) },
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
