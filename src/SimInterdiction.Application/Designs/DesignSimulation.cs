using SimInterdiction.Application.Folders;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Designs;

/// <summary>The simulating part of an analysis of many settings: it tells an observer, and says how it ended.</summary>
internal static class DesignSimulation
{
    /// <summary>Where an analysis keeps its replications, and takes them from.</summary>
    /// <param name="folder">Where replications are kept.</param>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>, from whose runs and analyses replications are
    /// taken.</param>
    /// <param name="listener">Hears what becomes of it.</param>
    public static RunStore StoreOf(ResultFolder folder, string scenarioFolder, StoreListener listener) =>
        folder.Store(
            Directory.Exists(scenarioFolder) ? Directory.GetDirectories(scenarioFolder).Order(StringComparer.Ordinal) : [],
            listener
        );

    /// <param name="folder">Where replications are kept.</param>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>, from whose runs and analyses replications are
    /// taken.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="simulate">Simulates, with the store and whom to tell of its progress.</param>
    /// <param name="stop">Ends it.</param>
    public static DesignEnd<T> Run<T>(
        ResultFolder folder,
        string scenarioFolder,
        IObserveDesign observer,
        Func<RunStore, Action<WorkProgress>, T> simulate,
        CancellationToken stop
    )
        where T : class
    {
        var listener = new StoreListener(observer.Opened);
        observer.SimulationBegins();
        try
        {
            return new DesignEnd<T>(
                simulate(StoreOf(folder, scenarioFolder, listener), progress => observer.Progressed(progress, listener.Simulated))
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new DesignEnd<T>(null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new DesignEnd<T>(null) { NotSaved = listener.Trouble ?? SaveFailure.Of(problem, folder.Path) };
        }
        catch (ExecutionException problem)
        {
            return new DesignEnd<T>(null) { NotSimulated = problem.Fault };
        }
        catch (InvalidDataException problem)
        {
            return new DesignEnd<T>(null) { Failed = problem.Message };
        }
        finally
        {
            observer.SimulationEnds(listener.Use);
        }
    }
}

/// <summary>How the simulating ended.</summary>
/// <param name="Result">What came out; null where it was stopped, or for one of the reasons below.</param>
internal sealed record DesignEnd<T>(T? Result)
    where T : class
{
    /// <summary>Why not everything could be saved; null where that was not it.</summary>
    public SaveFailure? NotSaved { get; init; }

    /// <summary>Why other machines could not simulate all of it; null where that was not it.</summary>
    public ExecutionFault? NotSimulated { get; init; }

    /// <summary>Why the scenario can't be simulated at some setting; null where that was not it.</summary>
    public string? Failed { get; init; }
}
