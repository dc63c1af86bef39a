namespace SimInterdiction.Cli;

/// <summary>What the program tells the shell; scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int ScenarioErrors = 1;
    public const int Usage = 2;
    public const int RunFailed = 3;
    public const int RequirementNotMet = 10;
    public const int StoppedAndSaved = 130;
}
