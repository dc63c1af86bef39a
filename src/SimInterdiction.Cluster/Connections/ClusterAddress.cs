using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace SimInterdiction.Cluster.Connections;

/// <summary>Where the server is that hands chunks out and in, such as <c>nats://127.0.0.1:4222</c> or
/// <c>tls://queue.example.org</c>.</summary>
public sealed record ClusterAddress
{
    private const int UsualPort = 4222;

    private ClusterAddress(string url, bool isEncrypted)
    {
        Url = url;
        IsEncrypted = isEncrypted;
    }

    /// <summary>The address with its port; it holds no secret.</summary>
    public string Url { get; }

    /// <summary>Whether nobody on the way can read what is sent.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">As given.</param>
    /// <param name="allowsPlain">Whether the token and all else may travel readable over a network.</param>
    /// <param name="address">The address.</param>
    /// <param name="fault">Why there is none.</param>
    public static bool TryParse(
        string text,
        bool allowsPlain,
        [NotNullWhen(true)] out ClusterAddress? address,
        [NotNullWhen(false)] out ConnectionFault? fault
    )
    {
        address = null;
        fault = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("nats" or "tls") || uri.Host.Length == 0)
        {
            fault = new ConnectionFault.NotAnAddress(text);
        }
        else if (uri.UserInfo.Length > 0)
        {
            fault = new ConnectionFault.HoldsSecret();
        }
        else if (uri.Scheme == "nats" && !allowsPlain && !IsLoopback(uri))
        {
            fault = new ConnectionFault.NotEncrypted(uri.Host);
        }
        else
        {
            int port = uri.Port > 0 ? uri.Port : UsualPort;
            address = new ClusterAddress($"{uri.Scheme}://{uri.Host}:{port}", uri.Scheme == "tls");
        }

        return address is not null;
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
