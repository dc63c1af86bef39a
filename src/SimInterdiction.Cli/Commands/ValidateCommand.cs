using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Validations;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Settings;
using SimInterdiction.Cli.Solving;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Certificates;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint validate</c>: theory against simulation, on the planner's own machine.</summary>
internal static class ValidateCommand
{
    private const string Snip = "snip";

    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string[]> only = CommonArguments.Names(
            "--only",
            "Only the laws of these names; --list prints them, each under the part of the model that it is about."
        );
        var folder = new Argument<string?>("DIR")
        {
            Description = "With --only snip: a folder with the files of that public test of sensor placement, for the optimizer.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> list = CommonArguments.Flag("--list", "Lists the laws without checking them.");
        Option<long?> seed = CommonArguments.Number<long>(
            "--seed",
            "Other random numbers; default: 0, the ones the developers used.",
            0,
            1_000_000_000
        );
        Option<int?> jobs = CommonArguments.Jobs();
        Option<bool> json = CommonArguments.Flag("--json", "The certificate as JSON.");
        Option<bool> markdown = CommonArguments.Flag("--md", "The certificate as a Markdown page, to file away.");
        var command = new Command("validate", "Compares the simulation with theory on this machine, and prints a certificate.")
        {
            folder,
            only,
            list,
            seed,
            jobs,
            json,
            markdown,
        };
        command.AllowOneOf(json, markdown);
        command.Validators.Add(result =>
        {
            if (IsSnip(result.GetValue(only)) != result.GetValue(folder) is not null)
            {
                result.AddError($"--only {Snip} takes a folder with the files of that test, and nothing else does.");
            }
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list))
            {
                foreach (string line in CertificateText.Catalog(Validation.Catalog))
                {
                    output.WriteLine(line);
                }

                return ExitCode.Ok;
            }

            if (parsed.GetValue(folder) is { } snip)
            {
                return PlaceSensors(snip, parsed.GetValue(json), output, error);
            }

            Func<Certificate, CertificateOrigin, string> write = (parsed.GetValue(json), parsed.GetValue(markdown)) switch
            {
                (true, _) => CertificateJson.Write,
                (_, true) => CertificateMarkdown.Write,
                _ => (certificate, origin) => string.Join(Environment.NewLine, CertificateText.Lines(certificate, origin)),
            };
            using var stop = new StopSignal();
            using var presenter = new ValidationPresenter(write, output, error);
            return presenter.Tell(
                new Validation(CommonArguments.Workspace(FolderSettings.DefaultResults)).Execute(
                    new ValidationRequest(CommonArguments.SplitNames(parsed.GetValue(only)), parsed.GetValue(seed) ?? 0),
                    new Effort { Jobs = parsed.GetValue(jobs) ?? 0 },
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }

    private static bool IsSnip(string[]? only) => CommonArguments.SplitNames(only) is [Snip];

    private static int PlaceSensors(string folder, bool isJson, TextWriter output, TextWriter error)
    {
        using var stop = new StopSignal();
        using var presenter = new SnipPresenter(isJson, output, error);
        var validation = new SnipValidation(CommonArguments.Workspace(FolderSettings.DefaultResults), SolverCommand.Program);
        return presenter.Tell(validation.Execute(folder, presenter, stop.Token));
    }
}
