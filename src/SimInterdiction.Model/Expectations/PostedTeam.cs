using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Expectations;

/// <summary>A team of a place: when it is there, and how often its lanes are full.</summary>
internal sealed class PostedTeam
{
    private readonly Delay? search;
    private readonly Delay? searchAgain;
    private readonly FullLanes full;

    /// <param name="team">The team.</param>
    /// <param name="cells">The cells of time.</param>
    public PostedTeam(Station team, TimeCells cells)
    {
        Team = team;
        IsThere = new double[cells.Count];
        full = new FullLanes(team);
        search = team.SearchHours.Maximum > 0 ? Delay.Of(cells, team.SearchHours) : null;
        searchAgain = team.Secondary is { SearchHours: { Maximum: > 0 } again } ? Delay.Of(cells, again) : null;
    }

    public Station Team { get; }

    /// <summary>By cell of time, the chance that it is there, whatever is known.</summary>
    public double[] IsThere { get; }

    /// <summary>The share of the vehicles it stops that finds all lanes and the queue full.</summary>
    public double Full => full.Primary;

    /// <summary>The share of the vehicles it refers to secondary inspection that finds the same there.</summary>
    public double FullAtSecondary => full.Secondary;

    /// <summary>Works out how often its lanes are full, by the formula of the long run, from what arrives while it is
    /// there.</summary>
    /// <param name="arriving">Shipments of each flow that arrive in each cell during the window, and their
    /// loads.</param>
    /// <param name="hoursOfCell">Hours of the window in each cell.</param>
    /// <returns>By how much the share changed.</returns>
    public double FillLanes(IEnumerable<(double[] Shipments, LoadClass[] Loads)> arriving, double[] hoursOfCell)
    {
        double onDuty = Series.Dot(hoursOfCell, IsThere);
        (double first, double second) = (Full, FullAtSecondary);
        full.Fill([
            .. arriving.Select(each =>
                (
                    onDuty > 0 ? Series.Dot(each.Shipments, IsThere) / onDuty : 0,
                    each.Loads.Sum(load => load.Share * Team.FindsAtFirst(load.Firearms)),
                    each.Loads.Sum(load => load.Share * Team.FindsAtSecondary(load.Firearms))
                )
            ),
        ]);
        return Math.Max(Math.Abs(Full - first), Math.Abs(FullAtSecondary - second));
    }

    /// <summary>Tries to stop and search what comes.</summary>
    /// <param name="coming">Shipments that come; what is left of them goes on, when it does.</param>
    /// <param name="firearms">How many firearms each carries, as far as finding them goes.</param>
    /// <param name="acts">By case and cell of time, the chance that it is there and acts.</param>
    /// <param name="goOn">What goes on.</param>
    /// <returns>How many shipments it seizes.</returns>
    public double Try(Underway coming, int firearms, double[][] acts, out Underway goOn)
    {
        double finds = Team.FindsAtFirst(firearms);
        double all = 0;
        var searched = new double[coming.Cases][];
        for (int i = 0; i < coming.Cases; i++)
        {
            searched[i] = new double[acts[i].Length];
            Series.Multiply(coming.In(i), acts[i], searched[i]);
            all += searched[i].Sum() * (1 - Full);
        }

        goOn = coming.Less(searched, (1 - Full) * (search is null ? finds : 1));
        double missed = (1 - Full) * (1 - finds);
        Underway left = coming.With(searched);
        if (search is not null && finds < 1)
        {
            left = left.Moved(search);
            goOn = goOn.Plus(left, missed);
        }

        if (Team.Secondary is not { } secondary || missed == 0)
        {
            return all * finds;
        }

        // Those that go on are taken back as far as they are searched again.
        double again = secondary.ChanceToRefer() * (1 - FullAtSecondary);
        double findsAgain = Team.FindsAtSecondary(firearms);
        goOn = goOn.Plus(left, -missed * again);
        goOn = goOn.Plus(searchAgain is null ? left : left.Moved(searchAgain), missed * again * (1 - findsAgain));
        return all * (finds + ((1 - finds) * again * findsAgain));
    }
}
