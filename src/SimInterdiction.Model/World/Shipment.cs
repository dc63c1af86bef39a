using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Model.World;

/// <summary>A shipment on its way. Mutable, in a pool: used again for another once it has met its fate.</summary>
internal struct Shipment
{
    /// <summary>By so much the numbers of one split load's vehicles differ: more than there are planned
    /// dispatches.</summary>
    public const ulong VehicleStep = 72_057_594_037_927_936;

    /// <summary>Its number within its flow: that of the planned dispatch, and of a split load, for each vehicle before
    /// it, one <see cref="VehicleStep"/> more.</summary>
    public ulong Number;

    /// <summary>When it arrives, or arrived, at the place it is bound for or at.</summary>
    public Instant Arrived;

    /// <summary>The flow it goes out under.</summary>
    public int Flow;

    /// <summary>The flow that planned it, whose luck it has: another one if it took the place of a disrupted
    /// organization's.</summary>
    public int LuckOf;

    /// <summary>Who sends it; decided when it is planned, as long as it waits.</summary>
    public Ring Ring;

    public int Corridor;

    /// <summary>When it left.</summary>
    public Instant Left;

    /// <summary>How many left before it, and itself: the order of what happens to several at one instant.</summary>
    public uint Departure;

    /// <summary>Index of its place on the corridor.</summary>
    public int Step;

    public int Firearms;

    /// <summary>How many firearms of the planned load are in vehicles before it.</summary>
    public int FirstFirearm;

    /// <summary>A uniform that decides on its corridor.</summary>
    public double CorridorLuck;

    /// <summary>The lead that it was last stopped on, or -1.</summary>
    public int Lead;

    /// <summary>Index of the team at the place that tries next.</summary>
    public int NextTeam;

    /// <summary>How many teams with lanes have tried at the place: each draws luck of its own, also after the shift of
    /// an earlier one has ended meanwhile.</summary>
    public uint LaneTries;

    /// <summary>How many investigative units have tried at the place.</summary>
    public uint LeadsTries;

    /// <summary>Whether it left inside the window.</summary>
    public bool IsInCohort;

    /// <summary>Whether the results wait for it.</summary>
    public bool IsAwaited;

    public ShipmentStage Stage;

    /// <summary>Whether the search made last was one of secondary inspection.</summary>
    public bool IsAtSecondary;

    /// <summary>Its number by planned dispatch, whichever vehicle it is.</summary>
    public readonly ulong Planned => Number % VehicleStep;

    /// <summary>How far the teams have come with it.</summary>
    public Fate Fate;

    /// <summary>A team came as far as this with it; an earlier one may have come further.</summary>
    public void CameTo(Fate reached) => Fate = reached > Fate ? reached : Fate;

    /// <summary>It is at a place where no team has tried yet.</summary>
    public void BeginVisit()
    {
        NextTeam = 0;
        LaneTries = 0;
        LeadsTries = 0;
        Stage = ShipmentStage.Visits;
    }
}

internal enum ShipmentStage : byte
{
    /// <summary>Held back while its organization lies low; nothing about it is decided yet.</summary>
    Postponed,

    /// <summary>Ready to go, but its driver waits for duty hours to pass.</summary>
    Waits,

    /// <summary>Its event is the next try of a team: on arrival, or after another team has let it go.</summary>
    Visits,

    /// <summary>Its event is the end of a search that finds the load.</summary>
    Found,

    /// <summary>Its event is the end of a search at primary lanes after which it is referred to secondary.</summary>
    Referred,
}
