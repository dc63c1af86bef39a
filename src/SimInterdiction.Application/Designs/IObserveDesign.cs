using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Designs;

/// <summary>Hears how an analysis that simulates a scenario at many settings progresses.</summary>
public interface IObserveDesign : IObserveScenario
{
    /// <summary>Nobody said which deployment the analysis is about.</summary>
    void Chose(ChosenDeployment chosen) { }

    /// <summary>What will be simulated.</summary>
    void Planned(DesignPlan plan) { }

    void SimulationBegins() { }

    /// <summary>What is there already of a setting.</summary>
    void Opened(StoreContent content) { }

    /// <summary>Called after every replication, by one thread at a time; simulating waits for it.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="simulated">How many replications of single arms were simulated, because they were not
    /// there.</param>
    void Progressed(WorkProgress progress, int simulated) { }

    /// <param name="use">What was taken from the store, simulated, and could not be saved.</param>
    void SimulationEnds(StoreUse use) { }
}

/// <summary>The deployment that the answer tells of first.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">Of how many that are compared with the baseline.</param>
/// <param name="Replications">After how many replications at best guess.</param>
public sealed record ChosenDeployment(string Name, int Of, int Replications);

/// <summary>What will be simulated.</summary>
/// <param name="Folder">The name of the analysis's folder.</param>
/// <param name="Settings">At how many settings.</param>
/// <param name="Deployments">How many deployments.</param>
/// <param name="Replications">How many times each.</param>
/// <param name="Threads">On how many threads.</param>
public sealed record DesignPlan(string Folder, int Settings, int Deployments, int Replications, int Threads)
{
    /// <summary>Whether other machines simulate.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether the number of settings is only about right: what comes out decides it.</summary>
    public bool IsRough { get; init; }

    /// <summary>About what share of the replications is to be simulated, since it is not kept yet.</summary>
    public double MissingShare { get; init; } = 1;

    /// <summary>How long what is missing takes on one core, estimated from the scenario at best guess; null where that
    /// is not known.</summary>
    public double? Seconds { get; init; }

    /// <summary>How long what is missing takes on these threads, measured at a few settings; null where none was
    /// tried.</summary>
    public double? MeasuredSeconds { get; init; }

    /// <summary>At how many more settings at most, for each input that flips the answer, or makes it too small to
    /// matter.</summary>
    public int MorePerInput { get; init; }

    /// <summary>What is tried before, once at each setting; null where nothing is.</summary>
    public TrialPlan? Trial { get; init; }
}

/// <summary>Settings tried before averages are simulated, one period each.</summary>
/// <param name="MostSettings">How many at most.</param>
/// <param name="Enough">Until so many fit.</param>
public sealed record TrialPlan(int MostSettings, int Enough);
