using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SimInterdiction.Cluster.Connections;

namespace SimInterdiction.Tests.Cluster;

/// <summary>A NATS server of this machine alone, with a store and a token of its own, which can be killed and come
/// back.</summary>
internal sealed class NatsServer : IDisposable
{
    public const string Token = "a-token-of-the-tests";

    private const string Program = "nats-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] Places = ["/usr/sbin", "/usr/local/bin"];

    private readonly TemporaryFolder folder = new();
    private readonly string program;
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>Starts it; ignores the test, saying why, where it is not installed.</summary>
    /// <param name="more">More lines of its configuration.</param>
    /// <param name="isOpen">Whether it lets anybody in.</param>
    /// <param name="hasQueues">Whether JetStream is on.</param>
    public NatsServer(string more = "", bool isOpen = false, bool hasQueues = true)
    {
        program = Find();
        File.WriteAllText(TokenFile, Token + "\n");
        File.WriteAllText(
            Configuration,
            $$"""
            listen: "127.0.0.1:{{port}}"
            {{(isOpen ? "" : $"authorization {{ token: \"{Token}\" }}")}}
            {{(hasQueues ? $"jetstream {{ store_dir: \"{Store}\" }}" : "")}}
            {{more}}
            """
        );
        Start();
    }

    /// <summary>A file with the token.</summary>
    public string TokenFile => Path.Combine(folder, "token");

    public int Port => port;

    public string Url => $"nats://127.0.0.1:{port}";

    private string Store => Path.Combine(folder, "store");

    private string Configuration => Path.Combine(folder, "server.conf");

    public void Start()
    {
        process = Process.Start(new ProcessStartInfo(program, ["-c", Configuration]) { RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!IsUp())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), "The server does not start.");
            Thread.Sleep(20);
        }
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>Loses all that it keeps; to be called while it is down.</summary>
    public void LoseStore() => Directory.Delete(Store, recursive: true);

    /// <summary>Connects to it.</summary>
    /// <param name="through">The port of something in between; null for nothing.</param>
    public async Task<ServerConnection> ConnectAsync(int? through = null)
    {
        string url = $"nats://127.0.0.1:{through ?? port}";
        Assert.That(ClusterAddress.TryParse(url, allowsPlain: false, out ClusterAddress? address, out _), Is.True);
        ConnectionOutcome outcome = await ServerConnection.OpenAsync(address!, Token, authorities: null, CancellationToken.None);
        Assert.That(outcome, Is.InstanceOf<ConnectionOutcome.Open>(), () => $"{outcome}");
        return ((ConnectionOutcome.Open)outcome).Connection;
    }

    public void Dispose()
    {
        Kill();
        folder.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Find()
    {
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Concat(Places)
            .Select(place => Path.Combine(place, Program))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Ignore("no nats-server in PATH (Debian: apt-get install nats-server)");
        }

        return found!;
    }

    private bool IsUp()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
