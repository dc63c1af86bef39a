using SimInterdiction.Application.Listings;

namespace SimInterdiction.Web.Results;

/// <summary>Why what came out is of the past, the same for runs and for answers.</summary>
internal static class ChangedWords
{
    /// <summary>"plan.yaml has changed since", "plan.yaml is gone".</summary>
    /// <param name="files">At least one.</param>
    public static string Of(IReadOnlyList<ChangedFile> files) =>
        files.FirstOrDefault(file => file.IsGone) is { } gone
            ? $"{Path.GetFileName(gone.Name)} is gone"
            : $"{Path.GetFileName(files[0].Name)} has changed since";
}
