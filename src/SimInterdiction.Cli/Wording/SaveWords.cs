using SimInterdiction.Application.Manifests;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says why something could not be saved, and what is wrong with names of files.</summary>
internal static class SaveWords
{
    /// <summary>Why not, without a full stop.</summary>
    public static string Of(SaveFailure failure) =>
        failure.Cause switch
        {
            SaveFailureCause.FolderGone => $"the folder '{failure.Folder}', or one in it, is no longer there",
            SaveFailureCause.NotPermitted => $"the folder '{failure.Folder}' may not be written to",
            SaveFailureCause.FileInTheWay => $"the folder '{failure.Folder}' can't be made: '{failure.Detail}' is a file. "
                + "Give another folder",
            SaveFailureCause.FolderNotMade => $"the folder '{failure.Folder}' can't be made: {failure.Detail}. Give another folder",
            SaveFailureCause.ReplicationsRemoved => $"the replications in '{failure.Folder}' were removed while the run was under way",
            _ => failure.Detail,
        };

    /// <summary>What is wrong with a name, as it follows on the name.</summary>
    public static string Of(NameFault fault) =>
        fault == NameFault.IsLink ? "is a link, or is behind one" : "is no name inside the run's folder";

    public static string Of(DamagedName damage) =>
        $"Damaged: {RunManifest.FileName} of {damage.Folder} lists '{damage.Name}', which {Of(damage.Fault)}; it is left alone.";
}
