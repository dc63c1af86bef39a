namespace SimInterdiction.Experiments.Store;

/// <summary>Why something could not be saved. The front end words it.</summary>
/// <param name="Cause">What was in the way.</param>
/// <param name="Folder">Where it should have gone.</param>
/// <param name="Detail">The file in the way of a folder; of other causes, what the operating system says.</param>
public sealed record SaveFailure(SaveFailureCause Cause, string Folder, string Detail)
{
    /// <param name="error">What was thrown while writing.</param>
    /// <param name="folder">The folder that was written to.</param>
    public static SaveFailure Of(Exception error, string folder) =>
        new(
            error is DirectoryNotFoundException || !Directory.Exists(folder) ? SaveFailureCause.FolderGone
                : error is UnauthorizedAccessException ? SaveFailureCause.NotPermitted
                : SaveFailureCause.System,
            folder,
            // A draft's name would say nothing; it follows on what is wrong.
            error.Message.Split(" : '")[0].TrimEnd('.')
        );
}

public enum SaveFailureCause
{
    /// <summary>The folder, or one in it, is not there any more.</summary>
    FolderGone,

    /// <summary>The folder may not be written to.</summary>
    NotPermitted,

    /// <summary>A folder can't be made where a file is.</summary>
    FileInTheWay,

    /// <summary>A folder can't be made, for a reason that the operating system gives.</summary>
    FolderNotMade,

    /// <summary>The run's replications were removed while it was under way.</summary>
    ReplicationsRemoved,

    /// <summary>A reason that the operating system gives, such as a full disk.</summary>
    System,
}
