using System.Diagnostics;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NATS.Client.Core;
using NATS.Client.JetStream;
using SimInterdiction.Cluster.Queues;

namespace SimInterdiction.Cluster.Connections;

/// <summary>A connection to a NATS server with JetStream; lost, it is made again as soon as the server is
/// back.</summary>
public sealed class ServerConnection : IAsyncDisposable
{
    /// <summary>The least that a message must be able to hold.</summary>
    public const long LeastPayload = 256 * 1024;

    private const int Overhead = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // A network that forwards nothing closes no connection: three silent intervals, and it is made anew.
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(4);

    // To connect and to make its queues, together; a server that is busy takes its time.
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(4.5);

    private ServerConnection(NatsConnection nats)
    {
        Nats = nats;
        Streams = new NatsJSContext(nats);
    }

    /// <summary>How many bytes of results a message may hold.</summary>
    public int MostBytes => (int)Math.Min(Nats.ServerInfo!.MaxPayload, 8_000_000) - Overhead;

    /// <summary>Where the server is.</summary>
    public string Url => Nats.Opts.Url;

    internal NatsConnection Nats { get; }

    internal INatsJSContext Streams { get; }

    /// <summary>Whether the server can be reached now.</summary>
    internal bool IsUp => Nats.ConnectionState == NatsConnectionState.Open;

    /// <summary>Connects, or says within five seconds why not.</summary>
    /// <param name="address">Where.</param>
    /// <param name="token">What the server knows its own by.</param>
    /// <param name="authorities">Who vouches for the server, in place of those whom this machine trusts; null for
    /// those.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<ConnectionOutcome> OpenAsync(
        ClusterAddress address,
        string token,
        X509Certificate2Collection? authorities,
        CancellationToken stop
    )
    {
        long began = Stopwatch.GetTimestamp();
        var nats = new NatsConnection(
            new NatsOpts
            {
                Url = address.Url,
                Name = "simint",
                AuthOpts = new NatsAuthOpts { Token = token },
                TlsOpts = new NatsTlsOpts
                {
                    Mode = address.IsEncrypted ? TlsMode.Require : TlsMode.Auto,
                    ConfigureClientAuthentication = authorities is null ? null : options => Trust(authorities, options),
                },
                ConnectTimeout = Patience,
                CommandTimeout = Patience,
                RequestTimeout = Patience,
                PingInterval = Alive,
                MaxPingOut = 2,
                ReconnectWaitMin = TimeSpan.FromSeconds(0.2),
                ReconnectWaitMax = TimeSpan.FromSeconds(2),
                IgnoreAuthErrorAbort = true,
            }
        );
        var connection = new ServerConnection(nats);
        if (
            (await FaultOfAsync(nats, address, stop) ?? await connection.NoQueuesAsync(Within - Stopwatch.GetElapsedTime(began), stop)) is
            { } fault
        )
        {
            await connection.DisposeAsync();
            return new ConnectionOutcome.Refused(fault);
        }

        return new ConnectionOutcome.Open(connection);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Nats.DisposeAsync();

    private static async Task<ConnectionFault?> FaultOfAsync(NatsConnection nats, ClusterAddress address, CancellationToken stop)
    {
        string url = address.Url;
        try
        {
            await nats.ConnectAsync().AsTask().WaitAsync(Patience, stop);
        }
        catch (Exception error) when (error is NatsException or TimeoutException)
        {
            return IsRefusal(error) ? new ConnectionFault.TokenRefused(url)
                : error.GetBaseException() is AuthenticationException untrusted
                    ? new ConnectionFault.NotTrusted(url, untrusted.Message.TrimEnd('.'))
                : address.IsEncrypted && nats.ServerInfo is { TlsRequired: false, TlsAvailable: false }
                    ? new ConnectionFault.NoEncryption(url)
                : new ConnectionFault.NoServer(url, error.GetBaseException().Message.TrimEnd('.'));
        }

        return nats.ServerInfo is not { } server ? new ConnectionFault.NoServer(url, "it does not introduce itself")
            : !server.AuthRequired ? new ConnectionFault.AsksNoToken(url)
            : !server.JetStreamAvailable ? new ConnectionFault.NoQueues(url, null)
            : server.MaxPayload < LeastPayload ? new ConnectionFault.MessagesTooSmall(url, server.MaxPayload, LeastPayload)
            : null;
    }

    // As where there is no room for them.
    private async Task<ConnectionFault?> NoQueuesAsync(TimeSpan within, CancellationToken stop)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(within);
            await new ServerQueues(Streams).PrepareAsync(patience.Token);
            return null;
        }
        catch (Exception error) when (error is NatsException or TimeoutException)
        {
            return new ConnectionFault.NoQueues(Url, error.Message.TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ConnectionFault.NoQueues(Url, "it does not answer");
        }
    }

    // Its name is compared with the address, as ever.
    private static ValueTask Trust(X509Certificate2Collection authorities, SslClientAuthenticationOptions options)
    {
        options.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        return ValueTask.CompletedTask;
    }

    private static bool IsRefusal(Exception? error) =>
        error is not null && ((error as NatsServerException)?.IsAuthError == true || IsRefusal(error.InnerException));
}
