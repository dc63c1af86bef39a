using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Experiments.Kept;

/// <summary>Numbers to the last bit. What is no number or no finite one is written as a word, and is damage when read:
/// nothing that is undefined stands in a result but as null.</summary>
internal sealed class FiniteNumbers : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue($"{value}");
        }
    }

    internal static double Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw new JsonException("A number is due.");
}

/// <summary>Numbers of fixed meaning as a list, without those at the end that are null.</summary>
internal abstract class NumberList<T>(int count) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list of numbers is due.");
        }

        double?[] numbers = new double?[count];
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == count)
            {
                throw new JsonException($"At most {count} numbers are due.");
            }

            numbers[i] = reader.TokenType == JsonTokenType.Null ? null : FiniteNumbers.Read(ref reader);
        }

        return Of(numbers) ?? throw new JsonException("The numbers do not fit together.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        double?[] numbers = NumbersOf(value);
        writer.WriteStartArray();
        foreach (double? number in numbers.Take(1 + Array.FindLastIndex(numbers, each => each is not null)))
        {
            JsonSerializer.Serialize(writer, number, options);
        }

        writer.WriteEndArray();
    }

    protected abstract double?[] NumbersOf(T value);

    /// <summary>Null where they don't fit together.</summary>
    protected abstract T? Of(double?[] numbers);
}

internal sealed class EstimateNumbers() : NumberList<Estimate>(11)
{
    protected override double?[] NumbersOf(Estimate value) =>
        [
            value.Mean,
            value.Low,
            value.High,
            value.Sd,
            value.P10,
            value.P90,
            value.P10Interval?.Low,
            value.P10Interval?.High,
            value.P90Interval?.Low,
            value.P90Interval?.High,
            value.VarianceLeft,
        ];

    protected override Estimate? Of(double?[] numbers) =>
        AreInOrder(numbers[1], numbers[2]) && AreInOrder(numbers[4], numbers[5])
            ? new Estimate(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
            {
                P10Interval = Pair(numbers[6], numbers[7]),
                P90Interval = Pair(numbers[8], numbers[9]),
                VarianceLeft = numbers[10],
            }
            : null;

    private static bool AreInOrder(double? low, double? high) => !(low > high);

    private static (double Low, double High)? Pair(double? low, double? high) => low <= high ? (low.Value, high.Value) : null;
}

internal sealed class ConvergenceNumbers() : NumberList<ConvergencePoint>(4)
{
    protected override double?[] NumbersOf(ConvergencePoint value) => [value.Replications, value.Difference, value.Low, value.High];

    protected override ConvergencePoint? Of(double?[] numbers) =>
        numbers is [>= 1 and <= int.MaxValue, { } difference, { } low, { } high] && low <= high
            ? new ConvergencePoint((int)numbers[0]!.Value, difference, low, high)
            : null;
}
