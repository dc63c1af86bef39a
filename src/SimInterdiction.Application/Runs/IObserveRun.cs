using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Runs;

/// <summary>Hears how a run progresses, in this order.</summary>
public interface IObserveRun : IObserveScenario
{
    /// <summary>What will be simulated.</summary>
    void Planned(RunPlan plan) { }

    /// <summary>The run's manifest is damaged; what it names is left alone.</summary>
    void Damaged(DamagedName damage) { }

    /// <summary>The run, which is there already, was called otherwise until now.</summary>
    void Renamed(string from, string to) { }

    /// <summary>What is there already and need not be simulated, and why the rest must be.</summary>
    /// <param name="content">What there is.</param>
    /// <param name="run">The run's id.</param>
    void Opened(StoreContent content, string run) { }

    void SimulationBegins() { }

    /// <summary>Called after every replication, and after each deployment of the first, by one thread at a time;
    /// simulating waits for it.</summary>
    void Progressed(StudyProgress progress) { }

    void SimulationEnds() { }

    /// <summary>A question about the answer is about to be simulated, as the scenario was before: then comes
    /// <see cref="SimulationBegins"/> again.</summary>
    /// <param name="label">The question.</param>
    /// <param name="number">Which, from 1.</param>
    /// <param name="all">Of how many.</param>
    void Asking(string label, int number, int all) { }

    /// <summary>What came out; it is not saved yet.</summary>
    void Analysed(FinishedRun run) { }
}

/// <summary>What will be simulated.</summary>
/// <param name="Deployments">How many deployments.</param>
/// <param name="Replications">How many times each.</param>
/// <param name="AtMost">How many times each at most, where <paramref name="More"/> may take more.</param>
/// <param name="More">What may take more than the first replications.</param>
/// <param name="Threads">On how many threads.</param>
public sealed record RunPlan(int Deployments, int Replications, int AtMost, MoreFor More, int Threads)
{
    /// <summary>Whether other machines simulate it, and no thread of this one.</summary>
    public bool IsElsewhere { get; init; }
}

/// <summary>What may take more than the first replications.</summary>
public enum MoreFor
{
    Nothing,
    Precision,
    Choice,
}
