using SimInterdiction.Cluster.Connections;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Wording;

/// <summary>Why there is no connection to a server, in a sentence.</summary>
internal static class ConnectionWords
{
    public static string Of(ConnectionFault fault) =>
        fault switch
        {
            ConnectionFault.NotAnAddress it =>
                $"'{Shortened.Text(it.Text)}' is no address of a server: nats://HOST:PORT or tls://HOST:PORT.",
            ConnectionFault.HoldsSecret =>
                "the address holds a name or a password, which others on this machine can see: leave it out, and "
                    + "give --token-file FILE.",
            ConnectionFault.NotEncrypted it =>
                $"what is sent to {it.Host} could be read on the way: give tls://{it.Host}, or --without-tls "
                    + "where the network is yours alone.",
            ConnectionFault.NoServer it => $"no NATS server answers at {it.Url}: {it.Detail}.",
            ConnectionFault.NotTrusted it =>
                $"the certificate of the server at {it.Url} is not trusted ({it.Detail}): give --ca FILE with that of who signed "
                    + "it, and the server's name as it stands there.",
            ConnectionFault.NoEncryption it =>
                $"the server at {it.Url} does not encrypt: give it a certificate (tls in its configuration).",
            ConnectionFault.TokenRefused it => $"the server at {it.Url} does not take this token.",
            ConnectionFault.AsksNoToken it => $"the server at {it.Url} lets anybody in: start it with a token (authorization in its "
                + "configuration).",
            ConnectionFault.NoQueues it =>
                $"the server at {it.Url} has no JetStream{(it.Detail is { } detail ? $" ({detail})" : string.Empty)}: "
                    + "start it with -js.",
            ConnectionFault.MessagesTooSmall it =>
                $"the server at {it.Url} takes messages of up to {it.Bytes:N0} bytes, and {it.Needed:N0} are "
                    + "needed: raise its max_payload.",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "It has no words."),
        };
}
