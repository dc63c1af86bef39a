using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Requests;

/// <summary>Hands a scenario file on as a function of what it marks as uncertain.</summary>
public static class UncertainFile
{
    /// <param name="reading">A reading without errors.</param>
    /// <param name="only">Which of its uncertain inputs may be chosen; the others are held at their best guess. Null
    /// for all.</param>
    public static UncertainScenario Of(ScenarioReading reading, IReadOnlyList<UncertainInput>? only = null) =>
        Of(reading, only ?? reading.UncertainInputs, path => path);

    /// <summary>The same of a resolved scenario, in which inheritance has made several inputs of one.</summary>
    /// <param name="resolved">The reading of it.</param>
    /// <param name="uncertainAt">What <see cref="ScenarioReading.UncertainAt"/> was of the file.</param>
    /// <param name="only">The paths of the inputs that may be chosen, in their order; null for all.</param>
    /// <exception cref="InvalidDataException">There is no such input.</exception>
    public static UncertainScenario OfResolved(
        ScenarioReading resolved,
        IReadOnlyDictionary<string, string> uncertainAt,
        IReadOnlyList<string>? only = null
    )
    {
        UncertainInput[] all =
        [
            .. resolved
                .UncertainInputs.Select(u => u with { Path = uncertainAt.GetValueOrDefault(u.Path, u.Path) })
                .DistinctBy(u => u.Path),
        ];
        UncertainInput[]? chosen = only
            ?.Select(path =>
                Array.Find(all, input => input.Path == path) ?? throw new InvalidDataException($"'{path}' is no uncertain input.")
            )
            .ToArray();
        return Of(resolved, chosen ?? all, path => uncertainAt.GetValueOrDefault(path, path));
    }

    private static UncertainScenario Of(ScenarioReading reading, IReadOnlyList<UncertainInput> all, Func<string, string> writtenAt)
    {
        UncertainRange[] inputs = [.. all.Select(u => new UncertainRange(u.Path, u.Best, u.Low, u.High))];
        return new UncertainScenario(inputs, values =>
        {
            Dictionary<string, double> chosen = inputs.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            ScenarioReading other = reading.With(input => chosen.GetValueOrDefault(writtenAt(input.Path), input.Best));
            return other.Scenario
                ?? throw new InvalidDataException(
                    $"With {string.Join(", ", chosen.Select(c => $"{c.Key} = {c.Value:0.####}"))}: "
                        + $"{other.Problems.First(p => p.IsError).Message}."
                );
        }) { Whole = all.Where(u => u.IsWhole).Select(u => u.Path).ToHashSet() };
    }
}
