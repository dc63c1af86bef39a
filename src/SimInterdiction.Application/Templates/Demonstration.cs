using System.Text;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Templates;

/// <summary>The shipped scenario: its files put down beside the results, and run small.</summary>
public sealed class Demonstration(Workspace workspace)
{
    /// <param name="request">How small.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it gets on.</param>
    /// <param name="stop">Ends it; what has begun is finished and saved.</param>
    public DemonstrationOutcome Execute(DemonstrationRequest request, Effort effort, IObserveDemonstration observer, CancellationToken stop)
    {
        string folder = OutputFolder.Of(workspace.Results, DemoScenario.FileName);
        if (!OutputFolder.TryMake(folder, out SaveFailure? why))
        {
            return new DemonstrationOutcome.NotSaved(why);
        }

        try
        {
            PutDown(folder, observer);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new DemonstrationOutcome.NotSaved(SaveFailure.Of(problem, folder));
        }

        var run = new RunRequest
        {
            Source = new ScenarioSource { File = Path.Combine(folder, DemoScenario.FileName) },
            Replications = request.Replications,
        };
        return new DemonstrationOutcome.Ran(
            new Run(workspace).Execute(run, effort, observer, stop),
            new RunRequest { Source = run.Source }
        );
    }

    // What is there already may have been changed, and is left as it is.
    private static void PutDown(string folder, IObserveDemonstration observer)
    {
        foreach ((string name, string text) in DemoScenario.Files)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                WholeFile.Write(path, Encoding.UTF8.GetBytes(text));
            }
            else if (File.ReadAllText(path) != text)
            {
                observer.Kept(path);
            }
        }
    }
}

/// <summary>Hears how a demonstration gets on.</summary>
public interface IObserveDemonstration : IObserveRun
{
    /// <summary>A file of the scenario was changed since it was put down; it is used as it is.</summary>
    void Kept(string file) { }
}

/// <summary>How a demonstration ended.</summary>
public abstract record DemonstrationOutcome
{
    private DemonstrationOutcome() { }

    /// <summary>The scenario is there, and was run.</summary>
    /// <param name="Outcome">How the run ended.</param>
    /// <param name="Next">The scenario's run, in full.</param>
    public sealed record Ran(RunOutcome Outcome, RunRequest Next) : DemonstrationOutcome;

    /// <summary>The scenario could not be put down.</summary>
    public sealed record NotSaved(SaveFailure Why) : DemonstrationOutcome;
}
