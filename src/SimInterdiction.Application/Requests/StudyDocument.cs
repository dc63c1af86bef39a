using System.Diagnostics.CodeAnalysis;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Requests;

/// <summary>All that another machine must know of a study to simulate any part of it.</summary>
/// <param name="Scenario">The scenario as resolved, tables and settings written out.</param>
/// <param name="Seed">Which random numbers.</param>
/// <param name="Replications">How many are asked for.</param>
/// <param name="UncertainAt">What <see cref="ScenarioReading.UncertainAt"/> was of the file; null where no input is
/// drawn anew.</param>
/// <param name="ComparedAs">How its deployments are compared, where that is not as the scenario says; null where it
/// is.</param>
public sealed record StudyDocument(
    string Scenario,
    long Seed,
    int Replications,
    IReadOnlyDictionary<string, string>? UncertainAt,
    ComparedAs? ComparedAs
)
{
    /// <summary>What is asked of its uncertain inputs; null where they are held at their best guess, or drawn anew as
    /// <see cref="UncertainAt"/> says.</summary>
    public SettingDocument? Setting { get; init; }

    // Only the text is read; the name is there for what the reader would say.
    private const string Name = "scenario.yaml";

    /// <param name="reading">A scenario without errors.</param>
    /// <param name="options">How it is studied.</param>
    /// <param name="comparedAs">How its deployments are compared; null for as it says.</param>
    internal static StudyDocument Of(ScenarioReading reading, StudyOptions options, ComparedAs? comparedAs)
    {
        ExperimentPlan plan = reading.Scenario!.Experiment;
        return new StudyDocument(
            reading.Resolved.ToYaml(),
            options.Seed ?? plan.Seed,
            options.Replications ?? plan.Replications,
            options.Drawn is null ? null : reading.UncertainAt,
            comparedAs
        );
    }

    /// <summary>Makes the study ready to be simulated in chunks.</summary>
    /// <param name="arms">What chunks are asked of.</param>
    /// <param name="simulation">The study.</param>
    /// <param name="problem">Why it can't be.</param>
    public bool TryOpen(
        IReadOnlyList<Arm> arms,
        [NotNullWhen(true)] out ChunkSimulation? simulation,
        [NotNullWhen(false)] out string? problem
    )
    {
        simulation = null;
        problem = null;
        ScenarioReading reading = ScenarioReader.ReadText(Scenario, Name, options: new ReadingOptions { AsksWhatIfs = false });
        if (reading.Scenario is null)
        {
            problem = reading.Problems.First(found => found.IsError).Message;
            return false;
        }

        try
        {
            simulation = Open(reading, reading.Scenario, arms);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or InvalidDataException)
        {
            problem = error.Message;
            return false;
        }
    }

    private ChunkSimulation Open(ScenarioReading reading, Scenario scenario, IReadOnlyList<Arm> arms)
    {
        var options = new StudyOptions { Seed = Seed, Replications = Replications };
        if (Setting is { } setting)
        {
            UncertainScenario uncertain = UncertainFile.OfResolved(reading, UncertainAt ?? reading.UncertainAt, setting.Inputs);
            return setting.Values is { } values
                ? ChunkSimulation.OfSetting(uncertain, values, options, arms)
                : ChunkSimulation.OfTrial(uncertain, Seed, Replications, arms);
        }

        UncertainScenario? drawn = UncertainAt is null ? null : UncertainFile.OfResolved(reading, UncertainAt);
        return new ChunkSimulation(ComparedAs?.Of(scenario) ?? scenario, options with { Drawn = drawn }, arms);
    }
}

/// <summary>A study in which uncertain inputs have other values than their best guess.</summary>
/// <param name="Inputs">Which, by their paths, in the order of the study; all others are held at their best
/// guess.</param>
/// <param name="Values">The value of each, in its base unit; null where each replication draws its own, evenly.</param>
public sealed record SettingDocument(IReadOnlyList<string> Inputs, IReadOnlyList<double>? Values);
