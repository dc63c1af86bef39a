using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Budgets as people write them: <c>202,020 officer-hours</c>, <c>1_000_000 USD</c>.</summary>
public static partial class BudgetText
{
    /// <summary>The budget that amounts come to, the least of each unit; null without any, and where one of them can't
    /// be read.</summary>
    public static PostingBudget? Read(IReadOnlyList<string> amounts)
    {
        (double Amount, string Unit)?[] read = [.. amounts.Select(AmountOf)];
        return read.Length == 0 || read.Contains(null)
            ? null
            : new PostingBudget { OfficerHours = Least(PostingLimits.OfficerHours), CostUsd = Least(PostingLimits.Usd) };

        double? Least(string unit) =>
            read.Where(amount => amount!.Value.Unit == unit).Select(amount => (double?)amount!.Value.Amount).Min();
    }

    /// <summary>What is wrong with an amount, in a sentence; null where it can be read.</summary>
    /// <param name="text">As it was written.</param>
    public static string? Fault(string text) =>
        Written().Match(text) is not { Success: true } parts ? $"'{text.Trim()}' does not begin with an amount"
        : NumberOf(parts.Groups["amount"].Value) is null ? $"'{parts.Groups["amount"].Value}' is no amount: write 12,000 or 12_000"
        : UnitOf(parts.Groups["unit"].Value) is not null ? null
        : parts.Groups["unit"].Value.Length == 0 ? $"'{text.Trim()}' has no unit: write officer-hours or USD after it"
        : $"'{parts.Groups["unit"].Value}' is no unit of a budget: write officer-hours or USD";

    private static (double Amount, string Unit)? AmountOf(string text) =>
        Written().Match(text) is { Success: true } parts
        && NumberOf(parts.Groups["amount"].Value) is { } value
        && UnitOf(parts.Groups["unit"].Value) is { } unit
            ? (value, unit)
            : null;

    // A comma stands before three digits, so that nobody's decimal comma is taken for thousands.
    private static double? NumberOf(string amount) =>
        Amount().IsMatch(amount)
        && double.TryParse(
            amount.Replace("_", "").Replace(",", ""),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double value
        )
        && double.IsFinite(value)
            ? value
            : null;

    private static string? UnitOf(string unit) =>
        unit.Replace(' ', '-').ToLowerInvariant() switch
        {
            "officer-hours" or "officer-hour" => PostingLimits.OfficerHours,
            "usd" => PostingLimits.Usd,
            _ => null,
        };

    [GeneratedRegex(@"^\s*(?<amount>[\d.,_]+)\s*(?<unit>.*?)\s*$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|[\d_]+)?(\.\d+)?$")]
    private static partial Regex Amount();
}
