using System.Text;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Store;

/// <summary>The chunks of one arm in one run, <c>chunks/DEPLOYMENT-KEY/</c>: what is there is read in replication
/// order, what is new is gathered and written.</summary>
internal sealed class ArmFolder : IDisposable
{
    private const string KeyFile = "arm.json";
    private const long MostOfKey = 1_000_000;
    private const long MostBytesOfFresh = 1_000_000;

    private static readonly EnumerationOptions WithoutLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string folder;
    private readonly OwnFolder own;
    private readonly RowLayout layout;
    private readonly List<Chunk> gathered = [];

    // What was taken and is not read yet.
    private readonly List<Chunk> fresh = [];
    private Chunk? written;
    private ChunkCover cover = new([]);
    private (ChunkFile File, ChunkReader Reader)? open;
    private Chunk? part;

    /// <exception cref="InvalidDataException">A link stands where the arm's folder is due.</exception>
    public ArmFolder(string chunks, Arm arm, ArmKey key, RowLayout layout)
    {
        Arm = arm;
        Key = key;
        Name = NameOf(key);
        folder = new OwnFolder(chunks).PathOf(Name);
        own = new OwnFolder(folder);
        this.layout = layout;
    }

    public Arm Arm { get; }

    public ArmKey Key { get; }

    /// <summary>The folder's name: the deployment, for people, and the key.</summary>
    public string Name { get; }

    public ChunkCover Cover => cover;

    /// <summary>How many bytes wait to be written.</summary>
    public long Gathered => gathered.Sum(chunk => chunk.Size);

    /// <summary>The keys of the arms in a run's folder of chunks; none where there is no such folder.</summary>
    public static IEnumerable<ArmKey> KeysIn(string chunks) =>
        Directory.Exists(chunks)
            ? Directory.EnumerateDirectories(chunks, "*", WithoutLinks).Order(StringComparer.Ordinal).Select(KeyIn).OfType<ArmKey>()
            : [];

    /// <summary>The chunk files of an arm in a run's folder of chunks, damaged ones included; none through a
    /// link.</summary>
    public static IReadOnlyList<ChunkFile> FilesOf(string chunks, ArmKey key)
    {
        var own = new OwnFolder(chunks);
        return own.FaultOf(NameOf(key)) is null ? ChunkFile.In(own.PathOf(NameOf(key))) : [];
    }

    /// <summary>Finds out what is there; returns the files that are damaged.</summary>
    public IReadOnlyList<string> Look()
    {
        ILookup<bool, ChunkFile> files = ChunkFile.In(folder).ToLookup(f => f.IsSound(layout, Key));
        cover = new ChunkCover(files[true]);
        return [.. files[false].Select(f => f.Path), .. ChunkFile.Misnamed(folder)];
    }

    /// <summary>Gives damaged files names by which they are not read again.</summary>
    public void SetAside(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            own.SetAside(Path.GetFileName(file));
        }
    }

    /// <summary>Makes the folder ready to be written to.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(folder);
        ChunkFile.RemoveDrafts(folder);
        if (KeyIn(folder)?.Hash != Key.Hash)
        {
            own.Write(KeyFile, Encoding.UTF8.GetBytes(Key.ToJson()));
        }
    }

    /// <summary>Copies from another run what is missing here below a number of replications.</summary>
    public void TakeFrom(string otherChunks, int below)
    {
        var other = new OwnFolder(otherChunks);
        if (other.FaultOf(Name) is not null)
        {
            return;
        }

        foreach (ChunkFile file in ChunkFile.In(other.PathOf(Name)).Where(f => f.First < below))
        {
            bool isMissing = Enumerable
                .Range(file.First, Math.Min(file.Last, below - 1) - file.First + 1)
                .Any(r => cover.FileOf(r) is null);
            if (isMissing && file.IsSound(layout, Key) && file.Content() is { } content)
            {
                cover = new ChunkCover([.. cover.Files, ChunkFile.Write(folder, file.First, file.Last, content)]);
            }
        }
    }

    public void Read(int replication, Outcome into)
    {
        fresh.RemoveAll(rows => rows.Last < replication);
        if (fresh.Find(rows => rows.First <= replication && replication <= rows.Last) is { } held)
        {
            held.Read(replication, into);
            return;
        }

        ChunkFile file = cover.FileOf(replication)
            ?? throw new InvalidOperationException($"Replication {replication} of {Arm} is not in the store.");
        if (open?.File != file || replication < part?.First)
        {
            Close();
            byte[] content = file.Content() ?? throw new InvalidDataException($"{file.Path} was damaged while it was in use.");
            open = (file, ChunkReader.Open(content, layout, Key.Hash));
        }

        while (part is null || replication > part.Last)
        {
            part = open.Value.Reader.Next() ?? throw new InvalidDataException($"{file.Path} was damaged while it was in use.");
        }

        part.Read(replication, into);
    }

    /// <summary>Takes a chunk that was simulated elsewhere, whatever it is.</summary>
    /// <param name="content">What came.</param>
    /// <param name="below">How many replications there can be.</param>
    /// <param name="room">For comparing two answers; what is in it is lost.</param>
    /// <exception cref="IOException">The disk is full or the like; nothing was kept.</exception>
    public Receipt Take(byte[] content, int below, ReplicationRecord room)
    {
        (int first, int last, int held) = (-1, -1, 0);
        var taken = new List<Chunk>();
        try
        {
            using ChunkReader reader = ChunkReader.OpenForeign(content, layout, Key.Hash);
            while (reader.Next() is { } rows)
            {
                first = first < 0 ? rows.First : first;
                if (rows.Count == 0 || rows.First < 0 || (last >= 0 && rows.First != last + 1) || rows.Last >= below)
                {
                    return new Receipt.Useless("Its replications are not in order, or not of this study.");
                }

                last = rows.Last;
                if (taken.Concat(fresh).Sum(part => part.Size) < MostBytesOfFresh)
                {
                    taken.Add(rows);
                }

                if (FirstDiffering(rows, room) is { } differing)
                {
                    return new Receipt.Differs(differing);
                }

                held += Enumerable.Range(rows.First, rows.Count).Count(r => cover.FileOf(r) is not null);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or OutOfMemoryException)
        {
            // A few bytes for which memory does not do are to blame, not the memory.
            return new Receipt.Useless(problem.Message);
        }

        int missing = last - first + 1 - held;
        if (first < 0)
        {
            return new Receipt.Useless("It holds nothing.");
        }

        if (missing > 0)
        {
            cover = cover.With(ChunkFile.Write(folder, first, last, content));
            fresh.AddRange(taken);
        }

        return new Receipt.Kept(first, last, missing);
    }

    public void Gather(int replication, Outcome outcome)
    {
        if (gathered.Count == 0 || gathered[^1].Last + 1 != replication)
        {
            gathered.Add(written ?? new Chunk());
            written = null;
        }

        gathered[^1].Add(replication, outcome);
    }

    /// <summary>Writes what was gathered.</summary>
    /// <exception cref="IOException">The disk is full or the like; what is not written stays gathered.</exception>
    public void Save()
    {
        while (gathered.Count > 0)
        {
            ChunkFile.Write(folder, gathered[0].First, gathered[0].Last, ParquetChunk.Write(gathered[0], layout, Key.Hash));
            written = gathered[0];
            written.Clear();
            gathered.RemoveAt(0);
        }
    }

    public void Dispose() => Close();

    // Of those that are here and there, the first that came to something else.
    private int? FirstDiffering(Chunk rows, ReplicationRecord room)
    {
        var one = new Outcome();
        var other = new Outcome();
        for (int replication = rows.First; replication <= rows.Last; replication++)
        {
            if (cover.FileOf(replication) is null)
            {
                continue;
            }

            Read(replication, one);
            rows.Read(replication, other);
            if (OutcomeHash.Of(one, room) != OutcomeHash.Of(other, room))
            {
                return replication;
            }
        }

        return null;
    }

    private void Close()
    {
        open?.Reader.Dispose();
        open = null;
        part = null;
    }

    private static ArmKey? KeyIn(string folder)
    {
        try
        {
            return new OwnFolder(folder).Read(KeyFile, MostOfKey) is { } content ? ArmKey.FromJson(Encoding.UTF8.GetString(content)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NameOf(ArmKey key)
    {
        string words = key.Adversary is null ? key.Deployment : $"{key.Deployment}.{key.Adversary}";
        string plain = string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : '_'));
        return $"{plain[..Math.Min(plain.Length, 48)]}-{key.Hash[..16]}";
    }
}
