using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Web.Results;

namespace SimInterdiction.Web;

/// <summary>A page to be served to whoever sits at this machine.</summary>
/// <param name="Workspace">Where results are, and how requests are worded in reports.</param>
/// <param name="Folder">The folder of scenario files.</param>
/// <param name="Port">At which port; 0 for a free one.</param>
public sealed record PageRequest(Workspace Workspace, string Folder, int Port)
{
    /// <summary>How runs are simulated.</summary>
    public Effort Effort { get; init; } = new();

    /// <summary>Where what browsers are known by is kept between two starts, in a folder of the user's own; null for
    /// nowhere.</summary>
    public string? SessionFile { get; init; }

    /// <summary>What solves, in a process of its own; null where nothing does.</summary>
    public SolverProgram? Solver { get; init; }

    /// <summary>What makes documents, in a process of its own.</summary>
    public required DocumentProgram Documents { get; init; }
}

/// <summary>How the start of a page ended.</summary>
public abstract record PageStart
{
    private PageStart() { }

    /// <summary>It is served, until it is disposed of.</summary>
    public sealed record Started(PlannersPage Page) : PageStart;

    /// <summary>Another program listens at the port.</summary>
    public sealed record PortTaken(int Port) : PageStart;

    /// <summary>The system does not let this user listen at the port.</summary>
    public sealed record PortNotPermitted(int Port) : PageStart;

    /// <summary>There is no such folder.</summary>
    public sealed record NoFolder(string Folder) : PageStart;

    /// <summary>There is no folder for results, and none can be made.</summary>
    public sealed record NoResults(SaveFailure Why) : PageStart;
}
