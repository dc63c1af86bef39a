using System.Text.Json;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Json;

/// <summary>What all parts of <see cref="ResultJson"/> are written with.</summary>
internal static class JsonValues
{
    /// <summary>A number; null where it is missing, infinite or undefined.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Mean and interval, into the open object.</summary>
    public static void WriteEstimate(this Utf8JsonWriter json, Estimate e)
    {
        json.WriteFinite("mean", e.Mean);
        json.WriteFinite("low", e.Low);
        json.WriteFinite("high", e.High);
    }

    /// <summary>An array of names.</summary>
    public static void WriteNames(this Utf8JsonWriter json, string key, IEnumerable<string> names)
    {
        json.WriteStartArray(key);
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
