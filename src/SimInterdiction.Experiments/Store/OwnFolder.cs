using System.Security.Cryptography;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// A folder that belongs to the program, such as that of a run, and the names inside it. Names may come from files that
/// anybody has written: one that leads out of the folder, or passes through a link, is damage, and nothing is read,
/// written or removed by it. Whatever the program removes, it removes here.
/// </summary>
/// <param name="path">Where it is; it need not be there.</param>
public sealed class OwnFolder(string path)
{
    private const string Damaged = ".damaged";

    public string Path => path;

    /// <summary>What is wrong with a name inside the folder; null where nothing is, whether there is such a file or
    /// not.</summary>
    /// <param name="name">Steps divided by slashes, on every system.</param>
    public NameFault? FaultOf(string name)
    {
        string[] steps = name.Split('/');
        if (!Array.TrueForAll(steps, IsStep))
        {
            return NameFault.LeadsOut;
        }

        string at = path;
        foreach (string step in steps)
        {
            at = System.IO.Path.Combine(at, step);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return NameFault.IsLink;
            }
        }

        return null;
    }

    /// <summary>The path of a name inside the folder.</summary>
    /// <exception cref="InvalidDataException">It leads out of the folder or passes through a link.</exception>
    public string PathOf(string name) =>
        FaultOf(name) is { } fault
            ? throw new InvalidDataException(
                $"'{name}' in '{path}' {(fault == NameFault.IsLink ? "is, or is behind, a link" : "leads out of the folder")}."
            )
            : System.IO.Path.Combine([path, .. name.Split('/')]);

    /// <summary>
    /// What a file holds; null where there is no regular file of that name, it is empty, or the name leads out of the
    /// folder.
    /// </summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public byte[]? Read(string name, long most = PlainFile.Most) => FaultOf(name) is null ? PlainFile.Read(PathOf(name), most) : null;

    /// <summary>
    /// SHA-256 of a file, in lower-case hexadecimal digits; null where <see cref="Read"/> finds nothing or it may not
    /// be read.
    /// </summary>
    public string? HashOf(string name)
    {
        if (FaultOf(name) is not null)
        {
            return null;
        }

        try
        {
            using FileStream? stream = PlainFile.Open(PathOf(name), long.MaxValue);
            return stream is null ? null : Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file, whole or not at all; returns its path.</summary>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    /// <exception cref="InvalidDataException">The name leads out of the folder.</exception>
    public string Write(string name, ReadOnlyMemory<byte> content) => Write(name, stream => stream.Write(content.Span));

    /// <summary>The same of what need not be in memory as a whole.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Writes what it shall hold.</param>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    /// <exception cref="InvalidDataException">The name leads out of the folder.</exception>
    public string Write(string name, Action<Stream> content)
    {
        string file = PathOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        WholeFile.Write(file, content);
        return file;
    }

    /// <summary>Removes a file, if it is there. A folder of that name stays.</summary>
    /// <exception cref="InvalidDataException">The name leads out of the folder.</exception>
    public void Remove(string name)
    {
        string file = PathOf(name);
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes a folder and all that is in it, if it is there. What links in it lead to stays.</summary>
    /// <exception cref="InvalidDataException">The name leads out of the folder.</exception>
    public void RemoveAll(string name)
    {
        string folder = PathOf(name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Gives a damaged file a name by which it is not read again; nothing is lost.</summary>
    public void SetAside(string name)
    {
        string file = System.IO.Path.Combine(path, name);
        string aside = file + Damaged;
        for (int number = 2; System.IO.Path.Exists(aside); number++)
        {
            aside = $"{file}{Damaged}-{number}";
        }

        // Over nothing, but told to overwrite it renames a link too, rather than what the link leads to.
        File.Move(file, aside, overwrite: true);
    }

    /// <summary>
    /// The names of the files in it and, with slashes, in the folders in it, in order; links are passed over, and so is
    /// what was set aside.
    /// </summary>
    public IReadOnlyList<string> AllFiles() =>
        !Directory.Exists(path)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(
                        path,
                        "*",
                        new EnumerationOptions
                        {
                            RecurseSubdirectories = true,
                            AttributesToSkip = FileAttributes.ReparsePoint,
                            IgnoreInaccessible = true,
                        }
                    )
                    .Select(file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'))
                    .Where(name => !name.Contains(Damaged, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];

    // A colon names a drive or, on Windows, a stream behind a file; a backslash divides names there.
    private static bool IsStep(string step) => step is not ("" or "." or "..") && !step.Any(c => c is '\\' or ':' || char.IsControl(c));
}

/// <summary>What may be wrong with a name inside a folder.</summary>
public enum NameFault
{
    /// <summary>It leads out of the folder, or is no name at all.</summary>
    LeadsOut,

    /// <summary>It is a link, or behind one.</summary>
    IsLink,
}
