using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Which numbers a key takes, in base units.</summary>
internal static class KeyRange
{
    /// <summary>The limit the value breaks, in words; null if it keeps all.</summary>
    public static string? Outside(double value, KeyAttribute key)
    {
        (double low, double high) = Of(key);
        return value switch
        {
            _ when key.Above && !(value > low) => $"above {QuantityReader.Show(low, key.Quantity)}",
            _ when !(value >= low) => $"at least {QuantityReader.Show(low, key.Quantity)}",
            _ when !(value <= high) => $"at most {QuantityReader.Show(high, key.Quantity)}",
            _ => null,
        };
    }

    /// <summary>The least and the most. Shares lie between 0 and 1 whatever the key says, and no rate is below
    /// 0.</summary>
    public static (double Low, double High) Of(KeyAttribute key) =>
        key.Quantity == Quantity.Share
            ? (Math.Max(0, key.AtLeast), Math.Min(1, key.AtMost))
            : (key.Quantity == Quantity.Rate ? Math.Max(0, key.AtLeast) : key.AtLeast, key.AtMost);
}
