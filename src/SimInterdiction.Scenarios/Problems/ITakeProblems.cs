namespace SimInterdiction.Scenarios.Problems;

/// <summary>Takes what is wrong or odd.</summary>
internal interface ITakeProblems
{
    /// <param name="code">Its code.</param>
    /// <param name="mark">Where it is.</param>
    /// <param name="message">What was found.</param>
    /// <param name="allowed">What is allowed there; null where the message says it.</param>
    /// <param name="hint">What may have been meant, or what to do.</param>
    void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null);

    /// <param name="code">Its code.</param>
    /// <param name="mark">Where it is.</param>
    /// <param name="message">What was found.</param>
    /// <param name="hint">What to do.</param>
    void Warning(string code, Mark mark, string message, string? hint = null);
}
