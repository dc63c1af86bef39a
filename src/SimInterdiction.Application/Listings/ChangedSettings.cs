using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Model;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Listings;

/// <summary>What is written otherwise in the files of runs than it was when they were read. Every file is read once,
/// however many runs are of it.</summary>
public sealed class ChangedSettings
{
    private readonly Dictionary<string, ScenarioReading> readings = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Then, string Now), SettingChanges?> known = [];

    /// <summary>The settings of a run that its files have otherwise now, with what the request sets beside them; null
    /// where that is not known.</summary>
    /// <exception cref="IOException">The run's manifest can't be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public SettingChanges? Of(ListedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Summary?.Request is not { } request || RunManifest.Read(run.Folder)?.ResolvedYaml is not { } then)
        {
            return null;
        }

        ScenarioReading reading = ReadNow(request);
        if (reading.HasErrors)
        {
            return new SettingChanges(HasMistakes: true, []);
        }

        string now = reading.Resolved.ToYaml();
        if (!known.TryGetValue((then, now), out SettingChanges? found))
        {
            found = Between(then, now) is { } changes ? changes with { Now = reading.Scenario } : null;
            known.Add((then, now), found);
        }

        return found;
    }

    // Both as they are written out, so that one value is written in one way.
    private static SettingChanges? Between(string then, string now) =>
        then == now ? new SettingChanges(HasMistakes: false, [])
        : ResolvedScenario.Of(then) is { } before && ResolvedScenario.Of(now) is { } after
            ? new SettingChanges(HasMistakes: false, SettingChange.Between(before, after))
        : null;

    private ScenarioReading ReadNow(RunRequest request)
    {
        ScenarioSource source = request.Source;
        string key = string.Join('\0', [source.File, $"{request.Replications}", .. source.Overrides, string.Empty, .. source.WhatIfs]);
        if (!readings.TryGetValue(key, out ScenarioReading? reading))
        {
            reading = source.Read(request.Replications);
            readings.Add(key, reading);
        }

        return reading;
    }
}

/// <summary>What became of the settings of a run.</summary>
/// <param name="HasMistakes">Whether its files have mistakes now, so that nothing can be said.</param>
/// <param name="All">Those that are otherwise; none where only comments and layout changed.</param>
public sealed record SettingChanges(bool HasMistakes, IReadOnlyList<SettingChange> All)
{
    /// <summary>The scenario as it is now, which has the labels; null where it can't be read.</summary>
    public Scenario? Now { get; init; }
}
