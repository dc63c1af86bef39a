namespace SimInterdiction.Cluster.Connections;

/// <summary>Why there is no connection to a server. The front end words it.</summary>
public abstract record ConnectionFault
{
    private ConnectionFault() { }

    /// <summary>The text is no address of a server.</summary>
    public sealed record NotAnAddress(string Text) : ConnectionFault;

    /// <summary>The address holds a secret, which others on the machine may see.</summary>
    public sealed record HoldsSecret : ConnectionFault;

    /// <summary>The server is elsewhere, and what is sent there would be readable on the way.</summary>
    public sealed record NotEncrypted(string Host) : ConnectionFault;

    /// <summary>Nobody answers there.</summary>
    /// <param name="Url">Where.</param>
    /// <param name="Detail">What the system says.</param>
    public sealed record NoServer(string Url, string Detail) : ConnectionFault;

    /// <summary>Nobody whom this machine trusts vouches for the server, or only by another name.</summary>
    /// <param name="Url">Where.</param>
    /// <param name="Detail">What is wrong with its certificate.</param>
    public sealed record NotTrusted(string Url, string Detail) : ConnectionFault;

    /// <summary>The server does not encrypt, as its address says.</summary>
    public sealed record NoEncryption(string Url) : ConnectionFault;

    /// <summary>The server does not take the token.</summary>
    public sealed record TokenRefused(string Url) : ConnectionFault;

    /// <summary>The server lets anybody in.</summary>
    public sealed record AsksNoToken(string Url) : ConnectionFault;

    /// <summary>The server keeps no queues: its JetStream is off, or has no room.</summary>
    /// <param name="Url">Where.</param>
    /// <param name="Detail">What the server says; null where it says nothing.</param>
    public sealed record NoQueues(string Url, string? Detail) : ConnectionFault;

    /// <summary>The server takes only small messages.</summary>
    /// <param name="Url">Where.</param>
    /// <param name="Bytes">Up to this size.</param>
    /// <param name="Needed">What is needed.</param>
    public sealed record MessagesTooSmall(string Url, long Bytes, long Needed) : ConnectionFault;
}

/// <summary>What came of connecting.</summary>
public abstract record ConnectionOutcome
{
    private ConnectionOutcome() { }

    /// <summary>It is open.</summary>
    public sealed record Open(ServerConnection Connection) : ConnectionOutcome;

    /// <summary>It is not.</summary>
    public sealed record Refused(ConnectionFault Why) : ConnectionOutcome;
}
