using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Folders;

/// <summary>A file of a name that is free: what took long to find shall not be lost, nor what somebody made
/// meanwhile.</summary>
public static class FreeFile
{
    /// <summary>The name that is asked for, and those to take where it is taken: "plan-best.yaml",
    /// "plan-best-2.yaml".</summary>
    /// <param name="path">The one that is asked for.</param>
    public static IEnumerable<string> Names(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? string.Empty;
        string stem = Path.GetFileNameWithoutExtension(path);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? path : Path.Combine(folder, $"{stem}-{n}{Path.GetExtension(path)}"));
    }

    /// <summary>Writes a file under the first free name.</summary>
    /// <param name="path">The one that is asked for.</param>
    /// <param name="content">What it shall hold.</param>
    /// <param name="mayReplace">Whether one of that name may be replaced.</param>
    /// <returns>Where it is.</returns>
    /// <exception cref="IOException">The disk is full or the like.</exception>
    internal static string Write(string path, ReadOnlyMemory<byte> content, bool mayReplace)
    {
        if (mayReplace)
        {
            WholeFile.Write(path, content);
            return path;
        }

        return Names(path).First(name => !Path.Exists(name) && WholeFile.TryWriteNew(name, content));
    }
}
