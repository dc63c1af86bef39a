using System.CommandLine;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Workers;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint worker</c>: simulates chunks for runs elsewhere.</summary>
internal static class WorkerCommand
{
    public static Command Create(TextWriter error)
    {
        var server = new ClusterArguments("--join", "The NATS server whose chunks it takes.", isRequired: true);
        Option<int?> slots = CommonArguments.Number<int>("--slots", "How many chunks at once; default: one per core.", 1, 1024);
        Option<bool> quiet = CommonArguments.Flag("--quiet", "Nothing but errors.");
        var command = new Command("worker", "Simulates chunks for runs on other machines, until it is stopped. It keeps nothing.")
        {
            slots,
            quiet,
        };
        server.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                using var stop = new StopSignal();
                if (!server.TryConnect(parsed, error, waits: true, stop.Token, out ServerConnection? connection))
                {
                    return stop.Token.IsCancellationRequested ? ExitCode.Ok : ExitCode.Usage;
                }

                await using (connection)
                {
                    var machine = Machine.Here;
                    var options = new WorkerOptions(
                        Environment.MachineName,
                        machine.Cpu,
                        ModelVersion.Current,
                        parsed.GetValue(slots) ?? Environment.ProcessorCount
                    );
                    await new Worker(
                        connection,
                        options,
                        new WorkerPresenter(connection.Url, options, parsed.GetValue(quiet), error)
                    ).RunAsync(stop.Token);
                    return ExitCode.Ok;
                }
            }
        );
        return command;
    }
}
