using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Application.Manifests;

/// <summary>Where numbers come from: the one place that puts it together.</summary>
internal static class Origin
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">What the run or analysis is called.</param>
    /// <param name="date">When it finished.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="command">How to reproduce it, as the front end words it.</param>
    public static Provenance Of(ManifestScenario scenario, string run, DateTime date, string version, string command) =>
        new()
        {
            ScenarioFile = scenario.File,
            Sha256 = scenario.Sha256,
            OtherFiles = [.. scenario.OtherFiles.Select(file => new FileRead(file.Name, file.Sha256))],
            Run = run,
            Version = version,
            Date = date.ToUniversalTime(),
            Command = command,
            ElapsedSeconds = 0,
            Uncertain = [],
            ResolvedYaml = string.Empty,
        };
}
