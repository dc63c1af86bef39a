using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>A NATS server of this machine alone, with a token and a store of its own, for as long as this.</summary>
internal sealed class QueueServer : IDisposable
{
    private const string Token = "a-token-of-the-benchmarks";

    private readonly string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
    private readonly Process process;

    /// <exception cref="System.ComponentModel.Win32Exception">nats-server is not in PATH.</exception>
    public QueueServer()
    {
        int port = FreePort();
        Url = $"nats://127.0.0.1:{port}";
        string configuration = Path.Combine(folder, "server.conf");
        File.WriteAllText(TokenFile, Token);
        File.WriteAllText(
            configuration,
            $"listen: \"127.0.0.1:{port}\"\nauthorization {{ token: \"{Token}\" }}\njetstream {{ store_dir: \"{folder}/queues\" }}\n"
        );
        process = Process.Start(new ProcessStartInfo("nats-server", ["-c", configuration]) { RedirectStandardError = true })!;
        process.BeginErrorReadLine();
    }

    /// <summary>Where it is.</summary>
    public string Url { get; }

    /// <summary>A file with the token.</summary>
    public string TokenFile => Path.Combine(folder, "token");

    /// <summary>How much CPU time it has taken so far, in user mode and in the kernel.</summary>
    public double CpuSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
