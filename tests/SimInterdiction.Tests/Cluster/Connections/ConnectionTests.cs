using System.Diagnostics;
using SimInterdiction.Cli;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Cluster.Connections;

/// <summary>No server, or not one that will do: one sentence, exit code 2, within five seconds.</summary>
[NonParallelizable]
public sealed class ConnectionTests
{
    private TemporaryFolder folder = null!;
    private string token = "";

    [SetUp]
    public void WriteToken()
    {
        folder = new TemporaryFolder();
        token = Path.Combine(folder, "token");
        File.WriteAllText(token, "a-token-of-the-tests");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Nobody_there() => Refused($"nats://127.0.0.1:{NatsServer.FreePort()}", "no NATS server answers");

    [Test]
    public void A_wrong_token()
    {
        using var server = new NatsServer();
        File.WriteAllText(token, "another");
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
        File.Delete(token);
        Refused("nats://127.0.0.1:4222", "no token to read");
    }

    [TestCase("nats://queue.example.org", "could be read on the way")]
    [TestCase("nats://10.0.0.7:4222", "could be read on the way")]
    [TestCase("nats://me:secret@127.0.0.1:4222", "which others on this machine can see")]
    [TestCase("http://127.0.0.1:4222", "is no address of a server")]
    [TestCase("127.0.0.1:4222", "is no address of a server")]
    [TestCase("", "is no address of a server")]
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

    private void Refused(string url, string words)
    {
        var clock = Stopwatch.StartNew();
        foreach (
            string[] call in new string[][]
            {
                ["run", Scenarios.Files.InRepository("scenarios/smallest.yaml"), "--out", folder, "--on", url],
                ["worker", "--join", url],
                ["workers", "--on", url],
            }
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
