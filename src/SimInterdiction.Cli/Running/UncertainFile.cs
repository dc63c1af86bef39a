using SimInterdiction.Experiments.Doubt;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary>Hands a scenario file on as a function of what it marks as uncertain.</summary>
internal static class UncertainFile
{
    /// <param name="reading">A reading without errors.</param>
    /// <param name="only">Which of its uncertain inputs may be chosen; the others are held at their best guess. Null for all.</param>
    public static UncertainScenario Of(ScenarioReading reading, IReadOnlyList<UncertainInput>? only = null)
    {
        DoubtfulInput[] inputs = [.. (only ?? reading.UncertainInputs).Select(u => new DoubtfulInput(u.Path, u.Best, u.Low, u.High))];
        return new UncertainScenario(inputs, values =>
        {
            Dictionary<string, double> chosen = inputs.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            ScenarioReading other = reading.With(input => chosen.GetValueOrDefault(input.Path, input.Best));
            return other.Scenario
                ?? throw new InvalidDataException($"With {string.Join(", ", chosen.Select(c => $"{c.Key} = {c.Value:0.####}"))}: {other.Problems.First(p => p.IsError).Message}.");
        });
    }
}
