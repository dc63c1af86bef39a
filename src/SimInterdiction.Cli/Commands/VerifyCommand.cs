using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Verifications;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint verify</c>: whether a run's numbers come out again.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = CommonArguments.Run();
        Option<string> results = CommonArguments.Results();
        Option<int?> sample = CommonArguments.Number<int>(
            "--sample",
            "How many replications to simulate again, spread over the run; default: 10.",
            1,
            1_000_000
        );
        Option<bool> all = CommonArguments.Flag("--all", "Simulates all replications again.");
        Option<int?> jobs = CommonArguments.Jobs();
        var command = new Command(
            "verify",
            "Simulates replications of a run again and compares them with what it holds, bit by bit; checks that no file was changed."
        )
        {
            run,
            results,
            sample,
            all,
            jobs,
        };
        command.SetAction(parsed =>
        {
            int wanted = parsed.GetValue(all) ? int.MaxValue : parsed.GetValue(sample) ?? 10;
            using var stop = new StopSignal();
            using var presenter = new VerificationPresenter(output, error);
            return presenter.Tell(
                new RunVerification(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                    new VerificationRequest(parsed.GetValue(run)!, wanted),
                    new Effort { Jobs = parsed.GetValue(jobs) ?? 0 },
                    presenter,
                    stop.Token
                )
            );
        });
        return command;
    }
}
