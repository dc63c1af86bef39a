using System.Numerics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Arithmetic on series of numbers, as many at a time as the processor has room for.</summary>
public static class Series
{
    /// <summary>The sum of the products of two series.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other, as long.</param>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        Vector<double> sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(left[i..]) * new Vector<double>(right[i..]);
        }

        double sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>Writes down the products of two series.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other, as long.</param>
    /// <param name="into">Takes them; may be one of the two.</param>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> into)
    {
        right = right[..left.Length];
        into = into[..left.Length];
        int i = 0;
        for (; i <= left.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(left[i..]) * new Vector<double>(right[i..])).CopyTo(into[i..]);
        }

        for (; i < left.Length; i++)
        {
            into[i] = left[i] * right[i];
        }
    }

    /// <summary>Adds a multiple of one series to another.</summary>
    /// <param name="numbers">The one.</param>
    /// <param name="factor">How many times it is added.</param>
    /// <param name="to">The other, as long.</param>
    public static void AddMultiple(ReadOnlySpan<double> numbers, double factor, Span<double> to)
    {
        to = to[..numbers.Length];
        var factors = new Vector<double>(factor);
        int i = 0;
        for (; i <= numbers.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(to[i..]) + (new Vector<double>(numbers[i..]) * factors)).CopyTo(to[i..]);
        }

        for (; i < numbers.Length; i++)
        {
            to[i] += factor * numbers[i];
        }
    }
}
