using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Intelligence;

/// <summary>Which programmes a deployment turns on.</summary>
public sealed record Programmes
{
    [Key(
        "tracing",
        "Seized firearms are traced.",
        Default = "off",
        Effect = "Seizures bring leads, and leads raise the chance that later shipments are stopped."
    )]
    public Tracing? Tracing { get; init; }

    [Key(
        "mexican_access",
        "Firearms recovered in Mexico are traced too.",
        Default = "off",
        Effect = "Adds the leads of firearms that were delivered and recovered."
    )]
    public MexicanAccess? MexicanAccess { get; init; }

    [Key(
        "sharing",
        "Leads are shared between task forces.",
        Default = "off",
        Effect = "A lead then works wherever it is shared, and not only where it arose."
    )]
    public Sharing? Sharing { get; init; }

    [Key(
        "trafficking_group",
        "A group opens cases against organizations.",
        Default = "off",
        Effect = "Cases end rings, or for a while lower what an organization sends."
    )]
    public TraffickingGroup? TraffickingGroup { get; init; }

    [Key(
        "partners",
        "Partner checkpoints south of the border are manned.",
        Default = "off",
        Effect = "on: teams at the partners' checkpoints act."
    )]
    public bool Partners { get; init; }
}

/// <summary>Traces of seized firearms (eTrace).</summary>
public sealed record Tracing
{
    [Key(
        "submitted",
        "Share of seized firearms that are traced.",
        Quantity = Quantity.Share,
        Default = "100%",
        Effect = "Leads rise in proportion."
    )]
    public double Submitted { get; init; } = 1;

    [Key(
        "takes",
        "How long a trace takes.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Example = "{ varies: [1 day, 7 days, 30 days] }",
        Effect = "The longer, the more leads come too late."
    )]
    public Distribution TakesHours { get; init; } = new Fixed(0);

    [Key(
        "resolved",
        "Share of traces that end as a lead.",
        Quantity = Quantity.Share,
        Default = "100%",
        Effect = "Leads rise in proportion."
    )]
    public double Resolved { get; init; } = 1;

    [Key("lead", "What a lead does.", Effect = "The more it raises stops and the longer it lives, the more a seizure leads to.")]
    public LeadEffect? Lead { get; init; }

    [Key(
        "cost",
        "What one trace costs.",
        Quantity = Quantity.Money,
        AtLeast = 0,
        Default = "0 USD",
        Example = "40 USD per trace",
        Effect = "Changes costs, and no seizure."
    )]
    public double CostUsd { get; init; }
}

/// <summary>What a lead does while it lives.</summary>
public sealed record LeadEffect
{
    [Key(
        "raises_stops",
        "Factor on the chance that the organization's shipments are stopped, or by a team with secondary inspection referred. "
            + "1: no effect.",
        AtLeast = 0,
        Default = "1",
        Effect = "Above 1, teams stop what a lead is about more often; 1: leads only open cases."
    )]
    public double RaisesStops { get; init; } = 1;

    [Key(
        "life",
        "How long it stays usable.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "60 days",
        Effect = "The longer, the more shipments meet a team that holds a lead."
    )]
    public double LifeHours { get; init; } = 60 * 24;
}

/// <summary>Access of Mexican law enforcement to tracing.</summary>
public sealed record MexicanAccess
{
    [Key(
        "recovered",
        "Share of delivered firearms that are recovered.",
        Quantity = Quantity.Share,
        Default = "0%",
        Effect = "Leads rise in proportion, as late as after says."
    )]
    public double Recovered { get; init; }

    [Key(
        "after",
        "How long after delivery.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Effect = "The longer, the more leads come too late."
    )]
    public Distribution AfterHours { get; init; } = new Fixed(0);

    [Key(
        "submitted",
        "Share of recovered firearms that are traced.",
        Quantity = Quantity.Share,
        Default = "100%",
        Effect = "Leads rise in proportion."
    )]
    public double Submitted { get; init; } = 1;
}

/// <summary>How leads reach other task forces.</summary>
public sealed record Sharing
{
    [Key(
        "delay",
        "How long until the others hold a lead.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Effect = "The longer, the fewer leads the others can still use."
    )]
    public double DelayHours { get; init; }

    [Key(
        "with",
        "Which task forces get it.",
        NamesIn = "task_forces",
        Default = "all",
        Example = "[laredo, el_paso]",
        Effect = "The more task forces, the more of what an organization sends later passes one that holds the lead."
    )]
    public IReadOnlyList<string>? With { get; init; }
}

/// <summary>The group that investigates organizations.</summary>
public sealed record TraffickingGroup
{
    [Key(
        "opens_at",
        "How many unused leads open a case.",
        AtLeast = 1,
        Default = "1",
        Example = "5 leads",
        Effect = "The higher, the fewer cases."
    )]
    public int OpensAtLeads { get; init; } = 1;

    [Key(
        "within",
        "The period over which the leads are counted.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "no limit",
        Effect = "The shorter, the fewer cases, as leads must come close together."
    )]
    public double? WithinHours { get; init; }

    [Key(
        "capacity",
        "How many cases can be worked at once.",
        AtLeast = 1,
        Default = "1",
        Effect = "The fewer, the longer cases wait and the fewer are closed."
    )]
    public int Capacity { get; init; } = 1;

    [Key(
        "takes",
        "How long a case takes.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Effect = "The longer, the fewer cases are closed, and the later."
    )]
    public Distribution TakesHours { get; init; } = new Fixed(0);

    [Key(
        "first",
        "Which waiting case an investigator takes: the oldest, or that of the ring with most leads.",
        Default = "oldest",
        Effect = "largest closes the cases of large rings first, which saves more shipments."
    )]
    public CaseOrder First { get; init; } = CaseOrder.Oldest;

    [Key(
        "replaced_after",
        "How long a ring that a closed case ends sends nothing, until another takes its place.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Example = "{ exponential: 180 days }",
        Effect = "The longer, the more shipments a closed case prevents."
    )]
    public Distribution? ReplacedAfterHours { get; init; }

    [Key(
        "disruption",
        "By how much an organization without rings dispatches less once a case is closed.",
        Quantity = Quantity.Share,
        Default = "0%",
        Example = "50%",
        Effect = "The higher, the more shipments a closed case prevents."
    )]
    public double Disruption { get; init; }

    [Key(
        "recovery_time",
        "How long the disruption lasts.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Example = "60 days",
        Effect = "The longer, the more shipments a closed case prevents."
    )]
    public double RecoveryHours { get; init; }

    [Key(
        "substitution",
        "Share of the loads not sent that another ring, or without rings another organization, sends.",
        Quantity = Quantity.Share,
        Default = "0%",
        Effect = "At 100% closed cases change who sends, not how much."
    )]
    public double Substitution { get; init; }

    [Key(
        "officers",
        "Officers of the group.",
        AtLeast = 0,
        Default = "0",
        Effect = "Cost hours and money; how many cases they work at is capacity."
    )]
    public int Officers { get; init; }

    // Assumed: a working week.
    [Key(
        "hours_per_week",
        "How many hours a week each of them works on it.",
        AtLeast = 0,
        AtMost = 168,
        Default = "40",
        Example = "40",
        Effect = "Changes officer-hours and costs, and no seizure."
    )]
    public double HoursPerWeek { get; init; } = 40;

    [Key(
        "cost_per_officer_hour",
        "What an officer's hour costs.",
        Quantity = Quantity.Money,
        AtLeast = 0,
        Default = "0 USD",
        Effect = "Changes costs, and no seizure."
    )]
    public double CostPerOfficerHourUsd { get; init; }

    /// <summary>What its officers work on it in so many hours on the clock.</summary>
    public double OfficerHoursIn(double hours) => Officers * HoursPerWeek * hours / (7 * 24);
}

/// <summary>Which waiting case is taken up first.</summary>
public enum CaseOrder
{
    Oldest,

    /// <summary>The one on whose ring most leads came up; of two alike, the oldest.</summary>
    Largest,
}
