namespace SimInterdiction.Scenarios.Problems;

/// <summary>What stands in place of a file's name where something was given beside the scenario file. A front end says
/// it in its own way: how it was given there.</summary>
public static class Given
{
    /// <summary>Values instead of the file's.</summary>
    public const string Settings = "<settings>";

    /// <summary>Questions about the answer.</summary>
    public const string WhatIfs = "<what-ifs>";

    /// <summary>Numbers to calibrate.</summary>
    public const string Fits = "<fits>";

    /// <summary>Figures to calibrate to.</summary>
    public const string Figures = "<figures>";
}
