using System.Diagnostics;
using SimInterdiction.Cli;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Workers;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Cluster.Connections;

/// <summary>No server, or not one that will do: one sentence, exit code 2, within five seconds.</summary>
[NonParallelizable]
public sealed class ConnectionTests
{
    private static readonly string File = Scenarios.Files.InRepository("scenarios/smallest.yaml");

    private TemporaryFolder folder = null!;
    private string token = "";

    [SetUp]
    public void WriteToken()
    {
        folder = new TemporaryFolder();
        token = Path.Combine(folder, "token");
        System.IO.File.WriteAllText(token, "a-token-of-the-tests");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Nobody_there() => Refused($"nats://127.0.0.1:{NatsServer.FreePort()}", "no NATS server answers", worker: false);

    [Test]
    [Explicit("A process waits.")]
    [Category("Slow")]
    public void A_worker_waits_for_a_server_that_is_not_there_yet()
    {
        using var server = new NatsServer();
        server.Kill();
        using var worker = new SimintProcess("worker", "--join", server.Url, "--token-file", server.TokenFile);
        Assert.That(
            SpinWait.SpinUntil(() => worker.Error.Contains("waiting for it", StringComparison.Ordinal), TimeSpan.FromSeconds(30)),
            Is.True
        );
        Assert.That(worker.HasEnded, Is.False);
        server.Start();
        Assert.That(
            SpinWait.SpinUntil(() => WorkersOf(server) is [{ State.HasEnded: false, IsThere: true }], TimeSpan.FromSeconds(30)),
            Is.True
        );
        worker.Terminate();
        Assert.That(worker.WaitForExit(), Is.EqualTo(ExitCode.Ok));
        Assert.That(worker.Error, Does.StartWith("No NATS server answers at ").And.Contain("Joined "));
    }

    [Test]
    public void A_wrong_token()
    {
        using var server = new NatsServer();
        System.IO.File.WriteAllText(token, "another");
        Refused(server.Url, "does not take this token");
    }

    [Test]
    public void A_server_that_lets_anybody_in()
    {
        using var server = new NatsServer(isOpen: true);
        Refused(server.Url, "lets anybody in");
    }

    [Test]
    public void A_server_without_queues()
    {
        using var server = new NatsServer(hasQueues: false);
        Refused(server.Url, "has no JetStream");
    }

    [Test]
    public void A_server_without_room_for_queues()
    {
        using var server = new NatsServer(hasQueues: false, more: $"jetstream {{ store_dir: \"{folder.Path}/store\", max_file: 1MB }}");
        Refused(server.Url, "has no JetStream (");
    }

    [Test]
    public void A_server_that_takes_small_messages_only()
    {
        using var server = new NatsServer(more: "max_payload: 65536");
        Refused(server.Url, "takes messages of up to 65,536 bytes");
    }

    [Test]
    public void No_token()
    {
        System.IO.File.Delete(token);
        Refused("nats://127.0.0.1:4222", "no token to read");
    }

    [TestCase("nats://queue.example.org", "could be read on the way")]
    [TestCase("nats://10.0.0.7:4222", "could be read on the way")]
    [TestCase("nats://me:secret@127.0.0.1:4222", "which others on this machine can see")]
    [TestCase("http://127.0.0.1:4222", "is no address of a server")]
    [TestCase("127.0.0.1:4222", "is no address of a server")]
    [TestCase(" x", "is no address of a server")]
    public void An_address_that_will_not_do(string url, string words) => Refused(url, words);

    [TestCase("nats://127.0.0.1", "nats://127.0.0.1:4222")]
    [TestCase("nats://localhost:1234", "nats://localhost:1234")]
    [TestCase("nats://[::1]:1234", "nats://[::1]:1234")]
    [TestCase("tls://queue.example.org", "tls://queue.example.org:4222")]
    public void An_address_that_will_do(string text, string url)
    {
        Assert.That(ClusterAddress.TryParse(text, allowsPlain: false, out ClusterAddress? address, out _), Is.True);
        Assert.That(address!.Url, Is.EqualTo(url));
    }

    [Test]
    public void Another_machine_without_encryption_is_told_of_only_where_it_is_allowed() =>
        Assert.That(ClusterAddress.TryParse("nats://10.0.0.7", allowsPlain: true, out _, out _), Is.True);

    private static IReadOnlyList<ListedWorker>? WorkersOf(NatsServer server)
    {
        ServerConnection connection = server.ConnectAsync().GetAwaiter().GetResult();
        IReadOnlyList<ListedWorker>? workers = WorkerList.ReadAsync(connection, TimeProvider.System, CancellationToken.None).Result;
        connection.DisposeAsync().AsTask().Wait();
        return workers;
    }

    private void Refused(string url, string words, bool worker = true)
    {
        var clock = Stopwatch.StartNew();
        foreach (
            string[] call in new string[][]
            {
                ["run", File, "--out", folder, "--on", url],
                ["worker", "--join", url],
                ["workers", "--on", url],
                ["sensitivity", File, "--on", url],
                ["calibrate", File, "--fit", "x", "--to", "y", "--on", url],
                ["optimize", File, "--on", url],
                ["serve", "--no-open", "--port", "0", "--on", url],
            }.Where(call => worker || call[0] != "worker")
        )
        {
            clock.Restart();
            SimintCall made = Simint.Call([.. call, "--token-file", token]);
            Assert.That(clock.Elapsed.TotalSeconds, Is.LessThan(5));
            Assert.That(made.Code, Is.EqualTo(ExitCode.Usage));
            Assert.That(made.Error, Does.StartWith("simint: ").And.Contain(words));
            Assert.That(made.Error.TrimEnd('\n'), Does.Not.Contain('\n').And.EndWith("."));
            Assert.That(made.Error, Does.Not.Contain("a-token-of-the-tests").And.Not.Contain("secret"));
        }
    }
}
