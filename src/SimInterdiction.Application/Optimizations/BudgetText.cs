using System.Globalization;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Budgets as people write them: <c>202_020 officer-hours</c>, <c>1_000_000 USD</c>.</summary>
public static class BudgetText
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

    private static (double Amount, string Unit)? AmountOf(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [var amount, (PostingLimits.OfficerHours or PostingLimits.Usd) and var unit]
        && double.TryParse(amount.Replace("_", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? (value, unit)
            : null;
}
