using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Store;

/// <summary>
/// Where a run keeps its replications, so that none is simulated twice and a run that was stopped, killed or
/// interrupted goes on where it was. A folder of Parquet files; one process at a time writes to it.
/// </summary>
public sealed record RunStore
{
    /// <summary>The run's folder of chunks; created if missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Folders of chunks of other runs, from which replications that belong here too are copied; the newest
    /// first.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The file with what the study came to, as <see cref="SimulatedStudy.Keep"/> makes it; it need not be
    /// there. Null where none is looked for.</summary>
    public string? ResultFile { get; init; }

    /// <summary>For how often to save.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told what is there, what is simulated and what can't be saved.</summary>
    public IObserveStore? Observer { get; init; }

    /// <summary>Whether there are replications of anything, here or in the others.</summary>
    internal bool HoldsAnything =>
        Others.Prepend(Folder).Any(chunks => Directory.Exists(chunks) && Directory.EnumerateDirectories(chunks).Any());

    /// <summary>How many of the first so many replications of an arm there are, here and in the others, by the names of
    /// the files: nothing is read.</summary>
    internal int CountHeld(ArmKey key, int below) =>
        new ChunkCover(Others.Prepend(Folder).SelectMany(chunks => ArmFolder.FilesOf(chunks, key))).CountBelow(below);

    /// <summary>Makes the folder ready to be written to and looks what is there.</summary>
    /// <param name="plan">Which arms, and how many replications there can be.</param>
    /// <param name="asked">How many replications are asked for at first.</param>
    /// <param name="keyOf">What stands for all that decides the replications of an arm.</param>
    /// <param name="entryNames">The names of what is broken down.</param>
    internal RunSession OpenToWrite(BatchPlan plan, int asked, Func<Arm, ArmKey> keyOf, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        var layout = new RowLayout(entryNames);
        ArmFolder[] folders = [.. plan.Arms.Select(arm => new ArmFolder(Folder, arm, keyOf(arm), layout))];
        var damaged = new List<string>();
        var contents = new List<ArmContent>();
        var earlier = new Lazy<ArmKey[]>(() => [.. Others.SelectMany(ArmFolder.KeysIn)]);
        foreach (ArmFolder folder in folders)
        {
            folder.Prepare();
            IReadOnlyList<string> bad = folder.Look();
            damaged.AddRange(bad);
            folder.SetAside(bad);

            int own = folder.Cover.CountBelow(asked);
            foreach (string other in Others.Where(_ => folder.Cover.CountBelow(plan.Replications) < plan.Replications))
            {
                folder.TakeFrom(other, plan.Replications);
            }

            int taken = folder.Cover.CountBelow(asked) - own;
            contents.Add(new ArmContent(folder.Arm, asked, own, taken, own + taken > 0 ? null : WhyNothing(folder.Key, earlier.Value)));
        }

        Observer?.Opened(new StoreContent(contents, damaged));
        return new RunSession(this, folders, plan.Replications, entryNames);
    }

    /// <summary>Looks what is there and changes nothing. Keys are taken as they stand in the folder, so that runs of
    /// earlier versions of the program can be read.</summary>
    /// <param name="arms">Which are read.</param>
    /// <param name="asked">How many replications of each were asked for at first.</param>
    /// <param name="today">The key each would have if it were simulated now.</param>
    /// <param name="entryNames">The names of what is broken down.</param>
    internal RunSession OpenToRead(
        IReadOnlyList<Arm> arms,
        int asked,
        Func<Arm, ArmKey> today,
        Func<Dimension, IReadOnlyList<string>> entryNames
    )
    {
        var layout = new RowLayout(entryNames);
        ArmKey[] keys = [.. ArmFolder.KeysIn(Folder)];
        ArmFolder[] folders = [.. arms.Select(arm => new ArmFolder(Folder, arm, KeyOf(arm), layout))];
        string[] damaged = [.. folders.SelectMany(f => f.Look())];
        Observer?.Opened(
            new StoreContent([.. folders.Select(f => new ArmContent(f.Arm, asked, f.Cover.CountBelow(asked), 0, null))], damaged)
        );
        return new RunSession(this, folders, asked, entryNames);

        // Of several of the same arm, the one that differs least from what would be simulated now.
        ArmKey KeyOf(Arm arm)
        {
            var now = new Lazy<ArmKey>(() => today(arm));
            return keys.Where(k => k.Deployment == arm.Deployment && k.Adversary == arm.Adversary)
                .MinBy(k => now.Value.ChangedSince(k).Count)
                ?? ArmKey.Unknown(arm);
        }
    }

    /// <summary>Stands for what all files in the folder are called and hold.</summary>
    /// <exception cref="IOException">One can't be read now.</exception>
    internal string Fingerprint()
    {
        var own = new OwnFolder(Folder);
        return CanonicalText.HashOfText(string.Join('\n', own.AllFiles().Select(name => $"{name} {own.HashOf(name)}")));
    }

    /// <summary>Tells the observer that nothing is missing, where it is known without looking.</summary>
    internal void TellAllIsThere(IReadOnlyList<Arm> arms, int asked) =>
        Observer?.Opened(new StoreContent([.. arms.Select(arm => new ArmContent(arm, asked, asked, 0, null))], []));

    // The earlier key of the same arm that differs least tells what has changed; null when there never was one.
    private static string? WhyNothing(ArmKey key, ArmKey[] earlier) =>
        earlier
            .Where(e => e.Deployment == key.Deployment && e.Adversary == key.Adversary)
            .Select(key.ChangedSince)
            .MinBy(changes => changes.Count)
            is { } changes
            ? string.Join(", ", changes)
            : null;
}

/// <summary>What a store holds before a study begins.</summary>
/// <param name="Arms">In the study's order.</param>
/// <param name="Damaged"> Files that are not what they were when they were written, or of another arm; their
/// replications count as missing. Where the folder is written to they have another name now.
/// </param>
public sealed record StoreContent(IReadOnlyList<ArmContent> Arms, IReadOnlyList<string> Damaged);

/// <summary>What a store holds of one arm.</summary>
/// <param name="Arm">Which.</param>
/// <param name="Asked">How many replications the study needs.</param>
/// <param name="Own">How many of them are here.</param>
/// <param name="Taken">How many more were copied from other runs.</param>
/// <param name="Changed">Where nothing is held but other runs have simulated the arm: what has changed since.</param>
public sealed record ArmContent(Arm Arm, int Asked, int Own, int Taken, string? Changed)
{
    public int Missing => Asked - Own - Taken;
}
