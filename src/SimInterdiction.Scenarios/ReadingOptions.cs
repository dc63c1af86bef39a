namespace SimInterdiction.Scenarios;

/// <summary>What may be changed while a scenario is read.</summary>
public sealed record ReadingOptions
{
    /// <summary>Values that override the file's, each <c>path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Questions beside the file's, each <c>path x factor</c> or <c>path=value</c>.</summary>
    public IReadOnlyList<string> WhatIfs { get; init; } = [];

    /// <summary>How many replications are asked for in place of the file's number, by which then nothing is judged;
    /// null where the file's counts.</summary>
    public int? Replications { get; init; }

    /// <summary>Whether the scenario is read as each of its questions changes it, too.</summary>
    public bool AsksWhatIfs { get; init; } = true;

    /// <summary>Numbers that shall be fitted, each <c>path</c> of one that the file marks as uncertain, or <c>path
    /// between low and high</c>.</summary>
    public IReadOnlyList<string> Fits { get; init; } = [];

    /// <summary>What its files held, where that is to be read instead of what they hold now; null for the
    /// latter.</summary>
    public ScenarioFiles? Files { get; init; }

    /// <summary>Lets keys pass that can't be simulated yet, so that their reading can be tested before.</summary>
    internal bool AcceptsNotYet { get; init; }
}

/// <summary>A number that nobody knows, in the model's base unit.</summary>
/// <param name="Path">Where it is written: <c>team_types.outbound_team.finds</c>.</param>
/// <param name="Low">The least it may be.</param>
/// <param name="Best">The best guess.</param>
/// <param name="High">The most it may be.</param>
/// <param name="Written">As the file has it: <c>[40%, 50%, 60%]</c>.</param>
public sealed record UncertainInput(string Path, double Low, double Best, double High, string Written)
{
    /// <summary>Whether only whole numbers are due, to which a value is rounded.</summary>
    public bool IsWhole { get; init; }

    /// <summary>In how many places the file has it: an anchor, and the aliases that repeat it.</summary>
    public int Places { get; init; } = 1;
}
