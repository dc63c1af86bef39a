using System.Runtime.InteropServices;

namespace SimInterdiction.Optimization.Programs;

/// <summary>A linear program that grows: columns to choose, some of them whole numbers, so that the objective is
/// greatest and every row is within its bounds.</summary>
public sealed class LinearProgram
{
    /// <summary>What values may break a row by: as tight as solvers allow for whole numbers.</summary>
    public const double Feasibility = 1e-9;

    /// <summary>A point that breaks a new row by less than this is taken to keep it: a solver would break it
    /// again.</summary>
    public const double Violation = 5 * Feasibility;

    private readonly List<Column> columns = [];
    private readonly List<(double Lower, double Upper)> rows = [];
    private readonly List<int> starts = [0];
    private readonly List<int> indices = [];
    private readonly List<double> values = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The bounds of each row.</summary>
    public IReadOnlyList<(double Lower, double Upper)> Rows => rows;

    /// <summary>Adds a column.</summary>
    /// <returns>Its index.</returns>
    public int AddColumn(Column column)
    {
        columns.Add(column);
        return columns.Count - 1;
    }

    /// <summary>What a unit of a column brings from now on.</summary>
    public void SetObjective(int column, double objective) => columns[column] = columns[column] with { Objective = objective };

    /// <summary>Adds a row: the sum of columns times their coefficients, between two bounds.</summary>
    /// <param name="lower">At least this; minus infinity for no bound.</param>
    /// <param name="upper">At most this; infinity for no bound.</param>
    /// <param name="terms">Each column at most once.</param>
    public void AddRow(double lower, double upper, IEnumerable<(int Column, double Coefficient)> terms)
    {
        foreach ((int column, double coefficient) in terms)
        {
            if (coefficient != 0)
            {
                indices.Add(column);
                values.Add(coefficient);
            }
        }

        starts.Add(indices.Count);
        rows.Add((lower, upper));
    }

    /// <summary>The columns that rows name, one row after the other, from a row on.</summary>
    public ReadOnlySpan<int> IndicesFrom(int row) => CollectionsMarshal.AsSpan(indices)[starts[row]..];

    /// <summary>The coefficients that belong to <see cref="IndicesFrom"/>.</summary>
    public ReadOnlySpan<double> ValuesFrom(int row) => CollectionsMarshal.AsSpan(values)[starts[row]..];

    /// <summary>Where rows begin in <see cref="IndicesFrom"/> of the same row, and where the last one ends.</summary>
    public int[] StartsFrom(int row) => [.. starts.Skip(row).Select(start => start - starts[row])];
}

/// <summary>What is to be chosen.</summary>
/// <param name="Objective">What a unit of it brings.</param>
/// <param name="Lower">At least this.</param>
/// <param name="Upper">At most this.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
public readonly record struct Column(double Objective, double Lower, double Upper, bool IsWhole);
