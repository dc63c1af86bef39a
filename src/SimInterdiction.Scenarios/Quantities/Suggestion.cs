using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>What may have been meant by a text that can't be read: shown only if it can be read where it would
/// stand.</summary>
/// <param name="text">What was written.</param>
/// <param name="quantity">What is due.</param>
/// <param name="reads">Whether a text can be read there; null where nothing is to be suggested.</param>
internal sealed class Suggestion(string text, Quantity quantity, Func<string, bool>? reads)
{
    /// <summary>Of what is longer nothing is guessed.</summary>
    public const int LongestText = 60;

    /// <summary>Takes problems of texts that are only tried.</summary>
    public static ProblemList Trial => new() { IsTrial = true };

    /// <summary>The same amount, written as it can be read; null where none can be made out.</summary>
    public string? Amount => reads is null || text.Length > LongestText ? null : First(AmountGuess.Of(text, quantity).Where(reads).Take(1));

    /// <summary>Those of the texts that can be read.</summary>
    public string? OneOf(IEnumerable<string> texts) => reads is null || text.Length > LongestText ? null : First(texts.Where(reads));

    private static string? First(IEnumerable<string> good)
    {
        string[] shown = [.. good.Distinct()];
        return shown.Length == 0 ? null : $"did you mean {Names.Or(shown)}?";
    }
}
