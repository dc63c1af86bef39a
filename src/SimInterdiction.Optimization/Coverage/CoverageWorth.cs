using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Coverage;

/// <summary>The share of traffic that chosen candidates stop, each by a chance of its own.</summary>
/// <remarks>
/// A part is traffic that keeps its shares, or that takes of several routes the one on which least is stopped. On a
/// route a share w of the cells' traffic is stopped as w (1 - product of 1 - p over the chosen); that is concave in
/// y = sum of -ln(1 - p) x, so tangents bound it, and it is submodular, which bounds it too (Ahmed and Atamturk 2011).
/// </remarks>
public sealed class CoverageWorth : IBoundedWorth
{
    private readonly IReadOnlyList<TrafficPart> parts;
    private int firstColumn;

    /// <param name="parts">What passes.</param>
    public CoverageWorth(IReadOnlyList<TrafficPart> parts) => this.parts = parts;

    /// <inheritdoc/>
    public double Of(bool[] chosen) => parts.Sum(part => part.Weight * part.Routes.Min(route => route.StoppedBy(chosen)));

    /// <inheritdoc/>
    public LinearBound BoundAt(bool[] chosen)
    {
        LinearBound[] bounds =
        [
            .. parts.Select(part =>
            {
                LinearBound bound = part.Routes.MinBy(route => route.StoppedBy(chosen))!.SubmodularAt(chosen);
                return new LinearBound(
                    part.Weight * bound.Constant,
                    [.. bound.Slopes.Select(slope => (slope.Candidate, part.Weight * slope.Slope))]
                );
            }),
        ];
        return new LinearBound(bounds.Sum(bound => bound.Constant), [.. bounds.SelectMany(bound => bound.Slopes)]);
    }

    /// <inheritdoc/>
    public void Begin(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        int candidates = program.Columns.Count;
        firstColumn = candidates;
        foreach (TrafficPart part in parts)
        {
            int column = program.AddColumn(new Column(part.Weight, 0, 1, IsWhole: false));
            foreach (Route route in part.Routes)
            {
                AddRow(program, column, route.SubmodularAt(new bool[candidates]));
                AddRow(program, column, route.SubmodularAt([.. Enumerable.Repeat(true, candidates)]));
            }
        }
    }

    /// <inheritdoc/>
    public int Separate(LinearProgram program, IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(point);
        int added = 0;
        bool[]? choice = Choices.At(point, firstColumn);
        for (int i = 0; i < parts.Count; i++)
        {
            int column = firstColumn + i;
            foreach (Route route in parts[i].Routes)
            {
                LinearBound tangent = route.TangentAt(point);
                if (point[column] <= tangent.At(point) + LinearProgram.Violation)
                {
                    continue;
                }

                AddRow(program, column, tangent);
                added++;
                if (choice is not null)
                {
                    AddRow(program, column, route.SubmodularAt(choice));
                    added++;
                }
            }
        }

        return added;
    }

    private static void AddRow(LinearProgram program, int column, LinearBound bound) =>
        program.AddRow(
            double.NegativeInfinity,
            bound.Constant,
            bound.Slopes.Select(slope => (slope.Candidate, -slope.Slope)).Append((column, 1.0))
        );
}

/// <summary>Traffic that chooses its route together.</summary>
/// <param name="Weight">How much a unit of what is stopped of it counts.</param>
/// <param name="Routes">At least one; it takes the one on which least of it is stopped.</param>
public sealed record TrafficPart(double Weight, IReadOnlyList<Route> Routes);
