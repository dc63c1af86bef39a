using System.CommandLine;
using SimInterdiction.Cli.Running;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Certificates;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint validate</c>: theory against simulation, on the planner's own machine.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var only = new Option<string[]>("--only") { Description = "Only these laws (see --list).", HelpName = "a,b" };
        Option<bool> list = CommonArguments.Flag("--list", "Names the laws, and checks nothing.");
        Option<long?> seed = CommonArguments.Number<long>(
            "--seed",
            "Other random numbers; default: 0, those that the developers saw.",
            0,
            1_000_000_000
        );
        Option<int?> jobs = CommonArguments.Jobs();
        Option<bool> json = CommonArguments.Flag("--json", "The certificate as JSON.");
        Option<bool> markdown = CommonArguments.Flag("--md", "The certificate as a Markdown page, to file away.");
        var command = new Command("validate", "Holds the simulation against what theory says, on this machine, and prints a certificate.")
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
                foreach (string line in CertificateText.Catalog())
                {
                    output.WriteLine(line);
                }

                return ExitCode.Ok;
            }

            string[] wanted = CommonArguments.SplitNames(parsed.GetValue(only));
            string[] known = [.. Certification.Catalog.SelectMany(family => family.Laws).Select(law => law.Name)];
            if (wanted.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                error.WriteLine($"simint: {Names.Missing("law", unknown, known)}");
                return ExitCode.Usage;
            }

            Func<Certificate, CertificateOrigin, string> write = (parsed.GetValue(json), parsed.GetValue(markdown)) switch
            {
                (true, _) => CertificateJson.Write,
                (_, true) => CertificateMarkdown.Write,
                _ => (certificate, origin) => string.Join(Environment.NewLine, CertificateText.Lines(certificate, origin)),
            };
            var options = new CertificationOptions
            {
                Only = wanted.Length > 0 ? wanted : null,
                Seed = parsed.GetValue(seed) ?? 0,
                Jobs = parsed.GetValue(jobs) ?? 0,
            };
            return new Validating(
                new Certification(text => ScenarioReader.ReadText(text).Scenario!, options),
                write,
                output,
                error
            ).Execute();
        });
        return command;
    }
}
