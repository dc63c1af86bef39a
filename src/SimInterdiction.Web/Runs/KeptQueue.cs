using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Application.Folders;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Web.Runs;

/// <summary>What waits and what is under way, as a file in the folder of results: a server that is killed goes on from
/// it when it is started again. One server at a time has it.</summary>
internal sealed class KeptQueue : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".queue.json";

    private const string LockName = ".queue.lock";
    private const int Format = 1;
    private const long MostBytes = 256L << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly OwnFolder folder;
    private readonly RunLock held;

    private KeptQueue(OwnFolder folder, RunLock held)
    {
        this.folder = folder;
        this.held = held;
    }

    /// <summary>Takes it for this server; null where another one has it, or the folder can't be written to.</summary>
    public static KeptQueue? Open(string results)
    {
        try
        {
            Directory.CreateDirectory(results);
            var folder = new OwnFolder(results);
            return RunLock.Take(folder.PathOf(LockName), () => { }, new CancellationToken(canceled: true)) is { } held
                ? new KeptQueue(folder, held)
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A request as it is kept.</summary>
    public static JsonElement Written(object request) => JsonSerializer.SerializeToElement(request, request.GetType(), Json);

    /// <summary>A kept request.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static T Read<T>(JsonElement request) => request.Deserialize<T>(Json) ?? throw new JsonException("It is no request.");

    /// <summary>What is kept, in its order. What can't be read is put aside.</summary>
    /// <param name="tell">Hears of it, in a sentence.</param>
    public IReadOnlyList<KeptWork> Read(Action<string> tell)
    {
        if (!Path.Exists(Path.Combine(folder.Path, FileName)))
        {
            return [];
        }

        try
        {
            if (
                folder.Read(FileName, MostBytes) is { } content
                && JsonSerializer.Deserialize<Content>(content, Json) is { Format: Format } kept
                && !kept.Works.Contains(null!)
            )
            {
                return kept.Works;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or NotSupportedException) { }

        tell(PutAside());
        return [];
    }

    /// <summary>Keeps these and no others. A queue that can't be kept goes on without.</summary>
    public void Write(IReadOnlyList<KeptWork> works)
    {
        try
        {
            if (works.Count == 0)
            {
                folder.Remove(FileName);
            }
            else
            {
                folder.Write(FileName, JsonSerializer.SerializeToUtf8Bytes(new Content(Format, works), Json));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException) { }
    }

    public void Dispose() => held.Dispose();

    private string PutAside()
    {
        try
        {
            folder.SetAside(FileName);
            return $"What waited for its turn can't be read: '{FileName}' in '{folder.Path}' was put aside, and nothing goes on.";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"What waited for its turn can't be read: '{FileName}' in '{folder.Path}' is damaged, and nothing goes on.";
        }
    }

    /// <param name="Format">Which version of this file it is.</param>
    /// <param name="Works">In their order.</param>
    private sealed record Content(int Format, IReadOnlyList<KeptWork> Works);
}

/// <summary>Something that was asked for and is not done.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Files">What the scenario's files held then.</param>
internal sealed record KeptWork(WorkKind Kind, JsonElement Request, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>What its scenario is called; null before that is known.</summary>
    public string? Title { get; init; }

    /// <summary>How the page addresses its results; null before there are any.</summary>
    public string? Run { get; init; }

    /// <summary>How it ended when the server was: such does not go on by itself. Null where it was not ended.</summary>
    public string? Ending { get; init; }
}
