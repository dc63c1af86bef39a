using System.Globalization;

namespace SimInterdiction.Experiments.Design;

/// <summary>What tells settings of inputs apart: their values to the last bit.</summary>
internal static class SettingKey
{
    /// <param name="values">Of the inputs, in their order.</param>
    public static string Of(IReadOnlyList<double> values) =>
        string.Join(' ', values.Select(v => BitConverter.DoubleToInt64Bits(v).ToString("x", CultureInfo.InvariantCulture)));
}
