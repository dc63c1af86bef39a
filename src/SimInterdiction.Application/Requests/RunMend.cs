namespace SimInterdiction.Application.Requests;

/// <summary>How what is missing in a run's folder is simulated again: by the command that made it, which finds the
/// folder by its name and place.</summary>
/// <param name="Command">The command, as the front end words it.</param>
/// <param name="Results">The folder of results that it is to be given.</param>
public sealed record RunMend(string Command, string Results)
{
    /// <summary>Where the command goes on instead, as the folder is a copy; null where it isn't.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Where the folder must be moved to first, as the command would not find it; null where it
    /// would.</summary>
    public string? MoveTo { get; init; }
}
