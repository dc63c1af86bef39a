namespace SimInterdiction.Tests;

/// <summary>What the settings of tests tell the runtime is for this process alone: programs that tests start run as
/// users run them. Temporary folders are in memory where there is room.</summary>
[SetUpFixture]
public sealed class OwnEnvironment
{
    private const string InMemory = "/dev/shm";
    private const string TemporaryFolders = "TMPDIR";

    // All folders of all tests that run at once take a tenth of it.
    private const long Room = 4L << 30;

    [OneTimeSetUp]
    public void Keep()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOwn).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        // What is written is brought to the disk each time, which takes a tenth of a test run.
        if (
            Environment.GetEnvironmentVariable(TemporaryFolders) is null
            && Directory.Exists(InMemory)
            && new DriveInfo(InMemory).AvailableFreeSpace > Room
        )
        {
            Environment.SetEnvironmentVariable(TemporaryFolders, InMemory);
        }
    }

    private static bool IsOwn(string name) =>
        name is "DOTNET_GCgen0size" or "DOTNET_EnableWriteXorExecute" or "DOTNET_TieredPGO"
        || name.StartsWith("DOTNET_TC_", StringComparison.Ordinal);
}
