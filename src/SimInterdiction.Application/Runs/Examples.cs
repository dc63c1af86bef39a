using SimInterdiction.Experiments.Replays;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Application.Runs;

/// <summary>Which replication figures show as an example: the first one, simulated again.</summary>
internal static class Examples
{
    /// <summary>
    /// The subject with its example; without one where this version does not make the replication again as it is
    /// stored, it is gone, or there is no time for it.
    /// </summary>
    /// <param name="subject">What figures are made from.</param>
    /// <param name="replay">A replication of a deployment, again; null where it is not there.</param>
    public static FigureSubject WithExample(this FigureSubject subject, Func<string, int, Replay?> replay)
    {
        HashSet<int> failed = [.. subject.Study.Failed.Select(f => f.Replication)];
        int first = Enumerable.Range(0, failed.Count + 1).First(replication => !failed.Contains(replication));
        try
        {
            return subject with { Example = replay(subject.Told.Name, first) is { IsAsStored: true } example ? example : null };
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidDataException)
        {
            return subject with { Example = null };
        }
    }
}
