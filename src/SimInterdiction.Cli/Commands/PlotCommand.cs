using System.CommandLine;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Reporting.Figures.Catalog;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint plot</c>: one figure of a finished run.</summary>
internal static class PlotCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = CommonArguments.Run();
        string kinds = string.Join(", ", FigureCatalog.All.Select(f => f.Name));
        string aboutOne = string.Join(", ", FigureCatalog.All.Where(f => f.IsAboutOne).Select(f => f.Name));
        var kind = new Argument<string>("KIND") { Description = $"Which figure: {kinds}." };
        Option<string> results = CommonArguments.Results();
        var deployment = new Option<string?>("--deployment")
        {
            Description = $"For figures about one deployment ({aboutOne}): which one. Default: the one that the answer tells of.",
            HelpName = "name",
        };
        Option<bool> png = CommonArguments.Flag("--png", "As PNG, for slides and print.");
        Option<bool> svg = CommonArguments.Flag("--svg", "As SVG.");
        var to = new Option<string?>("--to") { Description = "Where to write; default: the run's folder 'documents'.", HelpName = "DIR" };
        Option<bool> force = CommonArguments.Flag("--force", "Overwrites files that are there.");
        var command = new Command(
            "plot",
            "Draws one figure of a finished run, with its data (CSV) and its words (TXT). Without --png or --svg: both."
        )
        {
            run,
            kind,
            deployment,
            results,
            png,
            svg,
            to,
            force,
        };
        command.SetAction(parsed =>
        {
            string[] leftOut = (parsed.GetValue(png), parsed.GetValue(svg)) switch
            {
                (true, false) => [".svg"],
                (false, true) => [".png"],
                _ => [],
            };
            using var stop = new StopSignal();
            using var presenter = new DocumentPresenter(isOpened: false, output, error);
            return presenter.Tell(
                new RunDocuments(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                    new FigureRequest(parsed.GetValue(run)!, parsed.GetValue(kind)!, parsed.GetValue(deployment), parsed.GetValue(to))
                    {
                        LeftOut = leftOut,
                        MayReplace = parsed.GetValue(force),
                    },
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
