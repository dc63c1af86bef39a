using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Teams;

/// <summary>The shifts of all postings of one scenario, kept once for those that are on duty at the same times, however
/// many arms have them; used by one thread.</summary>
internal sealed class DutyBook
{
    private readonly Dictionary<(Shift, HoursOfDay, DateOnly?, DateOnly?), List<(DutyRules Rules, DutyShifts Shifts)>> known = [];
    private readonly List<PresencePlan> plans = [];

    /// <summary>A calendar of its own for whoever asks.</summary>
    public DutyCalendar CalendarOf(DutyRules rules) => new(ShiftsOf(rules));

    /// <summary>When which teams of a place are on duty together.</summary>
    /// <param name="teams">What decides when each is on duty.</param>
    public PresencePlan PresenceOf(IEnumerable<DutyRules> teams)
    {
        DutyShifts[] shifts = [.. teams.Select(ShiftsOf)];
        if (plans.Find(plan => plan.IsOf(shifts)) is not { } plan)
        {
            plans.Add(plan = new PresencePlan(shifts));
        }

        return plan;
    }

    // A rotation has its own: chance may draw it anew in each replication.
    private DutyShifts ShiftsOf(DutyRules rules)
    {
        if (rules.Rotation is not null)
        {
            return new DutyShifts(rules);
        }

        var key = (rules.Active, rules.Posting.Hours, rules.Posting.From, rules.Posting.To);
        if (!known.TryGetValue(key, out List<(DutyRules Rules, DutyShifts Shifts)>? alike))
        {
            known[key] = alike = [];
        }

        int same = alike.FindIndex(one => one.Rules.IsTheSameAs(rules));
        if (same < 0)
        {
            same = alike.Count;
            alike.Add((rules, new DutyShifts(rules)));
        }

        return alike[same].Shifts;
    }
}
