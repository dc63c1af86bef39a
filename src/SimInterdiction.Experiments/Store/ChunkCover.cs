namespace SimInterdiction.Experiments.Store;

/// <summary>Replications of an arm, and the file each is to be read from: files may overlap, none is needed
/// twice.</summary>
internal sealed class ChunkCover
{
    private readonly List<(int First, int Last, ChunkFile File)> parts;

    /// <param name="files">Sound files of one arm.</param>
    public ChunkCover(IEnumerable<ChunkFile> files)
    {
        parts = [];
        foreach (ChunkFile file in files.OrderBy(f => f.First).ThenByDescending(f => f.Last))
        {
            int first = parts.Count == 0 ? file.First : Math.Max(file.First, parts[^1].Last + 1);
            if (first <= file.Last)
            {
                parts.Add((first, file.Last, file));
            }
        }
    }

    private ChunkCover(List<(int First, int Last, ChunkFile File)> parts)
    {
        this.parts = parts;
    }

    /// <summary>The same with one more sound file.</summary>
    public ChunkCover With(ChunkFile file)
    {
        int place = parts.FindIndex(part => part.First > file.First);
        place = place < 0 ? parts.Count : place;
        bool isApart = (place == 0 || parts[place - 1].Last < file.First) && (place == parts.Count || parts[place].First > file.Last);
        return isApart
            ? new ChunkCover([.. parts[..place], (file.First, file.Last, file), .. parts[place..]])
            : new ChunkCover([.. Files, file]);
    }

    /// <summary>The files that something is read from.</summary>
    public IEnumerable<ChunkFile> Files => parts.Select(p => p.File);

    /// <summary>How many of the first so many replications are there.</summary>
    public int CountBelow(int end) => parts.Sum(p => Math.Max(0, Math.Min(p.Last + 1, end) - p.First));

    /// <summary>The first replication that is not there.</summary>
    public int FirstMissing
    {
        get
        {
            int next = 0;
            foreach ((int first, int last, _) in parts)
            {
                if (first > next)
                {
                    break;
                }

                next = last + 1;
            }

            return next;
        }
    }

    /// <summary>The file that holds a replication; null where none does.</summary>
    public ChunkFile? FileOf(int replication)
    {
        int low = 0;
        int high = parts.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (int first, int last, ChunkFile file) = parts[middle];
            if (replication < first)
            {
                high = middle - 1;
            }
            else if (replication > last)
            {
                low = middle + 1;
            }
            else
            {
                return file;
            }
        }

        return null;
    }
}
