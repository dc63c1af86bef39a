using System.CommandLine;
using SimInterdiction.Application.Replays;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint replay</c>: one replication of a run again, with everything that happened.</summary>
internal static class ReplayCommand
{
    private const string FollowLead = "lead";

    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = CommonArguments.Run();
        Option<string> results = CommonArguments.Results();
        var deployment = new Option<string>("--deployment")
        {
            Description = "Which deployment.",
            HelpName = "name",
            Required = true,
        };
        Option<int?> replication = CommonArguments.Number<int>("--replication", "Which replication, from 0.", 0, 100_000_000);
        replication.Required = true;
        var adversary = new Option<string>("--adversary")
        {
            Description =
                "Against which variant of the organizations: a name of the scenario's, or frozen. Default: the one that results are about.",
            HelpName = "name",
        };
        var follow = new Option<string>("--follow")
        {
            Description =
                "lead: the longest chain of seizure, trace, lead, stop and seizure. Or a shipment such as houston/1204: all "
                + "that happens to it.",
            HelpName = "lead|shipment",
        };
        var animate = new Option<string>("--animate")
        {
            Description = "Writes the days in which most is seized as a moving map: one HTML file, for any browser.",
            HelpName = "FILE",
        };
        var with = new Option<string>("--with")
        {
            Description = "The deployment beside it on that map. Default: the baseline.",
            HelpName = "name",
        };
        var csv = new Option<string>("--csv") { Description = "Writes down every fact as CSV.", HelpName = "FILE" };
        var parquet = new Option<string>("--parquet") { Description = "Writes down every fact as Parquet.", HelpName = "FILE" };
        Option<bool> force = CommonArguments.Flag("--force", "Overwrites files that are there.");
        var command = new Command(
            "replay",
            "Simulates one replication of a run again, checks that it comes out as stored, and tells what happens in it."
        )
        {
            run,
            deployment,
            replication,
            adversary,
            follow,
            animate,
            with,
            csv,
            parquet,
            force,
            results,
        };
        command.SetAction(parsed =>
        {
            bool followsLeads = parsed.GetValue(follow) == FollowLead;
            using var stop = new StopSignal();
            using var presenter = new ReplayPresenter(followsLeads, output, error);
            return presenter.Tell(
                new RunReplay(CommonArguments.Workspace(parsed.GetValue(results)!)).Execute(
                    new ReplayRequest
                    {
                        Run = parsed.GetValue(run)!,
                        Deployment = parsed.GetValue(deployment)!,
                        Replication = parsed.GetValue(replication)!.Value,
                        Adversary = parsed.GetValue(adversary),
                        Shipment = followsLeads ? null : parsed.GetValue(follow),
                        AnimationFile = parsed.GetValue(animate),
                        Beside = parsed.GetValue(with),
                        CsvFile = parsed.GetValue(csv),
                        ParquetFile = parsed.GetValue(parquet),
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
