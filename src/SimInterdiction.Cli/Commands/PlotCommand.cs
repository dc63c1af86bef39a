using System.CommandLine;
using SimInterdiction.Cli.Running;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

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
        };
        command.SetAction(parsed =>
        {
            if (FigureCatalog.Find(parsed.GetValue(kind)!) is not { } wanted)
            {
                error.WriteLine($"simint: {Names.Missing("figure", parsed.GetValue(kind)!, FigureCatalog.All.Select(f => f.Name))}");
                return ExitCode.Usage;
            }

            if (parsed.GetValue(deployment) is not null && !wanted.IsAboutOne)
            {
                error.WriteLine(
                    $"simint: figure '{wanted.Name}' is about all deployments: leave --deployment out. About one are: {aboutOne}."
                );
                return ExitCode.Usage;
            }

            if (!StoredRun.TryFind(parsed.GetValue(run)!, parsed.GetValue(results)!, out StoredRun? stored, out string? problem, error))
            {
                error.WriteLine($"simint: {problem}");
                return ExitCode.Usage;
            }

            if (parsed.GetValue(deployment) is { } told && !stored.Manifest.Deployments.Contains(told))
            {
                error.WriteLine($"simint: {Names.Missing("deployment", told, stored.Manifest.Deployments)}");
                return ExitCode.Usage;
            }

            if (stored.Subject(parsed.GetValue(deployment)) is not { } subject)
            {
                error.WriteLine($"simint: '{stored.Folder}' holds no replication yet.");
                return ExitCode.RunFailed;
            }

            if (!wanted.HasData(subject.Study))
            {
                string how =
                    wanted.Needs == FigureCatalog.NeedsSensitivity
                        ? " Make it with: "
                            + $"{CommonArguments.With($"{SensitivityCommandText.After(stored.Manifest.Command)}{(wanted.Name == "two-inputs" ? " --method map" : string.Empty)}", stored.Results)}"
                        : string.Empty;
                error.WriteLine($"simint: figure '{wanted.Name}' needs {wanted.Needs}, which '{stored.Folder}' has not.{how}");
                return ExitCode.Usage;
            }

            string? left = (parsed.GetValue(png), parsed.GetValue(svg)) switch
            {
                (true, false) => ".svg",
                (false, true) => ".png",
                _ => null,
            };
            foreach ((string name, byte[] content) in FigureFile.Files(wanted.Make(subject)).Where(f => Path.GetExtension(f.Name) != left))
            {
                output.WriteLine(Documents.Save(parsed.GetValue(to) ?? Documents.FolderIn(stored.Folder), name, content));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
