using System.CommandLine;
using SimInterdiction.Cli.Running;

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
            if (!StoredRun.TryFind(parsed.GetValue(run)!, parsed.GetValue(results)!, out StoredRun? stored, out string? problem, error))
            {
                error.WriteLine($"simint: {problem}");
                return ExitCode.Usage;
            }

            int wanted = parsed.GetValue(all) ? int.MaxValue : parsed.GetValue(sample) ?? 10;
            return new Verifying(stored, output, error).Execute(wanted, parsed.GetValue(jobs) ?? 0);
        });
        return command;
    }
}
