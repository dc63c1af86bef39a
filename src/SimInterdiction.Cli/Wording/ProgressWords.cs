using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says in a few words what is under way.</summary>
internal static class ProgressWords
{
    /// <summary>How far a study is, and what its measure comes to so far.</summary>
    public static string Of(StudyProgress progress)
    {
        string soFar = progress.MeasureSoFar(0) is { } value
            ? $", {progress.Arms[0]} {MeasureScale.Of(progress.Measure).Value(new Estimate(value, null, null))} so far"
            : string.Empty;
        return $"{progress.Done:N0}/{progress.Asked:N0}{soFar}";
    }

    public static string Of(WorkProgress progress) =>
        progress.Step switch
        {
            WorkStep.Trial => $"trying settings, {progress.Count:N0} fit",
            WorkStep.Search => $"looking for the value, setting {progress.Count:N0}",
            _ => $"setting {progress.Count:N0} of {progress.OutOf:N0}",
        };
}
