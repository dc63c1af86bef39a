using System.Collections;
using System.Reflection;
using SimInterdiction.Engine.Distributions;

namespace SimInterdiction.Tests.Scenarios.Describing;

/// <summary>Writes a record out in full, so that two scenarios can be compared by what they hold.</summary>
internal static class Comparing
{
    public static string Show(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            double number => number.ToString("R"),
            Distribution law => Show(law),
            IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(k => $"{k}: {Show(map[k])}"))}}}",
            IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Show))}]",
            _ when value.GetType().IsPrimitive || value.GetType().IsEnum || value is DateOnly => value.ToString()!,
            _ => $"{value.GetType().Name}({string.Join(", ", Written(value).Select(p => $"{p.Name}={Show(p.GetValue(value))}"))})",
        };

    private static IEnumerable<PropertyInfo> Written(object record) =>
        record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite);

    private static string Show(Distribution law) =>
        law is Empirical empirical
            ? $"Empirical({string.Join(", ", empirical.Outcomes.Select(o => $"{o.Value:R}: {o.Share:R}"))})"
            : law.ToString();
}
