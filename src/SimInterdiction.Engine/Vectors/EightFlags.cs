using System.Numerics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Eight yes-or-no answers in one byte. Enumerates the indices, from 0 to 7, of those that are yes.</summary>
public readonly struct EightFlags
{
    private readonly byte bits;

    internal EightFlags(byte bits) => this.bits = bits;

    /// <summary>Whether any answer is yes.</summary>
    public bool Any => bits != 0;

    /// <summary>Asks for each index from 0 on.</summary>
    /// <param name="count">How many are asked for, at most eight; the others are no.</param>
    /// <param name="isSet">The answer.</param>
    public static EightFlags Where(int count, Func<int, bool> isSet)
    {
        ArgumentNullException.ThrowIfNull(isSet);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, EightNumbers.Count);
        int bits = 0;
        for (int i = 0; i < count; i++)
        {
            bits |= isSet(i) ? 1 << i : 0;
        }

        return new EightFlags((byte)bits);
    }

    /// <summary>The answers up to an index, that one included; the others become no.</summary>
    /// <param name="last">The index, from 0; beyond 7 all are kept.</param>
    public EightFlags Through(int last) => new((byte)(bits & ((2u << last) - 1)));

    public Enumerator GetEnumerator() => new(bits);

    /// <summary>Goes through the indices of those that are yes, the lowest first.</summary>
    public struct Enumerator
    {
        private uint left;

        internal Enumerator(byte bits) => left = bits;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (left == 0)
            {
                return false;
            }

            Current = BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
