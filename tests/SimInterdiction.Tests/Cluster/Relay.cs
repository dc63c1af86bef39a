using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace SimInterdiction.Tests.Cluster;

/// <summary>A stretch of network between somebody and a server, which may be slow, or stop forwarding without closing
/// anything.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int to;
    private readonly Task accepting;
    private volatile bool isSilent;
    private volatile int lagMilliseconds;

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

    /// <summary>How long what the server says is under way.</summary>
    public TimeSpan Lag
    {
        set => lagMilliseconds = (int)value.TotalMilliseconds;
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
                await Task.WhenAny(
                    Forward(near.GetStream(), far.GetStream(), lags: false),
                    Forward(far.GetStream(), near.GetStream(), lags: true)
                );
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                // Whoever is at the other end has gone.
            }
        }
    }

    private async Task Forward(NetworkStream from, NetworkStream into, bool lags)
    {
        var underWay = Channel.CreateUnbounded<(long Sent, byte[] Bytes)>();
        try
        {
            await Task.WhenAny(SendOff(from, underWay.Writer), Deliver(underWay.Reader, into, lags)).Unwrap();
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task SendOff(NetworkStream from, ChannelWriter<(long Sent, byte[] Bytes)> underWay)
    {
        byte[] room = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(room, end.Token)) > 0)
        {
            underWay.TryWrite((Stopwatch.GetTimestamp(), room[..read]));
        }
    }

    private async Task Deliver(ChannelReader<(long Sent, byte[] Bytes)> underWay, NetworkStream into, bool lags)
    {
        await foreach ((long sent, byte[] bytes) in underWay.ReadAllAsync(end.Token))
        {
            while (isSilent || (lags && Stopwatch.GetElapsedTime(sent).TotalMilliseconds < lagMilliseconds))
            {
                await Task.Delay(20, end.Token);
            }

            await into.WriteAsync(bytes, end.Token);
        }
    }
}
