using SimInterdiction.Application.Listings;

namespace SimInterdiction.Web.Results;

/// <summary>What a list on the page tells of a run.</summary>
internal sealed record RunRow
{
    /// <summary>How the page addresses it: scenario and id.</summary>
    public required string Run { get; init; }

    public required string Id { get; init; }

    public required string? Name { get; init; }

    public required RunState State { get; init; }

    /// <summary>When it finished, or was stopped; null where its manifest is damaged.</summary>
    public required DateTime? Date { get; init; }

    /// <summary>The scenario's file, as it was named.</summary>
    public required string? Scenario { get; init; }

    /// <summary>What the scenario is called; null where it has no title.</summary>
    public required string? Title { get; init; }

    /// <summary>Values that were set instead of the file's.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    public required int? Replications { get; init; }

    public required int? ReplicationsAsked { get; init; }

    public required string? Answer { get; init; }

    /// <summary>Why the answer is of the past, in a few words; null where it is not.</summary>
    public required string? OutOfDate { get; init; }

    /// <param name="run">The run.</param>
    /// <param name="changed">What is known of its files.</param>
    /// <param name="settings">What is known of what changed in them; null where a list is to be quick.</param>
    public static RunRow Of(ListedRun run, ChangedFiles changed, ChangedSettings? settings) =>
        new()
        {
            Run = StoredRuns.AddressOf(run),
            Id = run.Id,
            Name = run.Name,
            State = run.State,
            Date = run.Summary?.Date.ToUniversalTime(),
            Scenario = run.Summary?.Request?.Source.File ?? run.Summary?.Scenario.File,
            Title = run.Summary?.Scenario.Title,
            Overrides = run.Summary?.Request?.Source.Overrides ?? [],
            Replications = run.Summary?.Replications,
            ReplicationsAsked = run.Summary?.ReplicationsAsked,
            Answer = run.Summary?.Answer,
            OutOfDate = WhyOutOfDate(run, changed.Of(run), settings),
        };

    private static string? WhyOutOfDate(ListedRun run, IReadOnlyList<ChangedFile>? files, ChangedSettings? settings) =>
        run.Summary is null ? null
        : files is null ? "it is not known where its scenario was"
        : files.Count > 0
            ? ChangedWords.Of(files) + (files.Any(file => file.IsGone) ? string.Empty : SettingWords.SinceInLabels(settings?.Of(run)))
        : run.IsOfThisModel ? null
        : "this version of the program simulates otherwise";
}
