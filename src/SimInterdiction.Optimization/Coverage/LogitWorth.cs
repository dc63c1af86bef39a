using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Coverage;

/// <summary>The share of traffic that chosen candidates stop, where traffic knows what is stopped on each route and
/// shares itself accordingly: by a logit (McFadden 1974).</summary>
/// <remarks>
/// Of a part, route r takes the share b exp(-a s) of the sum of these over its routes, where b is its attraction, s
/// what is stopped on it and a the aversion. What is stopped, the mean of s over these shares, has no useful shape. But
/// the soft minimum, -ln(sum of b exp(-a s)) / a, is above it by the divergence of the shares from b, divided by a,
/// which is little where a is small or great. The soft minimum is concave and rises with s: rows bound it, and with it
/// the worth of every choice. What is left between the best choice and that bound is no error of the search.
/// </remarks>
public sealed class LogitWorth : IBoundedWorth
{
    private const double Negligible = 1e-8;

    private readonly IReadOnlyList<LogitPart> parts;
    private readonly Route[] routes;
    private readonly int[] firstRoute;
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private int firstColumn;

    /// <param name="parts">What passes.</param>
    public LogitWorth(IReadOnlyList<LogitPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
        routes = [.. parts.SelectMany(part => part.Routes.Select(each => each.Route))];
        firstRoute = new int[parts.Count];
        for (int i = 1; i < parts.Count; i++)
        {
            firstRoute[i] = firstRoute[i - 1] + parts[i - 1].Routes.Count;
        }
    }

    /// <inheritdoc/>
    public double Of(bool[] chosen)
    {
        double sum = 0;
        foreach (LogitPart part in parts)
        {
            double[] stopped = [.. part.Routes.Select(each => each.Route.StoppedBy(chosen))];
            sum += part.Weight * part.SharesAt(stopped).Zip(stopped, (share, s) => share * s).Sum();
        }

        return sum;
    }

    /// <summary>What the soft minimum is worth: no less than <see cref="Of"/>.</summary>
    public double BoundOf(bool[] chosen) =>
        parts.Sum(part => part.Weight * part.SoftMinimum([.. part.Routes.Select(each => each.Route.StoppedBy(chosen))]));

    /// <inheritdoc/>
    public LinearBound BoundAt(bool[] chosen)
    {
        double constant = 0;
        var slopes = new List<(int, double)>();
        foreach (LogitPart part in parts)
        {
            double[] stopped = [.. part.Routes.Select(each => each.Route.StoppedBy(chosen))];
            double[] shares = part.SharesAt(stopped);
            constant += part.Weight * part.SoftMinimum(stopped);
            foreach ((int i, (Route route, _)) in part.Routes.Index())
            {
                LinearBound bound = route.SubmodularAt(chosen);
                double weight = part.Weight * shares[i];
                constant += weight * (bound.Constant - stopped[i]);
                slopes.AddRange(bound.Slopes.Select(slope => (slope.Candidate, weight * slope.Slope)));
            }
        }

        return new LinearBound(constant, slopes);
    }

    /// <inheritdoc/>
    public void Begin(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        int candidates = program.Columns.Count;
        firstColumn = candidates;
        foreach (Route route in routes)
        {
            int column = program.AddColumn(new Column(0, 0, 1, IsWhole: false));
            AddRow(program, column, route.SubmodularAt(new bool[candidates]));
            AddRow(program, column, route.SubmodularAt([.. Enumerable.Repeat(true, candidates)]));
        }

        foreach ((int i, LogitPart part) in parts.Index())
        {
            int column = program.AddColumn(new Column(part.Weight, 0, 1, IsWhole: false));
            AddTangent(program, i, column, [.. part.Routes.Select(each => each.Route.StoppedBy(new bool[candidates]))]);
        }
    }

    /// <inheritdoc/>
    public int Separate(LinearProgram program, IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(point);
        return Choices.At(point, firstColumn) is { } choice ? SeparateAt(program, choice) : SeparateBetween(program, point);
    }

    // Once for each choice: what the program then still has above its worth is the solver's tolerance.
    private int SeparateAt(LinearProgram program, bool[] choice)
    {
        if (!exact.Add(string.Concat(choice.Select(flag => flag ? '1' : '0'))))
        {
            return 0;
        }

        for (int i = 0; i < routes.Length; i++)
        {
            AddRow(program, firstColumn + i, routes[i].SubmodularAt(choice));
        }

        for (int i = 0; i < parts.Count; i++)
        {
            AddTangent(program, i, firstColumn + routes.Length + i, [.. parts[i].Routes.Select(each => each.Route.StoppedBy(choice))]);
        }

        return routes.Length + parts.Count;
    }

    private int SeparateBetween(LinearProgram program, IReadOnlyList<double> point)
    {
        int added = 0;
        for (int i = 0; i < routes.Length; i++)
        {
            int column = firstColumn + i;
            LinearBound tangent = routes[i].TangentAt(point);
            if (point[column] > tangent.At(point) + LinearProgram.Violation)
            {
                AddRow(program, column, tangent);
                added++;
            }
        }

        for (int i = 0; i < parts.Count; i++)
        {
            int column = firstColumn + routes.Length + i;
            double[] stopped = [.. parts[i].Routes.Select((_, route) => point[firstColumn + firstRoute[i] + route])];
            if (point[column] > parts[i].SoftMinimum(stopped) + LinearProgram.Violation)
            {
                AddTangent(program, i, column, stopped);
                added++;
            }
        }

        return added;
    }

    // The soft minimum is nowhere above its tangent.
    private void AddTangent(LinearProgram program, int part, int column, double[] stopped)
    {
        double[] shares = parts[part].SharesAt(stopped);

        // Solvers drop what is very small; the row holds with all of it.
        double dropped = shares.Where(share => share < Negligible).Sum();
        program.AddRow(
            double.NegativeInfinity,
            parts[part].SoftMinimum(stopped) - shares.Zip(stopped, (share, s) => share * s).Sum() + dropped,
            shares.Select((share, route) => (firstColumn + firstRoute[part] + route, share < Negligible ? 0 : -share)).Append((column, 1.0))
        );
    }

    private static void AddRow(LinearProgram program, int column, LinearBound bound) =>
        program.AddRow(
            double.NegativeInfinity,
            bound.Constant,
            bound.Slopes.Select(slope => (slope.Candidate, -slope.Slope)).Append((column, 1.0))
        );
}

/// <summary>Traffic that shares itself among its routes.</summary>
/// <param name="Weight">How much a unit of what is stopped of it counts.</param>
/// <param name="Aversion">How much a route loses by what is stopped on it, at least 0; with 0 shares stay.</param>
/// <param name="Routes">At least one, and the share that takes each where nothing is stopped; above 0, together
/// 1.</param>
public sealed record LogitPart(double Weight, double Aversion, IReadOnlyList<(Route Route, double Share)> Routes)
{
    // Below it the logarithm loses more than the series does.
    private const double Small = 1e-6;

    /// <summary>The shares that take each route.</summary>
    /// <param name="stopped">What is stopped on each.</param>
    internal double[] SharesAt(double[] stopped)
    {
        double least = stopped.Min();
        double[] weights = [.. Routes.Select((each, i) => each.Share * Math.Exp(-Aversion * (stopped[i] - least)))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>The soft minimum of what is stopped; with no aversion the mean.</summary>
    internal double SoftMinimum(double[] stopped)
    {
        double mean = Routes.Select((each, i) => each.Share * stopped[i]).Sum();
        if (Aversion < Small)
        {
            double variance = Routes.Select((each, i) => each.Share * (stopped[i] - mean) * (stopped[i] - mean)).Sum();
            return mean - (Aversion * variance / 2);
        }

        double least = stopped.Min();
        return least - (Math.Log(Routes.Select((each, i) => each.Share * Math.Exp(-Aversion * (stopped[i] - least))).Sum()) / Aversion);
    }
}
