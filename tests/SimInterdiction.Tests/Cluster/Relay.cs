using System.Net;
using System.Net.Sockets;

namespace SimInterdiction.Tests.Cluster;

/// <summary>A stretch of network between somebody and a server, which may stop forwarding without closing
/// anything.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int to;
    private readonly Task accepting;
    private volatile bool isSilent;

    /// <param name="to">The server's port on this machine.</param>
    public Relay(int to)
    {
        this.to = to;
        listener.Start();
        accepting = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it forwards nothing: what is sent meanwhile waits, or is lost with its connection.</summary>
    public bool IsSilent
    {
        get => isSilent;
        set => isSilent = value;
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Stop();
        accepting.Wait();
        end.Dispose();
    }

    private async Task Accept()
    {
        var all = new List<Task>();
        try
        {
            while (true)
            {
                all.Add(Serve(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(all);
        }
    }

    private async Task Serve(TcpClient near)
    {
        using (near)
        {
            try
            {
                using var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, to, end.Token);
                await Task.WhenAny(Forward(near.GetStream(), far.GetStream()), Forward(far.GetStream(), near.GetStream()));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                // Whoever is at the other end has gone.
            }
        }
    }

    private async Task Forward(NetworkStream from, NetworkStream into)
    {
        byte[] room = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(room, end.Token)) > 0)
            {
                while (isSilent)
                {
                    await Task.Delay(20, end.Token);
                }

                await into.WriteAsync(room.AsMemory(0, read), end.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It is over.
        }
    }
}
