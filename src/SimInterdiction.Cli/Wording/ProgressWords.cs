using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says in a few words what is under way.</summary>
internal static class ProgressWords
{
    /// <summary>How far a study is.</summary>
    public static string Of(StudyProgress progress) => $"replication {progress.Done:N0} of {progress.Asked:N0}";

    public static string Of(WorkProgress progress) =>
        progress.Step switch
        {
            WorkStep.Trial => $"trying settings, {progress.Count:N0} fit",
            WorkStep.Search => $"looking for the value, setting {progress.Count:N0}",
            _ => $"setting {progress.Count:N0} of {progress.OutOf:N0}",
        };
}
