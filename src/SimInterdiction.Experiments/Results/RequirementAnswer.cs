namespace SimInterdiction.Experiments.Results;

/// <summary>Whether a criterion is met.</summary>
public enum RequirementAnswer
{
    /// <summary>The interval reaches to both sides of the limit, or there is none.</summary>
    NotDecided,
    Met,
    NotMet,
    NotSimulated,
}
