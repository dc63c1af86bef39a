using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Validations;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Settings;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Certificates;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint validate</c>: theory against simulation, on the planner's own machine.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string[]> only = CommonArguments.Names(
            "--only",
            "Only the laws of these names; --list prints them, each under the part of the model that it is about."
        );
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
            only,
            list,
            seed,
            jobs,
            json,
            markdown,
        };
        command.AllowOneOf(json, markdown);
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
}
