using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Heads;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Commands;

/// <summary>Which server, and by what token: options of all commands that use other machines.</summary>
internal sealed class ClusterArguments
{
    private const string TokenVariable = "SIMINT_TOKEN_FILE";
    private const int MostBytesOfToken = 4096;
    private const int MostBytesOfAuthorities = 1_000_000;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>What <c>--on</c> does in commands that simulate.</summary>
    public const string Simulates = "Has the workers of a NATS server simulate, instead of this machine.";

    private readonly Option<string?> url;
    private readonly Option<string?> tokenFile;
    private readonly Option<string?> ca;
    private readonly Option<bool> withoutTls;

    /// <param name="name">What the option is called that takes the server's address.</param>
    /// <param name="description">What it does.</param>
    /// <param name="isRequired">Whether it has to be given.</param>
    public ClusterArguments(string name, string description, bool isRequired)
    {
        url = new Option<string?>(name)
        {
            Description = $"{description} Such as nats://127.0.0.1:4222, or tls://HOST for one elsewhere.",
            HelpName = "URL",
            Required = isRequired,
        };
        tokenFile = new Option<string?>("--token-file")
        {
            Description = $"The file with the server's token; default: the one that {TokenVariable} names.",
            HelpName = "FILE",
        };
        ca = new Option<string?>("--ca")
        {
            Description = "The certificate (PEM) of who signed the server's, where this machine doesn't trust it.",
            HelpName = "FILE",
        };
        withoutTls = CommonArguments.Flag(
            "--without-tls",
            "Allows nats:// to another machine, where others on the way can read all of it."
        );
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(url);
        command.Add(tokenFile);
        command.Add(ca);
        command.Add(withoutTls);
        command.Validators.Add(result =>
        {
            bool isAny = result.GetValue(tokenFile) is not null || result.GetValue(ca) is not null || result.GetValue(withoutTls);
            if (result.GetValue(url) is null && isAny)
            {
                result.AddError($"{tokenFile.Name}, {ca.Name} and {withoutTls.Name} go with {url.Name} URL.");
            }
        });
    }

    /// <summary>Whether a server was given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(url) is not null;

    /// <summary>Whether a server was given.</summary>
    public bool IsGiven(CommandResult result) => result.GetValue(url) is not null;

    /// <summary>Connects to the server that was given, or says why not.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="error">Where to say it.</param>
    /// <param name="waits">Whether a server that is not there yet is waited for.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="connection">The connection; null where there is none, or it was ended.</param>
    public bool TryConnect(
        ParseResult parsed,
        TextWriter error,
        bool waits,
        CancellationToken stop,
        [NotNullWhen(true)] out ServerConnection? connection
    )
    {
        connection = null;
        if (
            !ClusterAddress.TryParse(
                parsed.GetValue(url)!,
                parsed.GetValue(withoutTls),
                out ClusterAddress? address,
                out ConnectionFault? fault
            )
        )
        {
            error.WriteLine($"simint: {ConnectionWords.Of(fault)}");
        }
        else if (!TryReadToken(parsed.GetValue(tokenFile), out string? token, out string? trouble))
        {
            error.WriteLine($"simint: {trouble}");
        }
        else if (!TryReadAuthorities(parsed.GetValue(ca), address, out X509Certificate2Collection? authorities, out trouble))
        {
            error.WriteLine($"simint: {trouble}");
        }
        else
        {
            connection = Connect(() => ServerConnection.OpenAsync(address, token, authorities, stop), address, error, waits, stop);
        }

        return connection is not null;
    }

    private static ServerConnection? Connect(
        Func<Task<ConnectionOutcome>> open,
        ClusterAddress address,
        TextWriter error,
        bool waits,
        CancellationToken stop
    )
    {
        bool hasSaid = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                switch (open().GetAwaiter().GetResult())
                {
                    case ConnectionOutcome.Open opened:
                        return opened.Connection;
                    case ConnectionOutcome.Refused { Why: ConnectionFault.NoServer } when waits:
                        if (!hasSaid)
                        {
                            error.WriteLine($"No NATS server answers at {address.Url} yet; waiting for it. Ctrl-C ends it.");
                            hasSaid = true;
                        }

                        stop.WaitHandle.WaitOne(BetweenTries);
                        break;
                    case ConnectionOutcome.Refused refused:
                        error.WriteLine($"simint: {ConnectionWords.Of(refused.Why)}");
                        return null;
                    default:
                        throw new InvalidOperationException("An outcome without words.");
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Does something with the machines behind the server that was given; with none where none was.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="error">Where to say why there is no connection.</param>
    /// <param name="say">Takes a line about how it goes with the machines.</param>
    /// <param name="act">Does it, with the machines or null.</param>
    /// <param name="stop">Ends connecting.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Use(ParseResult parsed, TextWriter error, Action<string> say, Func<ICluster?, int> act, CancellationToken stop)
    {
        if (!IsGiven(parsed))
        {
            return act(null);
        }

        if (!TryConnect(parsed, error, waits: false, stop, out ServerConnection? connection))
        {
            return ExitCode.Usage;
        }

        try
        {
            return act(ClusterOf(connection, say));
        }
        finally
        {
            connection.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>The machines behind a server, told of in lines.</summary>
    public static ICluster ClusterOf(ServerConnection connection, Action<string> say) =>
        new ServedCluster(connection, new ClusterWords(say), TimeProvider.System);

    private static bool TryReadToken(string? given, [NotNullWhen(true)] out string? token, [NotNullWhen(false)] out string? trouble)
    {
        token = null;
        trouble = null;
        string? file = given ?? Environment.GetEnvironmentVariable(TokenVariable);
        if (string.IsNullOrEmpty(file))
        {
            trouble = $"the server's token is needed: give --token-file FILE, or set {TokenVariable}.";
            return false;
        }

        try
        {
            token = PlainFile.Read(file, MostBytesOfToken) is { } content ? System.Text.Encoding.UTF8.GetString(content).Trim() : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            token = null;
        }

        trouble = string.IsNullOrEmpty(token) ? $"there is no token to read in '{file}'." : null;
        return trouble is null;
    }

    // None where none were given: then those whom the machine trusts count.
    private static bool TryReadAuthorities(
        string? file,
        ClusterAddress address,
        out X509Certificate2Collection? authorities,
        [NotNullWhen(false)] out string? trouble
    )
    {
        authorities = null;
        trouble = file is not null && !address.IsEncrypted ? "--ca goes with an address that begins with tls://." : null;
        if (file is null || trouble is not null)
        {
            return trouble is null;
        }

        authorities = [];
        try
        {
            authorities.ImportFromPem(System.Text.Encoding.UTF8.GetString(PlainFile.Read(file, MostBytesOfAuthorities) ?? []));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            authorities.Clear();
        }

        trouble = authorities.Count == 0 ? $"there is no certificate (PEM) to read in '{file}'." : null;
        return trouble is null;
    }
}
