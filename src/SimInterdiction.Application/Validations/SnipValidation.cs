using SimInterdiction.Application.Requests;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Networks;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Validations;

/// <summary>The search for the best choice held against the public test of sensor placement, whose files are not a part
/// of the program.</summary>
/// <param name="workspace">For whom.</param>
/// <param name="program">What solves, in a process of its own.</param>
public sealed class SnipValidation(Workspace workspace, SolverProgram program)
{
    private const double Close = 1e-9;
    private const double Proof = 1e-6;

    // For one placement; they take seconds to minutes.
    private const double MostSeconds = 24 * 3600;

    /// <param name="folder">With the three files.</param>
    /// <param name="observer">Told of each placement.</param>
    /// <param name="stop">Ends it; the placement under way is left out.</param>
    public SnipOutcome Execute(string folder, IObserveSnip observer, CancellationToken stop)
    {
        if (!SnipInstance.IsIn(folder))
        {
            return new SnipOutcome.NoFiles(folder);
        }

        if (!HighsSolver.IsAvailable)
        {
            return new SnipOutcome.NoSolver();
        }

        var checks = new List<SnipCheck>();
        foreach ((int i, SnipPlacement placement) in SnipPlacement.Known.Index())
        {
            SnipInstance instance;
            try
            {
                instance = SnipInstance.Read(folder, placement.Sensors);
            }
            catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                return new SnipOutcome.Unreadable(folder, problem.Message);
            }

            observer.Placing(placement, i, SnipPlacement.Known.Count);
            long began = workspace.Clock.GetTimestamp();
            using var solver = new SolverProcess(program);
            Selection found = placement.Search(instance, solver, new SearchTerms(Proof / 10, MostSeconds), observer, stop);
            if (stop.IsCancellationRequested || found.Chosen is not { } chosen)
            {
                return new SnipOutcome.Stopped(checks);
            }

            double passes = instance.PassesWith(chosen);
            checks.Add(
                new SnipCheck(
                    placement,
                    passes,
                    found.Gap,
                    workspace.Clock.GetElapsedTime(began).TotalSeconds,
                    Math.Abs(passes - placement.Passes) <= Close && found.Gap <= Proof
                )
            );
            observer.Placed(checks[^1]);
        }

        return new SnipOutcome.Completed(checks);
    }
}

/// <summary>One placement, found and known.</summary>
/// <param name="Placement">What is known.</param>
/// <param name="Passes">The share that passes what was found.</param>
/// <param name="Gap">How much less could pass any other placement.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Agrees">Whether it is what is known, to ten digits, and proven to a millionth.</param>
public sealed record SnipCheck(SnipPlacement Placement, double Passes, double Gap, double Seconds, bool Agrees);

/// <summary>What came of it.</summary>
public abstract record SnipOutcome
{
    private SnipOutcome() { }

    /// <summary>The folder lacks some of the files.</summary>
    public sealed record NoFiles(string Folder) : SnipOutcome;

    /// <summary>There is no solver for this platform.</summary>
    public sealed record NoSolver : SnipOutcome;

    /// <summary>A file can't be read.</summary>
    public sealed record Unreadable(string Folder, string Problem) : SnipOutcome;

    /// <summary>It was stopped.</summary>
    /// <param name="Checks">Those made until then.</param>
    public sealed record Stopped(IReadOnlyList<SnipCheck> Checks) : SnipOutcome;

    /// <summary>Every placement was searched.</summary>
    public sealed record Completed(IReadOnlyList<SnipCheck> Checks) : SnipOutcome;
}

/// <summary>Hears of the placements.</summary>
public interface IObserveSnip : IObserveSelection
{
    /// <summary>A placement is about to be searched.</summary>
    /// <param name="placement">Which.</param>
    /// <param name="done">How many were.</param>
    /// <param name="all">Of how many.</param>
    void Placing(SnipPlacement placement, int done, int all) { }

    /// <summary>One was found.</summary>
    void Placed(SnipCheck check) { }
}
