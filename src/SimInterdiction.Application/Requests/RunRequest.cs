using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Requests;

/// <summary>Every deployment of a scenario, compared.</summary>
public sealed record RunRequest
{
    public required ScenarioSource Source { get; init; }

    /// <summary>What people call the run; null where they give it no name. It decides no number: the same request with
    /// another name renames its run.</summary>
    public string? Name { get; init; }

    /// <summary>How many times each deployment is simulated; null for the file's number.</summary>
    public int? Replications { get; init; }

    /// <summary>Only these deployments, and the baseline; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether organizations adapt as the scenario says.</summary>
    public bool IsAdaptive { get; init; } = true;

    /// <summary>Whether each replication draws its own values of what is marked uncertain.</summary>
    public bool IncludesUncertainty { get; init; }

    /// <param name="reading">Of its file, without errors.</param>
    /// <param name="effort">How it is met.</param>
    internal StudyOptions ToOptions(ScenarioReading reading, Effort effort) =>
        new()
        {
            Replications = Replications,
            Seed = Source.Seed,
            Jobs = effort.Jobs,
            Adaptive = IsAdaptive,
            Only = Only.Count > 0 ? Only : null,
            Drawn = IncludesUncertainty ? UncertainFile.Of(reading) : null,
        };

    /// <summary>An analysis of the uncertainty in the same scenario: about all deployments, and organizations as
    /// stated.</summary>
    public SensitivityRequest Sensitivity(SensitivityMethod method) =>
        new()
        {
            Source = Source,
            Method = method,
            Replications = Replications,
        };
}
