using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Coverage;

/// <summary>A route: cells of traffic that meets the same candidates, and the chances with which they stop
/// it.</summary>
public sealed class Route
{
    // A chance of 1 would be infinite on the scale of logarithms; this one differs from 1 by less than any result
    // shows.
    private const double Surely = 1 - 1e-16;

    private const double Negligible = 1e-8;

    private readonly double[] shares;
    private readonly (int Candidate, double Chance)[][] stops;
    private readonly double[][] strengths;
    private readonly int[] met;

    /// <param name="cells">The share of the route's traffic in each cell, and the candidates that stop some of it, each
    /// once, with their chances from 0 to 1.</param>
    public Route(IEnumerable<(double Share, IReadOnlyList<(int Candidate, double Chance)> Stops)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (double Share, (int Candidate, double Chance)[] Stops)[] all =
        [
            .. cells.Select(cell =>
                (cell.Share, cell.Stops.Where(stop => stop.Chance > 0).Select(s => (s.Candidate, Math.Min(s.Chance, Surely))).ToArray())
            ),
        ];
        shares = [.. all.Select(cell => cell.Share)];
        stops = [.. all.Select(cell => cell.Stops)];
        strengths = [.. stops.Select(cell => cell.Select(stop => -Math.Log(1 - stop.Chance)).ToArray())];
        met = [.. stops.SelectMany(cell => cell.Select(stop => stop.Candidate)).Distinct().Order()];
    }

    /// <summary>The share that is stopped, from 0 to 1.</summary>
    public double StoppedBy(bool[] chosen)
    {
        double stopped = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            stopped += shares[cell] * (1 - Passing(cell, chosen));
        }

        return stopped;
    }

    /// <summary>The tangent at a point of fractions.</summary>
    internal LinearBound TangentAt(IReadOnlyList<double> point)
    {
        var slopes = new Dictionary<int, double>(met.Length);
        double constant = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double strength = 0;
            for (int i = 0; i < stops[cell].Length; i++)
            {
                strength += strengths[cell][i] * point[stops[cell][i].Candidate];
            }

            double passing = shares[cell] * Math.Exp(-strength);
            constant += shares[cell] - (passing * (1 + strength));
            for (int i = 0; i < stops[cell].Length; i++)
            {
                Add(slopes, stops[cell][i].Candidate, passing * strengths[cell][i]);
            }
        }

        return BoundOf(constant, slopes);
    }

    /// <summary>The bound that follows from each candidate bringing less the more others are chosen: exact for one
    /// choice.</summary>
    internal LinearBound SubmodularAt(bool[] chosen)
    {
        var slopes = new Dictionary<int, double>(met.Length);
        double constant = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double passing = Passing(cell, chosen);
            double least = stops[cell].Aggregate(1.0, (product, stop) => product * (1 - stop.Chance));
            constant += shares[cell] * (1 - passing);
            foreach ((int candidate, double chance) in stops[cell])
            {
                // What it adds to the choice; or what it adds to all others, which it takes along at least.
                double slope = chosen[candidate] ? least / (1 - chance) * chance : passing * chance;
                Add(slopes, candidate, shares[cell] * slope);
                constant -= chosen[candidate] ? shares[cell] * slope : 0;
            }
        }

        return BoundOf(constant, slopes);
    }

    private double Passing(int cell, bool[] chosen)
    {
        double passing = 1;
        foreach ((int candidate, double chance) in stops[cell])
        {
            passing *= chosen[candidate] ? 1 - chance : 1;
        }

        return passing;
    }

    private static void Add(Dictionary<int, double> slopes, int candidate, double slope) =>
        slopes[candidate] = slopes.GetValueOrDefault(candidate) + slope;

    // Solvers drop what is very small; the bound holds with all of it.
    private LinearBound BoundOf(double constant, Dictionary<int, double> slopes) =>
        new(
            constant + slopes.Values.Where(slope => slope < Negligible).Sum(),
            [.. met.Select(candidate => (candidate, slopes.GetValueOrDefault(candidate))).Where(slope => slope.Item2 >= Negligible)]
        );
}
