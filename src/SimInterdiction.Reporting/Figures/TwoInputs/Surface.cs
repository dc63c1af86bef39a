namespace SimInterdiction.Reporting.Figures.TwoInputs;

/// <summary>Numbers over an evenly spaced grid, straight between its points (bilinear), over the unit square.</summary>
/// <param name="rows">By y, then x; at least two each way.</param>
internal sealed class Surface(IReadOnlyList<IReadOnlyList<double>> rows)
{
    /// <summary>The number at a point; x to the right and y up, from 0 to 1. NaN beside an undefined one.</summary>
    public double At(double x, double y)
    {
        (int column, double dx) = Cell(x, rows[0].Count);
        (int row, double dy) = Cell(y, rows.Count);
        double below = Mix(rows[row][column], rows[row][column + 1], dx);
        double above = Mix(rows[row + 1][column], rows[row + 1][column + 1], dx);
        return Mix(below, above, dy);
    }

    /// <summary>Where the surface is at a level: short straight pieces (marching squares; Lorensen and Cline 1987, in
    /// two dimensions).</summary>
    /// <param name="level">The level.</param>
    /// <param name="steps">How finely the unit square is cut each way.</param>
    public IEnumerable<((double X, double Y) From, (double X, double Y) To)> Contour(double level, int steps)
    {
        double[,] above = new double[steps + 1, steps + 1];
        for (int i = 0; i <= steps; i++)
        {
            for (int j = 0; j <= steps; j++)
            {
                above[i, j] = At((double)i / steps, (double)j / steps) - level;
            }
        }

        for (int i = 0; i < steps; i++)
        {
            for (int j = 0; j < steps; j++)
            {
                // Around the cell; a saddle, crossed four times, is cut in two pieces.
                (int X, int Y)[] corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
                var crossings = new List<(double X, double Y)>();
                for (int c = 0; c < 4; c++)
                {
                    ((int x1, int y1), (int x2, int y2)) = (corners[c], corners[(c + 1) % 4]);
                    (double a, double b) = (above[x1, y1], above[x2, y2]);
                    if ((a < 0) != (b < 0) && double.IsFinite(a) && double.IsFinite(b))
                    {
                        double t = a / (a - b);
                        crossings.Add(((x1 + (t * (x2 - x1))) / steps, (y1 + (t * (y2 - y1))) / steps));
                    }
                }

                for (int k = 0; k + 1 < crossings.Count; k += 2)
                {
                    yield return (crossings[k], crossings[k + 1]);
                }
            }
        }
    }

    private static (int Index, double Share) Cell(double at, int count)
    {
        double position = Math.Clamp(at, 0, 1) * (count - 1);
        int index = Math.Min((int)position, count - 2);
        return (index, position - index);
    }

    // Not by a product of 0 and an undefined number.
    private static double Mix(double a, double b, double share) =>
        share == 0 ? a
        : share == 1 ? b
        : a + ((b - a) * share);
}
