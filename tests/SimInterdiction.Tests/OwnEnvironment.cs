namespace SimInterdiction.Tests;

/// <summary>What the settings of tests tell the runtime is for this process alone: programs that tests start run as
/// users run them.</summary>
[SetUpFixture]
public sealed class OwnEnvironment
{
    [OneTimeSetUp]
    public void Keep()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOwn).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static bool IsOwn(string name) =>
        name is "DOTNET_GCgen0size" or "DOTNET_EnableWriteXorExecute" or "DOTNET_TieredPGO"
        || name.StartsWith("DOTNET_TC_", StringComparison.Ordinal);
}
