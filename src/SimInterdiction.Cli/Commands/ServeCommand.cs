using System.CommandLine;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Documents;
using SimInterdiction.Cli.Solving;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Web;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint serve</c>: the page that planners work in, in their browser.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 8377;
    private const string ShippedFolder = "scenarios";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Option<string?>("--folder")
        {
            Description = $"The folder of scenario files; default: '{ShippedFolder}' where there is one, else this folder.",
            HelpName = "DIR",
        };
        Option<int?> port = CommonArguments.Number<int>(
            "--port",
            $"At which port of this machine; 0 for a free one. Default: {UsualPort}.",
            0,
            65_535
        );
        Option<string> results = CommonArguments.Results();
        Option<int?> jobs = CommonArguments.Jobs();
        Option<bool> closed = CommonArguments.Flag("--no-open", "Does not open the page, only prints its address.");
        var command = new Command("serve", "Opens the page that planners work in: scenarios, runs and results, in the browser.")
        {
            folder,
            results,
            port,
            jobs,
            closed,
        };
        var server = new ClusterArguments("--on", ClusterArguments.Simulates, isRequired: false);
        server.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                ServerConnection? connection = null;
                if (server.IsGiven(parsed) && !server.TryConnect(parsed, error, waits: false, CancellationToken.None, out connection))
                {
                    return ExitCode.Usage;
                }

                await using ServerConnection? held = connection;
                var request = new PageRequest(
                    CommonArguments.Workspace(parsed.GetValue(results)!),
                    parsed.GetValue(folder) ?? (Directory.Exists(ShippedFolder) ? ShippedFolder : "."),
                    parsed.GetValue(port) ?? UsualPort
                )
                {
                    Effort = new Effort
                    {
                        Jobs = parsed.GetValue(jobs) ?? 0,
                        Cluster = connection is null ? null : ClusterArguments.ClusterOf(connection, error.WriteLine),
                    },
                    Solver = SolverCommand.Program,
                    Documents = DocumentCommand.Program,
                    SessionFile = SessionFileOf(parsed.GetValue(port) ?? UsualPort),
                };
                return await PlannersPage.StartAsync(request) switch
                {
                    PageStart.Started { Page: { } page } => await ServeAsync(page, !parsed.GetValue(closed), output, error),
                    PageStart.PortTaken it => Refuse(
                        $"another program, or another 'simint serve', uses port {it.Port}. Give another --port, or 0 for a free one.",
                        error
                    ),
                    PageStart.PortNotPermitted it => Refuse(
                        $"port {it.Port} is kept for the system. Give --port 1024 or above, or 0 for a free one.",
                        error
                    ),
                    PageStart.NoFolder it => Refuse($"there is no folder '{it.Folder}'.", error),
                    PageStart.NoResults it => Refuse($"{SaveWords.Of(it.Why)}.", error),
                    var other => throw new InvalidOperationException($"No words for {other}."),
                };
            }
        );
        return command;
    }

    // At a free port nobody looks for the page again.
    private static string? SessionFileOf(int port) =>
        port > 0 && Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } own
            ? Path.Combine(own, "simint", $"session-{port}")
            : null;

    private static async Task<int> ServeAsync(PlannersPage page, bool isOpened, TextWriter output, TextWriter error)
    {
        using var stop = new StopSignal();
        await using (page)
        {
            output.WriteLine(page.Address.AbsoluteUri);
            output.Flush();
            foreach (string note in page.Notes)
            {
                error.WriteLine(note);
            }

            if (isOpened && !Screen.TryOpen(page.Address))
            {
                error.WriteLine("There is no browser to be found here: open the address above in one on this machine.");
            }

            error.WriteLine("The address lets nobody in but whoever sits at this machine and has it. Ctrl-C ends the page.");
            await stop.WaitAsync();
            return page.IsRunning ? ExitCode.StoppedAndSaved : ExitCode.Ok;
        }
    }

    private static int Refuse(string sentence, TextWriter error)
    {
        error.WriteLine($"simint: {sentence}");
        return ExitCode.Usage;
    }
}
