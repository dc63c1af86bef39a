using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Workers;

namespace SimInterdiction.Tests.Cluster.Workers;

/// <summary>Who is there, who has left and who was lost.</summary>
public sealed class WorkerListTests
{
    [Test]
    public void Who_works_who_was_stopped_and_who_is_not_heard_is_told_apart()
    {
        using var server = new NatsServer();
        using var cluster = new ClusterDesk(server);
        ServerConnection connection = cluster.Connect();
        CancellationTokenSource stopped = cluster.AddWorker(machine: "stopped");
        cluster.AddWorker(machine: "working");
        new Rogue(connection).SayAt("lost");
        Assert.That(SpinWait.SpinUntil(() => Listed(connection)?.Count == 3, TimeSpan.FromSeconds(20)), Is.True);
        stopped.Cancel();
        Assert.That(SpinWait.SpinUntil(() => Listed(connection)![1].State.HasEnded, TimeSpan.FromSeconds(20)), Is.True);
        IReadOnlyList<ListedWorker> all = Listed(connection)!;
        Assert.That(all.Select(w => w.State.Machine), Is.EqualTo(new[] { "lost", "stopped", "working" }));
        Assert.That(all.Select(w => w.IsThere), Is.EqualTo(new[] { false, false, true }));
        string[] lines = [.. WorkerTable.Lines(all)];
        Assert.That(lines[0], Does.StartWith("name").And.Contain("process"));
        Assert.That(lines[1], Does.Contain("not heard").And.Contain("s ago"));
        Assert.That(lines[2], Does.Contain("stopped").And.Contain($"{Environment.ProcessId}"));
        Assert.That(lines[3], Does.Contain("0 of 1").And.EndWith("now"));
    }

    [Test]
    public void A_server_that_is_lost_meanwhile_is_an_answer_and_no_failure()
    {
        using var server = new NatsServer();
        using var cluster = new ClusterDesk(server);
        ServerConnection connection = cluster.Connect();
        server.Kill();
        Assert.That(Listed(connection), Is.Null);
    }

    private static IReadOnlyList<ListedWorker>? Listed(ServerConnection connection) =>
        WorkerList.ReadAsync(connection, TimeProvider.System, CancellationToken.None).Result;
}
