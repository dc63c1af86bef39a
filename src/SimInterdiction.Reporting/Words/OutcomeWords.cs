using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Outcomes as tables say them, and scripts read them: these words are part of the JSON contract.</summary>
internal static class OutcomeWords
{
    /// <summary>"won", "tied" or "not decided".</summary>
    public static string ToWords(this ContestOutcome outcome) =>
        outcome switch
        {
            ContestOutcome.Won => "won",
            ContestOutcome.Tied => "tied",
            _ => "not decided",
        };

    /// <summary>"yes", "no" or "not decided": whether it survives.</summary>
    public static string ToWords(this Survival survival) =>
        survival switch
        {
            Survival.Survives => "yes",
            Survival.Falls => "no",
            _ => "not decided",
        };
}
