namespace SimInterdiction.Experiments.Batches;

/// <summary>How far an analysis of many settings is.</summary>
/// <param name="Step">What is under way.</param>
/// <param name="Count">Which setting, from 1; where settings are tried, how many fit so far.</param>
/// <param name="OutOf">Of how many settings; 0 where nobody knows.</param>
/// <param name="Done">How many replications of this step are done.</param>
/// <param name="All">Of about how many.</param>
public readonly record struct WorkProgress(WorkStep Step, int Count, int OutOf, double Done, double All);

/// <summary>What an analysis of many settings may be doing.</summary>
public enum WorkStep
{
    /// <summary>It simulates the settings of a design, one after the other.</summary>
    Settings,

    /// <summary>It tries settings, one period each, to see which fit.</summary>
    Trial,

    /// <summary>It looks for the setting that fits, by averages.</summary>
    Search,
}
