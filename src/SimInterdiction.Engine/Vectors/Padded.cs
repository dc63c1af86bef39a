namespace SimInterdiction.Engine.Vectors;

/// <summary>Arrays filled up to a multiple of eight, as the operations on eight numbers at once want them.</summary>
public static class Padded
{
    /// <summary>The length of an array that holds so many numbers and is a multiple of eight.</summary>
    public static int LengthFor(int count) => (count + EightNumbers.Count - 1) / EightNumbers.Count * EightNumbers.Count;

    /// <summary>The numbers, filled up with zeros to a multiple of eight.</summary>
    public static double[] Copy(ReadOnlySpan<double> values)
    {
        var padded = new double[LengthFor(values.Length)];
        values.CopyTo(padded);
        return padded;
    }
}
