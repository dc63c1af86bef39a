using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Application.Runs;

/// <summary>Which replication figures show as an example: the first one, simulated again.</summary>
internal static class Examples
{
    /// <summary>
    /// The subject with its example; without one where this version does not make the replication again as it is
    /// stored, or there is no time for it.
    /// </summary>
    public static FigureSubject WithExampleFrom(this FigureSubject subject, StoredStudy stored, CancellationToken cancellation = default)
    {
        try
        {
            return subject with { Example = ExampleFor(subject, stored, cancellation) };
        }
        catch (OperationCanceledException)
        {
            return subject with { Example = null };
        }
    }

    private static Replay? ExampleFor(FigureSubject subject, StoredStudy stored, CancellationToken cancellation)
    {
        HashSet<int> failed = [.. subject.Study.Failed.Select(f => f.Replication)];
        int first = Enumerable.Range(0, failed.Count + 1).First(replication => !failed.Contains(replication));
        return
            stored.ArmOf(subject.Told.Name, adversary: null) is { } arm
            && stored.Replay(arm, first, cancellation) is { IsAsStored: true } example
            ? example
            : null;
    }
}
