using System.Security.Cryptography;
using System.Text;

namespace SimInterdiction.Cli.Running;

/// <summary>The folder of one run, <c>results/SCENARIO/RUN</c>: written under another name and then renamed, so that it is there whole or not at all.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string target;
    private readonly string draft;

    /// <param name="results">The folder of all results.</param>
    /// <param name="scenario">The scenario file's name without extension.</param>
    /// <param name="run">The run's id.</param>
    public RunFolder(string results, string scenario, string run)
    {
        target = Path.Combine(results, scenario, run);
        draft = Path.Combine(results, scenario, $".{run}.{Environment.ProcessId}");
        Directory.CreateDirectory(draft);
    }

    /// <summary>Where the finished run will lie.</summary>
    public string Target => target;

    /// <summary>Files written so far, with their SHA-256.</summary>
    public SortedDictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>The run's id: the day, and four digits that stand for all that decides its numbers.</summary>
    public static string Id(DateTime date, params ReadOnlySpan<string> decides)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', decides.ToArray())));
        return $"{date:yyyy-MM-dd}-{Convert.ToHexStringLower(hash)[..4]}";
    }

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] content)
    {
        string path = Path.Combine(draft, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        Written[name] = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Puts the run in its place. An earlier run of the same id holds the same numbers and is replaced.</summary>
    public void Finish()
    {
        string old = draft + ".old";
        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        Directory.Move(draft, target);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}
