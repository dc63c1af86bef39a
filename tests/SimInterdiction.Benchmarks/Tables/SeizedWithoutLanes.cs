using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>
/// The share of firearms that a deployment seizes when no vehicle ever waits for a lane, worked out: along each corridor, what is still there at each minute of the day is
/// carried over the legs and thinned by the teams on duty.
/// </summary>
/// <remarks>
/// Exact up to the minute, for what it allows: departures spread evenly over the day, teams posted every day at the same hours, and a chance of finding a load that doesn't
/// depend on its size. Anything else is refused.
/// </remarks>
internal sealed class SeizedWithoutLanes
{
    private const int Minutes = 24 * 60;
    private const int SpeedPoints = 4000;

    private readonly Scenario scenario;
    private readonly RouteMap map;
    private readonly Dictionary<string, double[]> passing = [];

    public SeizedWithoutLanes(Scenario scenario, string deployment)
    {
        this.scenario = scenario;
        map = RouteMap.Build(scenario);
        Refuse(scenario.Flows.Values.Any(f => f.Profile is { } p && p.Hours.Values.Concat(p.Weekdays.Values).Concat(p.Months.Values).Any(v => v != 1)), "a time profile");
        Refuse(scenario.LengthHours % 24 != 0, "a window that is not whole days");
        foreach (IGrouping<string, Posting> here in scenario.Deployments[deployment].Post.GroupBy(p => PlaceOf(p.Value.At?.Checkpoint ?? p.Key), p => p.Value))
        {
            passing.Add(here.Key, PassingByMinute(here));
        }
    }

    /// <summary>The share of all firearms, flows weighted by the firearms they send.</summary>
    public double Share()
    {
        double all = 0;
        double seized = 0;
        foreach ((string name, Flow flow) in scenario.Flows)
        {
            FlowRate rate = scenario.RateOf(flow);
            double firearms = rate.Counts == Counted.Firearms ? rate.PerHour : rate.PerHour * flow.Load.Mean;
            all += firearms;
            seized += firearms * map.SharesOf(name).Sum(route => route.Share * ShareOn(map.Corridors[route.Corridor]));
        }

        return seized / all;
    }

    private double ShareOn(MappedCorridor corridor)
    {
        // Evenly over the day before the first team, whatever lies before it.
        double[] left = [.. Enumerable.Repeat(1.0 / Minutes, Minutes)];
        bool isEven = true;
        int last = corridor.Places.ToList().FindLastIndex(passing.ContainsKey);
        for (int step = 0; step <= last; step++)
        {
            left = isEven ? left : Carry(left, corridor.LegMiles[step - 1]);
            if (passing.TryGetValue(corridor.Places[step], out double[]? share))
            {
                left = [.. left.Zip(share, (l, s) => l * s)];
                isEven = false;
            }
        }

        return 1 - left.Sum();
    }

    /// <summary>Over a leg: what leaves in one minute arrives over several, a time between two minutes split between them.</summary>
    private double[] Carry(double[] left, double miles)
    {
        Distribution speed = scenario.Travel.SpeedMph;
        var takes = new double[Minutes];
        for (int point = 0; point < SpeedPoints; point++)
        {
            double minutes = 60 * miles / speed.Quantile((point + 0.5) / SpeedPoints);
            int whole = (int)minutes;
            takes[whole % Minutes] += (1 - (minutes - whole)) / SpeedPoints;
            takes[(whole + 1) % Minutes] += (minutes - whole) / SpeedPoints;
        }

        var arriving = new double[Minutes];
        for (int leg = 0; leg < Minutes; leg++)
        {
            for (int minute = 0; takes[leg] > 0 && minute < Minutes; minute++)
            {
                arriving[(minute + leg) % Minutes] += left[minute] * takes[leg];
            }
        }

        return arriving;
    }

    /// <summary>The chance of passing the teams of a place, by minute of the day; further teams of a type try with what they add of its chance.</summary>
    private double[] PassingByMinute(IEnumerable<Posting> postings)
    {
        double[] passes = [.. Enumerable.Repeat(1.0, Minutes)];
        foreach (IGrouping<string, Posting> type in postings.GroupBy(p => p.Team))
        {
            TeamType team = scenario.TeamTypes[type.Key];
            Refuse(team.LoadEffect != 0, "a load effect");
            double acts = team.ActsOn ?? team.Stops ?? throw new NotSupportedException("Not worked out for a number of looks.");
            for (int minute = 0; minute < Minutes; minute++)
            {
                int onDuty = type.Sum(p => IsOnDuty(p, (minute + 0.5) / 60) ? p.Count : 0);
                passes[minute] *= onDuty == 0 ? 1 : (1 - (acts * team.Finds)) * Math.Pow(1 - (acts * team.FurtherTeamAdds * team.Finds), onDuty - 1);
            }
        }

        return passes;
    }

    private static bool IsOnDuty(Posting posting, double hour)
    {
        Refuse(posting.Days is not null || posting.From is not null || posting.To is not null || posting.At?.Rotate is not null, "days, dates or a rotation");
        return (hour - posting.Hours.From + 24) % 24 < posting.Hours.Length;
    }

    private string PlaceOf(string checkpoint) => scenario.Checkpoints[checkpoint].Place ?? checkpoint;

    private static void Refuse(bool isThere, string what)
    {
        if (isThere)
        {
            throw new NotSupportedException($"Not worked out for {what}.");
        }
    }
}
