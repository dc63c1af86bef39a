using System.Globalization;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>An ISO date, <c>2022-10-01</c>.</summary>
internal sealed class DateForm : IValueForm
{
    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (Scalars.Take(node, slot, state, "a date") is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        state.Problems.Error("S115", scalar.Mark, $"'{QuantityReader.Short(scalar.Text)}' is not a date", "year-month-day, such as 2022-10-01");
        return null;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "string", ["format"] = "date" };

    public string Words(KeyAttribute key) => "a date";
}

/// <summary>Hours of the day, <c>06:00-18:00</c> or <c>24 h</c>.</summary>
internal sealed class HoursForm : IValueForm
{
    public object? Read(Node node, Slot slot, BindingState state)
    {
        if (Scalars.Take(node, slot, state, "hours of the day", node is ListNode ? "write them as 06:00-18:00" : null) is not { } scalar)
        {
            return null;
        }

        return Parse(scalar.Text, scalar.Mark, state);
    }

    /// <summary>The hours; null after reporting.</summary>
    public static HoursOfDay? Parse(string text, Mark mark, BindingState state)
    {
        if (HoursReader.Read(text) is { } hours)
        {
            return hours;
        }

        string[] ends = text.Split('-');
        string? hint = ends.Length == 2 && ends[0].Trim() == ends[1].Trim() ? "did you mean '24 h'?" : null;
        state.Problems.Error("S116", mark, $"'{QuantityReader.Short(text)}' are not hours of the day", "from-to, such as 06:00-18:00 (may pass midnight), or 24 h", hint);
        return null;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "string", ["pattern"] = @"^(\d{1,2}:\d{2}-\d{1,2}:\d{2}|24 h)$" };

    public string Words(KeyAttribute key) => "hours of the day";
}
