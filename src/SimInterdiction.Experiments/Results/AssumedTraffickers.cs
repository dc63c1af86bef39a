namespace SimInterdiction.Experiments.Results;

/// <summary>What is assumed of traffickers of a kind (<see cref="TraffickerKind"/>) where the scenario does not say
/// it.</summary>
public static class AssumedTraffickers
{
    /// <summary>How averse those who learn or know are to risk.</summary>
    public const double RiskAversion = 20;

    /// <summary>The share of drivers who watch.</summary>
    public const double ShareOfWatchers = 1;

    /// <summary>How much later they are willing to leave.</summary>
    public const double PatienceHours = 12;
}
