using System.Security.Cryptography;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Reads the files that a scenario names, from its folder, and keeps account of them.</summary>
internal sealed class NamedFiles(string? folder, ProblemList problems)
{
    private readonly List<SourceFile> read = [];

    public IReadOnlyList<SourceFile> Read => read;

    /// <summary>The text of the file that the token names; null after reporting why there is none.</summary>
    public string? TextOf(ScalarNode name)
    {
        if (folder is null)
        {
            problems.Error("S001", name.Mark, $"there is no file '{name.Text}': this text has no folder in which others lie beside it");
            return null;
        }

        string path = Path.Combine(folder, name.Text);
        if (FileContents.Read(path, name.Text, problems, name.Mark) is not { } bytes || FileContents.Decode(bytes, name.Text, problems) is not { } text)
        {
            return null;
        }

        read.Add(new SourceFile(name.Text, HashOf(bytes)));
        problems.AddSource(name.Text, text);
        return text;
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
