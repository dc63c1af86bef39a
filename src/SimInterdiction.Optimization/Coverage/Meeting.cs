namespace SimInterdiction.Optimization.Coverage;

/// <summary>Teams of one type at one place, as traffic of a cell meets them: at times of which each has a chance, and
/// at which only some of them are there.</summary>
/// <remarks>
/// Of those that are there the first stops what comes with one chance and each further one with another that is not
/// greater. So each brings less the more others are chosen, and -ln of what passes is concave in fractions of choices.
/// </remarks>
public sealed class Meeting
{
    // A chance of 1 would be infinite on the scale of logarithms; this one differs from 1 by less than any result
    // shows.
    private const double Surely = 1 - 1e-16;

    private readonly double[] chances;
    private readonly (int Member, int Teams)[][] there;
    private readonly double never;
    private readonly double first;
    private readonly double further;
    private readonly double[] passing;

    /// <param name="first">The chance of the first team that is there to stop what comes, from 0 to 1.</param>
    /// <param name="further">That of each further one, not greater.</param>
    /// <param name="times">The chance to come at a time, together at most 1, and who is there, each candidate once and
    /// as how many teams.</param>
    /// <exception cref="ArgumentOutOfRangeException">A further team stops more than the first.</exception>
    public Meeting(double first, double further, IEnumerable<(double Chance, IReadOnlyList<(int Candidate, int Teams)> There)> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(further, first);
        (double Chance, IReadOnlyList<(int Candidate, int Teams)> There)[] all =
        [
            .. times.Where(time => time.Chance > 0 && time.There.Count > 0),
        ];
        Members = [.. all.SelectMany(time => time.There.Select(each => each.Candidate)).Distinct().Order()];
        int[][] teams = [.. all.Select(time => time.There.Select(each => each.Teams).ToArray())];
        (this.first, this.further) = (Math.Min(first, Surely), Math.Min(further, Surely));
        passing = PassingOf(teams.Select(time => time.Sum()).DefaultIfEmpty(0).Max());
        if (Members.Length == 1)
        {
            // One alone is as good as one that is always there and stops less.
            double stopped = all.Sum(time => time.Chance * (1 - passing[time.There[0].Teams]));
            this.first = Math.Min(stopped, Surely);
            passing = PassingOf(1);
            chances = [1];
            there =
            [
                [(0, 1)],
            ];
        }
        else
        {
            chances = [.. all.Select(time => time.Chance)];
            there = [.. all.Select(time => time.There.Select(each => (Array.IndexOf(Members, each.Candidate), each.Teams)).ToArray())];
        }

        never = 1 - chances.Sum();
    }

    /// <summary>One candidate that stops what comes with a chance.</summary>
    public static Meeting With(int candidate, double chance) => new(chance, 0, [(1, [(candidate, 1)])]);

    /// <summary>The candidates, in their order.</summary>
    internal int[] Members { get; }

    /// <summary>The chance to pass, above 0.</summary>
    internal double Passing(bool[] chosen)
    {
        double sum = never;
        for (int time = 0; time < chances.Length; time++)
        {
            sum += chances[time] * passing[TeamsAt(time, chosen)];
        }

        return AtLeast(sum);
    }

    /// <summary>The chance to pass, and what it would be with each member the other way.</summary>
    internal double Passing(bool[] chosen, double[] otherwise)
    {
        double sum = never;
        var changes = new double[Members.Length];
        for (int time = 0; time < chances.Length; time++)
        {
            int teams = TeamsAt(time, chosen);
            sum += chances[time] * passing[teams];
            foreach ((int member, int more) in there[time])
            {
                changes[member] += chances[time] * (passing[teams + (chosen[Members[member]] ? -more : more)] - passing[teams]);
            }
        }

        for (int i = 0; i < Members.Length; i++)
        {
            otherwise[i] = AtLeast(sum + changes[i]);
        }

        return AtLeast(sum);
    }

    /// <summary>-ln of the chance to pass, made concave between choices, at a point of fractions.</summary>
    /// <param name="point">A value a candidate.</param>
    /// <param name="slopes">Takes its slope by member.</param>
    internal double Strength(IReadOnlyList<double> point, double[] slopes)
    {
        Array.Clear(slopes, 0, Members.Length);
        double sum = never;
        for (int time = 0; time < chances.Length; time++)
        {
            double teams = 0;
            foreach ((int member, int more) in there[time])
            {
                teams += more * point[Members[member]];
            }

            double slope = -Math.Log(1 - (teams < 1 ? first : further));
            double strength = teams < 1 ? teams * slope : ((teams - 1) * slope) - Math.Log(1 - first);
            double passes = chances[time] * Math.Exp(-strength);
            sum += passes;
            foreach ((int member, int more) in there[time])
            {
                slopes[member] += passes * slope * more;
            }
        }

        sum = AtLeast(sum);
        for (int i = 0; i < Members.Length; i++)
        {
            slopes[i] /= sum;
        }

        return -Math.Log(sum);
    }

    private static double AtLeast(double chance) => Math.Max(chance, 1 - Surely);

    private double[] PassingOf(int most) =>
        [.. Enumerable.Range(0, most + 1).Select(teams => teams == 0 ? 1 : (1 - first) * Math.Pow(1 - further, teams - 1))];

    private int TeamsAt(int time, bool[] chosen)
    {
        int teams = 0;
        foreach ((int member, int more) in there[time])
        {
            teams += chosen[Members[member]] ? more : 0;
        }

        return teams;
    }
}
