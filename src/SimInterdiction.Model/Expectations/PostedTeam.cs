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

    /// <summary>Whether shipments come to its secondary inspection later than to the team itself.</summary>
    public bool IsReferredLater => Team.Secondary is not null && search is not null;

    /// <summary>Whether lanes may be full, its own or those of its secondary inspection, or its shift over before one
    /// refers to the other.</summary>
    public bool CanBeFull => Team.Secondary is not null || Team.Lanes < int.MaxValue;

    /// <summary>By cell of time, the chance that it is there, whatever is known.</summary>
    public double[] IsThere { get; }

    /// <summary>The share of the vehicles it stops that finds all lanes and the queue full.</summary>
    public double Full => full.Primary;

    /// <summary>The share of the vehicles it refers to secondary inspection that finds the same there.</summary>
    public double FullAtSecondary => full.Secondary;

    /// <summary>Of what it stops and would find with a lane always free, and its shift never over, the share that it
    /// finds.</summary>
    /// <param name="firearms">How many firearms a shipment carries, as far as finding them goes.</param>
    public double ShareFound(int firearms)
    {
        double always = Team.FindsShare(firearms);
        double found = (1 - Full) * Team.FindsShare(firearms, servedAtSecondary: full.InTime * (1 - FullAtSecondary));
        return always > 0 ? found / always : 1;
    }

    /// <summary>About the share of the vehicles that it stops, or refers, that still wait when a shift ends.</summary>
    public double StillWaiting => full.StillWaiting;

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
    /// <param name="stays">By case and cell of time, the chance that a team that searched a shipment is still, or
    /// again, there.</param>
    /// <param name="goOn">What goes on.</param>
    /// <returns>How many shipments it seizes.</returns>
    public double Try(Underway coming, int firearms, double[][] acts, double[][] stays, out Underway goOn)
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

        Underway left = coming.With(searched);
        goOn = coming.Less(left, (1 - Full) * (search is null ? finds : 1));
        double missed = (1 - Full) * (1 - finds);
        if (search is not null && finds < 1)
        {
            left = left.Moved(search);
            goOn = goOn.Plus(left, missed);
        }

        if (Team.Secondary is not { } secondary || missed == 0)
        {
            return all * finds;
        }

        // Those that go on are taken back as far as they are searched again. Nobody is who is referred after the shift.
        double again = missed * secondary.ChanceToRefer() * (1 - FullAtSecondary);
        double findsAgain = Team.FindsAtSecondary(firearms);
        Underway referred = IsReferredLater ? StillMet(left, stays) : left;
        goOn = goOn.Less(referred, again);
        goOn = goOn.Plus(searchAgain is null ? referred : referred.Moved(searchAgain), again * (1 - findsAgain));
        return (all * finds) + (referred.Together.Sum() * again * findsAgain);
    }

    private static Underway StillMet(Underway left, double[][] stays)
    {
        var met = new double[left.Cases][];
        for (int i = 0; i < met.Length; i++)
        {
            met[i] = new double[stays[i].Length];
            Series.Multiply(left.In(i), stays[i], met[i]);
        }

        return left.With(met);
    }
}
