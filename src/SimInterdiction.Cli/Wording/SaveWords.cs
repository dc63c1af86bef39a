using SimInterdiction.Application.Manifests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says why something could not be saved, and what is wrong with names of files.</summary>
internal static class SaveWords
{
    /// <summary>Why not, and what to do where a command can ask for another folder; without a full stop.</summary>
    public static string Of(SaveFailure failure) =>
        SaveFailureWords.Of(failure)
        + (failure.Cause is SaveFailureCause.FileInTheWay or SaveFailureCause.FolderNotMade ? ". Give another folder" : string.Empty);

    /// <summary>That a file is not where it was asked for, as somebody made one there meanwhile.</summary>
    public static string Taken(string asked, string written) =>
        $"simint: somebody made {Path.GetFileName(asked)} meanwhile. It is left as it is, and this is in {Path.GetFileName(written)}.";

    /// <summary>What is wrong with a name, as it follows on the name.</summary>
    public static string Of(NameFault fault) => fault == NameFault.IsLink ? "is a link, or is behind one" : "leads out of the run's folder";

    public static string Of(DamagedName damage) =>
        $"Damaged: {RunManifest.FileName} of {damage.Folder} lists '{damage.Name}', which {Of(damage.Fault)}; it is left alone.";
}
