using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Expectations;

/// <summary>A team of a place: when it is there, how likely it acts, and how often its lanes are full.</summary>
internal sealed class PostedTeam
{
    private readonly double[] isThere;
    private readonly Delay? search;
    private readonly TrafficLevels levels;

    private PostedTeam(Station team, TimeCells cells)
    {
        Team = team;
        isThere = new double[cells.Count];
        Acts = new double[cells.Count];
        levels = TrafficLevels.Of(team);
        search = team.SearchHours.Maximum > 0 ? Delay.Of(cells, team.SearchHours) : null;
    }

    public Station Team { get; }

    /// <summary>By cell of time, the chance that it is there and stops, or acts on, a passing shipment.</summary>
    public double[] Acts { get; }

    /// <summary>The share of the vehicles it stops that finds all lanes and the queue full.</summary>
    public double Full { get; private set; }

    /// <summary>The teams of a place, in the order in which they try.</summary>
    public static PostedTeam[] Of(Station[] teams, TimeCells cells)
    {
        PostedTeam[] posted = [.. teams.Select(team => new PostedTeam(team, cells))];
        DutyCalendar[] duties = [.. teams.Select(team => team.Rules.AsPublished())];
        var chance = new double[teams.Length];
        for (Instant at = cells.Planned.From; at < cells.Planned.To; )
        {
            // Until then nobody comes or goes.
            Instant until = cells.Planned.To;
            for (int i = 0; i < teams.Length; i++)
            {
                bool isOn = duties[i].IsOnDuty(at, out Shift shift);
                chance[i] = isOn ? teams[i].Rules.ChanceHere : 0;
                Instant changes = isOn ? shift.To : shift.From;
                until = changes < until ? changes : until;
            }

            for (int i = 0; i < teams.Length; i++)
            {
                cells.AddShares(at, until, chance[i], posted[i].isThere);
                cells.AddShares(at, until, chance[i] * ChanceToAct(teams, chance, i), posted[i].Acts);
            }

            at = until;
        }

        return posted;
    }

    /// <summary>Works out how often its lanes are full, by the formula of the long run, from what arrives while it is
    /// there.</summary>
    /// <param name="arriving">Shipments of each flow that arrive in each cell during the window, and their
    /// loads.</param>
    /// <param name="hoursOfCell">Hours of the window in each cell.</param>
    /// <returns>By how much the share changed.</returns>
    public double FillLanes(IEnumerable<(double[] Shipments, LoadClass[] Loads)> arriving, double[] hoursOfCell)
    {
        double onDuty = Series.Dot(hoursOfCell, isThere);
        double searchHours = Team.SearchHours.Mean;
        double all = 0;
        foreach ((double[] shipments, LoadClass[] loads) in arriving)
        {
            double found = loads.Sum(load => load.Share * Team.FindsShare(load.Firearms));
            double perHour = onDuty > 0 ? Series.Dot(shipments, isThere) / onDuty : 0;
            all += perHour * Team.ActsOnShare * (searchHours + (Team.SeizureHours * found));
        }

        double before = Full;
        Full = levels.ShareFull(Team, Team.LegitimateStopsPerHour * searchHours, all);
        return Math.Abs(Full - before);
    }

    /// <summary>Tries to stop and search what comes.</summary>
    /// <param name="coming">Shipments that come in each cell; what is left of them goes on, when it does.</param>
    /// <param name="firearms">How many firearms each carries, as far as finding them goes.</param>
    /// <returns>How many shipments it seizes.</returns>
    public double Try(double[] coming, int firearms)
    {
        double finds = Team.FindsShare(firearms);
        var searched = new double[coming.Length];
        Series.Multiply(coming, Acts, searched);
        Series.AddMultiple(searched, -(1 - Full) * (search is null ? finds : 1), coming);
        double all = searched.Sum() * (1 - Full);
        if (search is not null && finds < 1)
        {
            var missed = new double[coming.Length];
            Series.AddMultiple(searched, (1 - Full) * (1 - finds), missed);
            search.Add(missed, coming);
        }

        return all * finds;
    }

    // Its chance is smaller where another of its type that tries before it is there too.
    private static double ChanceToAct(Station[] teams, double[] chance, int i)
    {
        double first = 1;
        for (int before = 0; before < i; before++)
        {
            first *= teams[before].Place.Type == teams[i].Place.Type ? 1 - chance[before] : 1;
        }

        return (first * teams[i].ChanceToAct(isFurther: false)) + ((1 - first) * teams[i].ChanceToAct(isFurther: true));
    }
}
