using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Reporting.Words;

/// <summary>Why something could not be saved.</summary>
public static class SaveFailureWords
{
    /// <summary>Why not, without a full stop.</summary>
    public static string Of(SaveFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Cause switch
        {
            SaveFailureCause.FolderGone => $"the folder '{failure.Folder}', or one in it, is no longer there",
            SaveFailureCause.NotPermitted => $"the folder '{failure.Folder}' may not be written to",
            SaveFailureCause.FileInTheWay => $"the folder '{failure.Folder}' can't be made: '{failure.Detail}' is a file",
            SaveFailureCause.FolderNotMade => $"the folder '{failure.Folder}' can't be made: {failure.Detail}",
            SaveFailureCause.ReplicationsRemoved => $"the replications in '{failure.Folder}' were removed while the run was under way",
            _ => failure.Detail,
        };
    }
}
