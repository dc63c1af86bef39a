namespace SimInterdiction.Tests;

/// <summary>A folder for a test, with all that is in it gone afterwards. Used as its path.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("simint-").FullName;

    public static implicit operator string(TemporaryFolder folder) => folder.Path;

    /// <summary>Writes a file into it.</summary>
    /// <returns>Its path.</returns>
    public string File(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies all that is in a folder into it.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="below">Where to, in this one.</param>
    public void CopyFrom(string source, string below = "")
    {
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = System.IO.Path.Combine(Path, below, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target, overwrite: true);
        }
    }

    public override string ToString() => Path;

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
