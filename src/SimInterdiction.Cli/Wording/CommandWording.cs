using System.Text.Json;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Settings;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios.Problems;
using static System.FormattableString;

namespace SimInterdiction.Cli.Wording;

/// <summary>Requests as command lines.</summary>
internal sealed class CommandWording : IRequestWording
{
    public string Of(RunRequest request) => $"simint run {Quote(request.Source.File)}{Differences(request)}";

    /// <summary>" --only today,focus --seed 4": what a run has other than its file alone says.</summary>
    public static string Differences(RunRequest request)
    {
        string?[] options =
        [
            .. Settings(request.Source),
            .. request.Source.WhatIfs.Select(q => $"--what-if {Quote(q)}"),
            request.Only.Count > 0 ? $"--only {string.Join(',', request.Only)}" : null,
            request.IsAdaptive ? null : "--adaptive off",
            request.IncludesUncertainty ? "--include-uncertainty" : null,
            Option("replications", request.Replications),
            Option("seed", request.Source.Seed),
        ];
        return string.Concat(options.OfType<string>().Select(option => $" {option}"));
    }

    public string Of(SensitivityRequest request) =>
        Join([
            .. Begin("sensitivity", request.Source),
            request.Method == SensitivityMethod.Tornado ? null : $"--method {request.Method.ToString().ToLowerInvariant()}",
            Option("deployment", request.Deployment),
            Option("measure", request.Measure),
            Option("replications", request.Replications),
            Option("samples", request.Samples),
            Option("seed", request.Source.Seed),
            request.Inputs.Count > 0 ? $"--inputs {string.Join(',', request.Inputs)}" : null,
        ]);

    public string Of(CalibrationRequest request) =>
        Join([
            .. Begin("calibrate", request.Source),
            .. request.Fits.Select(f => $"--fit {Quote(f)}"),
            .. request.Figures.Select(f => $"--to {Quote(f)}"),
            Option("replications", request.Replications),
            Option("draws", request.MostDraws),
            Option("seed", request.Source.Seed),
        ]);

    public string Of(ValidationRequest request) =>
        Join(["simint validate", request.Only.Count > 0 ? $"--only {string.Join(',', request.Only)}" : null, $"--seed {request.Seed}"]);

    public string Of(OptimizationRequest request) =>
        Join([
            .. Begin("optimize", request.Source),
            request.Budget?.OfficerHours is { } hours ? $"--budget {Quote(Invariant($"{hours} {PostingLimits.OfficerHours}"))}" : null,
            request.Budget?.CostUsd is { } cost ? $"--budget {Quote(Invariant($"{cost} {PostingLimits.Usd}"))}" : null,
            request.Keep.Count > 0 ? $"--keep {string.Join(',', request.Keep)}" : null,
            request.TaskForces.Count > 0 ? $"--task-forces {string.Join(',', request.TaskForces)}" : null,
            request.Against is { } against ? $"--against {JsonNamingPolicy.SnakeCaseLower.ConvertName($"{against}")}" : null,
            request.Replications != OptimizationRequest.UsualReplications ? $"--replications {request.Replications}" : null,
            request.HasFrontier ? "--frontier" : null,
            request.Random == true ? "--random" : null,
            request.Robust == true ? "--robust" : null,
        ]);

    /// <summary>A command that is suggested, so that it finds these results.</summary>
    public static string With(string command, string results) =>
        Path.GetFullPath(results) == Path.GetFullPath(FolderSettings.Here.ResultsInForce) ? command : $"{command} --out {Quote(results)}";

    /// <summary>A row of settings of runs, by the option that sets it where no key of the file does.</summary>
    public static string OfSetting(string path) =>
        path switch
        {
            RunTable.AdaptiveRow => "--adaptive",
            RunTable.UncertaintyRow => "--include-uncertainty",
            RunTable.OnlyRow => "--only",
            _ => path,
        };

    /// <summary>Where something of a scenario stands: a file, or the option that it was given with.</summary>
    /// <param name="origin">A file's name, or one of <see cref="Given"/>.</param>
    public static string OfOrigin(string origin) =>
        origin switch
        {
            Given.Settings => "--set",
            Given.WhatIfs => "--what-if",
            Given.Fits => "--fit",
            Given.Figures => "--to",
            _ => origin,
        };

    /// <summary>A word as a shell takes it: in single quotes, where all but a single quote stands for itself, unless
    /// nothing in it could mean something to a shell.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "_-./:=,+%@".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static IEnumerable<string?> Begin(string command, ScenarioSource source) =>
        [$"simint {command} {Quote(source.File)}", .. Settings(source)];

    private static IEnumerable<string> Settings(ScenarioSource source) => source.Overrides.Select(o => $"--set {Quote(o)}");

    private static string? Option<T>(string name, T? value) => value is null ? null : $"--{name} {value}";

    private static string Join(IEnumerable<string?> words) => string.Join(' ', words.OfType<string>());
}
