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
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (Scalars.Take(node, target, state, "a date") is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        state.Problems.Error(
            "S115",
            scalar.Mark,
            $"'{scalar.Text}' is not a date",
            "year-month-day, such as 2022-10-01",
            Meant(scalar.Text)
        );
        return null;
    }

    private static string? Meant(string text)
    {
        string[] days = [.. DateGuess.Of(text)];
        return days.Length == 0 ? null : $"did you mean {Names.Or(days)}?";
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "string", ["format"] = "date" };

    public string Words(KeyAttribute key) => "a date";
}

/// <summary>Hours of the day, <c>06:00-18:00</c> or <c>24 h</c>.</summary>
internal sealed class HoursForm : IValueForm
{
    /// <summary>What to do with several ranges.</summary>
    /// <param name="target">Where they stand, or what they stand in.</param>
    public static string OneRange(BindingTarget target) =>
        target.Path.Split('.')[0] switch
        {
            "places" or "roads" => "one range of hours to an opening: from when it first opens to when it closes for the day",
            "flows" or "checkpoints" => "one range of hours to a key: write a second key",
            "optimize" => "one range of hours to a shift: write a second shift",
            _ => "one range of hours to a posting: write a second posting",
        };

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        string? hint =
            node is not ListNode list ? null
            : list.Items.Count > 1 ? OneRange(target)
            : "write them as 06:00-18:00";
        if (Scalars.Take(node, target, state, "hours of the day", hint) is not { } scalar)
        {
            return null;
        }

        return Parse(scalar.Text, scalar.Mark, target, state);
    }

    /// <summary>The hours; null after reporting.</summary>
    public static HoursOfDay? Parse(string text, Mark mark, BindingTarget target, BindingState state)
    {
        if (HoursReader.Read(text) is { } hours)
        {
            return hours;
        }

        if (HoursReader.AreSeveral(text))
        {
            string range = "one range, such as 06:00-18:00 (may pass midnight), or 24 h";
            state.Problems.Error("S116", mark, $"'{text}' is more than one range of hours", range, OneRange(target));
            return null;
        }

        string? hint = HoursGuess.Of(text) is { } meant && HoursReader.Read(meant) is not null ? $"did you mean '{meant}'?" : null;
        state.Problems.Error(
            "S116",
            mark,
            $"'{text}' are not hours of the day",
            "from-to, such as 06:00-18:00 (may pass midnight), or 24 h",
            hint
        );
        return null;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = "string", ["pattern"] = @"^(\d{1,2}:\d{2}-\d{1,2}:\d{2}|24 h)$" };

    public string Words(KeyAttribute key) => "hours of the day";
}
