using System.Security.Cryptography;
using System.Text;

namespace SimInterdiction.Web.Safety;

/// <summary>Who may use the page: whoever has the token of the printed address, and then the browser that was given a
/// cookie for it. Both are 256 random bits; the token is new each time the server is started.</summary>
internal sealed class AccessKeys
{
    private const int Bytes = 32;

    private readonly string session;

    /// <param name="sessionFile">Where the secret of the cookie is kept between two starts; null for nowhere.</param>
    public AccessKeys(string? sessionFile)
    {
        session = sessionFile is null ? NewSecret() : SessionFile.Read(sessionFile, 2 * Bytes) ?? NewSecret();
        if (sessionFile is not null)
        {
            SessionFile.TryWrite(sessionFile, session);
        }
    }

    /// <summary>What the printed address carries.</summary>
    public string Token { get; } = NewSecret();

    /// <summary>What the cookie holds; not the token, which stands in the history of a terminal.</summary>
    public string Session => session;

    /// <summary>The name of the cookie. Cookies are shared by all ports of a host, so it carries the port.</summary>
    public static string CookieOf(int port) => $"simint-{port}";

    public bool IsToken(string? given) => IsSame(given, Token);

    public bool IsSession(string? given) => IsSame(given, session);

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    // Hashes are of one length, and compared in constant time.
    private static bool IsSame(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
