using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Expectations;

/// <summary>The teams of a place, in the order in which they try, and how likely each is there and acts.</summary>
internal sealed class PostedPlace
{
    private readonly TimeCells cells;
    private readonly Dictionary<string, (double[][] Acts, double[][] Stays)> known = [];

    /// <param name="teams">In their order.</param>
    /// <param name="cells">The cells of time.</param>
    public PostedPlace(Station[] teams, TimeCells cells)
    {
        this.cells = cells;
        Teams = [.. teams.Select(team => new PostedTeam(team, cells))];
        Walk(new bool?[teams.Length], (from, to, chance) =>
        {
            for (int i = 0; i < teams.Length; i++)
            {
                cells.AddShares(from, to, chance[i], Teams[i].IsThere);
            }
        });
    }

    public PostedTeam[] Teams { get; }

    /// <summary>By team and cell of time, the chance that it is on duty and stops, or acts on, a passing shipment; and
    /// the chance that it is on duty where it has been here before.</summary>
    /// <param name="isHere">Of a team that rotates by chance, whether it is here; null where only its chance is
    /// known, and of other teams.</param>
    public (double[][] Acts, double[][] Stays) Duty(bool?[] isHere)
    {
        string key = string.Join(' ', isHere);
        if (!known.TryGetValue(key, out (double[][] Acts, double[][] Stays) duty))
        {
            known[key] = duty = ([.. Teams.Select(_ => new double[cells.Count])], [.. Teams.Select(_ => new double[cells.Count])]);
            Walk(isHere, (from, to, chance) =>
            {
                for (int i = 0; i < Teams.Length; i++)
                {
                    foreach ((Instant begins, Instant ends, double acts) in Teams[i].Team.Stopping.Steps(from, to))
                    {
                        cells.AddShares(begins, ends, chance[i] * ChanceToAct(chance, i, acts), duty.Acts[i]);
                    }

                    cells.AddShares(from, to, Teams[i].IsReferredLater && chance[i] > 0 ? 1 : 0, duty.Stays[i]);
                }
            });
        }

        return duty;
    }

    /// <summary>Who is there together at some time, and by cell of time the chance that just they are, as a share of
    /// it. The teams of a posting that rotates by chance are here together, whoever else is.</summary>
    public IEnumerable<(PostedTeam[] There, double[] Share)> Times()
    {
        var times = new OrderedDictionary<string, (PostedTeam[] There, double[] Share)>();
        Walk(new bool?[Teams.Length], (from, to, chance) =>
        {
            foreach ((int[] there, double share) in CasesOf(chance).Where(each => each.There.Length > 0))
            {
                string key = string.Join(' ', there);
                if (!times.TryGetValue(key, out var time))
                {
                    times[key] = time = ([.. there.Select(i => Teams[i])], new double[cells.Count]);
                }

                cells.AddShares(from, to, share, time.Share);
            }
        });
        return times.Values;
    }

    private IEnumerable<(int[] There, double Chance)> CasesOf(double[] chance)
    {
        IEnumerable<(int[] There, double Chance)> cases = [([], 1.0)];
        foreach (
            var posting in Enumerable
                .Range(0, Teams.Length)
                .Where(i => chance[i] > 0)
                .GroupBy(i => Teams[i].Team.Rules.Posting, (IEqualityComparer<Posting>)ReferenceEqualityComparer.Instance)
        )
        {
            int[] its = [.. posting];
            double here = chance[its[0]];
            cases = cases.SelectMany(each =>
                here < 1
                    ? [([.. each.There, .. its], each.Chance * here), (each.There, each.Chance * (1 - here))]
                    : new (int[], double)[] { ([.. each.There, .. its], each.Chance) }
            );
        }

        return cases;
    }

    // Each time in which nobody comes or goes, and the chances that teams are there.
    private void Walk(bool?[] isHere, Action<Instant, Instant, double[]> visit)
    {
        DutyCalendar[] duties = [.. Teams.Select(each => each.Team.Rules.AsPublished())];
        var chance = new double[Teams.Length];
        for (Instant at = cells.Planned.From; at < cells.Planned.To; )
        {
            Instant until = cells.Planned.To;
            for (int i = 0; i < Teams.Length; i++)
            {
                bool isOn = duties[i].IsOnDuty(at, out Shift shift);
                double here = isHere[i] switch
                {
                    true => 1,
                    false => 0,
                    null => Teams[i].Team.Rules.ChanceHere,
                };
                chance[i] = isOn ? here : 0;
                Instant changes = isOn ? shift.To : shift.From;
                until = changes < until ? changes : until;
            }

            visit(at, until, chance);
            at = until;
        }
    }

    // Its chance is smaller where another of its type that tries before it is there too.
    private double ChanceToAct(double[] chance, int i, double acts)
    {
        Station team = Teams[i].Team;
        double first = 1;
        for (int before = 0; before < i; before++)
        {
            first *= Teams[before].Team.Place.Type == team.Place.Type ? 1 - chance[before] : 1;
        }

        return (first * team.ChanceToAct(acts, isFurther: false)) + ((1 - first) * team.ChanceToAct(acts, isFurther: true));
    }
}
