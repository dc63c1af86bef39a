namespace SimInterdiction.Cli;

/// <summary>This program, to be started once more by itself: what may crash, or takes memory that only the end of a
/// process gives back, is done in a process of its own.</summary>
internal static class OwnProgram
{
    /// <summary>Its file, and what it is started with.</summary>
    /// <param name="command">The first argument, which no help shows.</param>
    public static (string File, IReadOnlyList<string> Arguments) For(string command)
    {
        string host = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(host) is "dotnet" or "testhost";
        return isHost ? ("dotnet", [Path.Combine(AppContext.BaseDirectory, "simint.dll"), command]) : (host, [command]);
    }
}
