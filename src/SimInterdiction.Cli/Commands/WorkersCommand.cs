using System.CommandLine;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Workers;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint workers</c>: who simulates.</summary>
internal static class WorkersCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var server = new ClusterArguments("--on", "The NATS server that they have joined.", isRequired: true);
        var command = new Command("workers", "Lists the workers that have joined a server: what they are, and what they have done.");
        server.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                using var stop = new StopSignal();
                if (!server.TryConnect(parsed, error, waits: false, stop.Token, out ServerConnection? connection))
                {
                    return ExitCode.Usage;
                }

                await using (connection)
                {
                    if (await WorkerList.ReadAsync(connection, TimeProvider.System, stop.Token) is not { } workers)
                    {
                        error.WriteLine($"simint: {ConnectionWords.Of(new ConnectionFault.NoServer(connection.Url, "it was lost"))}");
                        return ExitCode.Usage;
                    }

                    foreach (string line in WorkerTable.Lines(workers))
                    {
                        output.WriteLine(line);
                    }

                    return ExitCode.Ok;
                }
            }
        );
        return command;
    }
}
