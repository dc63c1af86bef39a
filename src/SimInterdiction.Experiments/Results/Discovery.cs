using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Results;

/// <summary>Where among all plausible inputs a deployment is not worth it, or where it is.</summary>
/// <remarks>Worth it is what is better than the baseline by the smallest difference that matters, or better at all
/// where every difference matters.</remarks>
public sealed record Discovery
{
    /// <summary>Whether settings are sought in which the deployment is worth it, since at best guess it surely isn't;
    /// else those in which it is not.</summary>
    public required bool SeeksWorth { get; init; }

    /// <summary>Drawn evenly and independently over the inputs' ranges.</summary>
    public required IReadOnlyList<DrawnSetting> Settings { get; init; }

    /// <summary>The boxes on the way from all settings to the densest; empty where no setting is sought, or every
    /// one.</summary>
    public required IReadOnlyList<PeeledBox> Trajectory { get; init; }

    /// <summary>The chance that as clear a box comes out where inputs have nothing to do with it; null without
    /// boxes.</summary>
    public required double? ChanceOfAsClear { get; init; }

    /// <summary>Null where chance may be behind every box.</summary>
    public required DiscoveredRegion? Region { get; init; }

    /// <summary>In how many settings the answer is surely the one sought.</summary>
    public int Sought => Settings.Count(setting => setting.IsSought == true);

    /// <summary>In how many chance leaves it open.</summary>
    public int NotDecided => Settings.Count(setting => setting.IsSought is null);
}

/// <summary>A setting that was drawn.</summary>
/// <param name="Inputs">Their values, in the order of the result's inputs.</param>
/// <param name="Difference">The deployment less the baseline; its interval is its own.</param>
/// <param name="IsSought">Whether the whole interval says so; null where it reaches to both sides, or nothing is
/// defined.</param>
/// <param name="IsInside">Whether it is in the region.</param>
public sealed record DrawnSetting(IReadOnlyList<double> Inputs, SimulatedValue Difference, bool? IsSought, bool IsInside);

/// <summary>A box on the way. Settings that are not decided count half.</summary>
/// <param name="Settings">How many it holds.</param>
/// <param name="LimitedInputs">How many inputs it limits.</param>
/// <param name="Coverage">Its share of all settings sought.</param>
/// <param name="Density">The share of its settings that are sought.</param>
public readonly record struct PeeledBox(int Settings, int LimitedInputs, double Coverage, double Density);

/// <summary>The region found.</summary>
/// <param name="Limits">At least one; the surest first.</param>
/// <param name="Settings">How many it holds.</param>
/// <param name="Density">The share of them that is sought: if none that is not decided is, and if all are.</param>
/// <param name="Coverage">Its share of all that are sought: if those not decided are sought outside only, and if inside
/// only.</param>
public sealed record DiscoveredRegion(IReadOnlyList<RegionLimit> Limits, int Settings, Interval Density, Interval Coverage)
{
    /// <summary>The density on settings that regions found in the same way were not found with, those not decided
    /// counted half; null where these hold none.</summary>
    public double? HeldOutDensity { get; init; }

    /// <summary>The coverage likewise.</summary>
    public double? HeldOutCoverage { get; init; }
}

/// <summary>An end of the region.</summary>
/// <param name="Path">Of which input.</param>
/// <param name="IsLeast">Whether it is the least within; else the most.</param>
/// <param name="Value">The value of a setting within.</param>
/// <param name="QuasiP">The chance that as much of the region would be sought if this end made no difference.</param>
public readonly record struct RegionLimit(string Path, bool IsLeast, double Value, double QuasiP);
