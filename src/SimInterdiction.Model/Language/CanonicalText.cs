using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace SimInterdiction.Model.Language;

/// <summary>
/// A value written so that two values have the same text exactly when they hold the same: every field of every record,
/// numbers to the last bit, maps and lists in their order. Labels and notes are left out: they change no number.
/// </summary>
/// <remarks>
/// Fields rather than properties, so that nothing an object keeps to itself is missed. Rejected: the scenario as YAML,
/// in which the same number can be written in many ways and a new default shows only where it is written out.
/// </remarks>
public static class CanonicalText
{
    private const int Deepest = 64;

    private static readonly string[] WordsOnly = ["<Label>k__BackingField", "<Note>k__BackingField"];

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = [];

    /// <summary>SHA-256 of the text, in lower-case hexadecimal digits.</summary>
    public static string Hash(object? value) => HashOfText(Of(value));

    public static string HashOfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <exception cref="ArgumentException">It holds something that has no text, such as a function.</exception>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw new ArgumentException("It is nested too deeply, or within itself.", nameof(value));
        }

        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case string words:
                text.Append('"').Append(words.Length).Append(':').Append(words);
                break;
            case double number:
                text.Append('d').Append(BitConverter.DoubleToInt64Bits(number));
                break;
            case float or decimal or Delegate or Pointer:
                throw new ArgumentException($"There is no canonical text of a {value.GetType().Name}.", nameof(value));
            case Enum or byte or ushort or int or uint or long or ulong or DateOnly or TimeOnly:
                text.Append('=').Append(value);
                break;
            case bool flag:
                text.Append(flag ? '+' : '-');
                break;
            case IEnumerable items:
                WriteItems(text, items, depth);
                break;
            default:
                WriteFields(text, value, depth);
                break;
        }
    }

    private static void WriteItems(StringBuilder text, IEnumerable items, int depth)
    {
        text.Append('[');
        foreach (object? item in items)
        {
            Write(text, item, depth + 1);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void WriteFields(StringBuilder text, object value, int depth)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (FieldInfo field in Known.GetOrAdd(value.GetType(), FieldsOf))
        {
            text.Append(field.Name).Append(' ');
            Write(text, field.GetValue(value), depth + 1);
            text.Append(';');
        }

        text.Append('}');
    }

    // The order in which reflection gives them is not promised.
    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (Type? at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            fields.AddRange(at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return
        [
            .. fields
                .Where(f => !WordsOnly.Contains(f.Name))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ThenBy(f => f.DeclaringType!.Name, StringComparer.Ordinal),
        ];
    }
}
