using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Coverage;

/// <summary>A route: cells of traffic that meets the same candidates, and the chances with which they stop
/// it.</summary>
public sealed class Route
{
    private const double Negligible = 1e-8;

    private readonly double[] shares;
    private readonly Meeting[][] meetings;
    private readonly int[] met;

    // Of a cell, the candidates met as places in "met"; and by meeting, its members as places among these.
    private readonly int[][] here;
    private readonly int[][][] membersHere;
    private readonly int mostMembers;

    /// <param name="cells">The share of the route's traffic in each cell, and whom it meets, each with chances of its
    /// own.</param>
    public Route(IEnumerable<(double Share, IReadOnlyList<Meeting> Meetings)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (double Share, Meeting[] Meetings)[] all =
        [
            .. cells.Select(cell => (cell.Share, cell.Meetings.Where(meeting => meeting.Members.Length > 0).ToArray())),
        ];
        shares = [.. all.Select(cell => cell.Share)];
        meetings = [.. all.Select(cell => cell.Meetings)];
        met = [.. meetings.SelectMany(cell => cell.SelectMany(meeting => meeting.Members)).Distinct().Order()];
        int[][] candidates = [.. meetings.Select(cell => cell.SelectMany(meeting => meeting.Members).Distinct().Order().ToArray())];
        here = [.. candidates.Select(cell => cell.Select(candidate => Array.BinarySearch(met, candidate)).ToArray())];
        membersHere =
        [
            .. meetings.Zip(candidates, (cell, some) =>
                cell.Select(each => each.Members.Select(member => Array.BinarySearch(some, member)).ToArray()).ToArray()
            ),
        ];
        mostMembers = meetings.SelectMany(cell => cell.Select(meeting => meeting.Members.Length)).DefaultIfEmpty(0).Max();
    }

    /// <summary>The share that is stopped, from 0 to 1.</summary>
    public double StoppedBy(bool[] chosen)
    {
        double stopped = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double passing = 1;
            foreach (Meeting meeting in meetings[cell])
            {
                passing *= meeting.Passing(chosen);
            }

            stopped += shares[cell] * (1 - passing);
        }

        return stopped;
    }

    /// <summary>The tangent at a point of fractions.</summary>
    internal LinearBound TangentAt(IReadOnlyList<double> point)
    {
        var slopes = new double[met.Length];
        var slopesOfMembers = new double[mostMembers];
        double constant = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            var slopesHere = new double[here[cell].Length];
            double strength = 0;
            for (int i = 0; i < meetings[cell].Length; i++)
            {
                strength += meetings[cell][i].Strength(point, slopesOfMembers);
                foreach ((int member, int at) in membersHere[cell][i].Index())
                {
                    slopesHere[at] += slopesOfMembers[member];
                }
            }

            double passing = shares[cell] * Math.Exp(-strength);
            constant += shares[cell] - passing;
            foreach ((int at, double slope) in slopesHere.Index())
            {
                slopes[here[cell][at]] += passing * slope;
                constant -= passing * slope * point[met[here[cell][at]]];
            }
        }

        return BoundOf(constant, slopes);
    }

    /// <summary>The bound that follows from each candidate bringing less the more others are chosen: exact for one
    /// choice.</summary>
    internal LinearBound SubmodularAt(bool[] chosen)
    {
        bool[] all = [.. Enumerable.Repeat(true, chosen.Length)];
        var slopes = new double[met.Length];
        var otherwise = new double[mostMembers];
        double constant = 0;
        for (int cell = 0; cell < shares.Length; cell++)
        {
            (double passing, double[] added) = Changes(cell, chosen, otherwise);
            (double least, double[] left) = Changes(cell, all, otherwise);
            constant += shares[cell] * (1 - passing);
            foreach ((int at, int place) in here[cell].Index())
            {
                // What it adds to the choice; or what it adds to all others, which it takes along at least.
                bool isChosen = chosen[met[place]];
                double slope = shares[cell] * (isChosen ? least * (left[at] - 1) : passing * (1 - added[at]));
                slopes[place] += slope;
                constant -= isChosen ? slope : 0;
            }
        }

        return BoundOf(constant, slopes);
    }

    // The chance to pass, and by which factor each candidate the other way would change it.
    private (double Passing, double[] Factors) Changes(int cell, bool[] chosen, double[] otherwise)
    {
        double passing = 1;
        double[] factors = [.. Enumerable.Repeat(1.0, here[cell].Length)];
        for (int i = 0; i < meetings[cell].Length; i++)
        {
            double passes = meetings[cell][i].Passing(chosen, otherwise);
            passing *= passes;
            foreach ((int member, int at) in membersHere[cell][i].Index())
            {
                factors[at] *= otherwise[member] / passes;
            }
        }

        return (passing, factors);
    }

    // Solvers drop what is very small; the bound holds with all of it.
    private LinearBound BoundOf(double constant, double[] slopes) =>
        new(constant + slopes.Where(slope => slope < Negligible).Sum(), [.. met.Zip(slopes).Where(slope => slope.Second >= Negligible)]);
}
