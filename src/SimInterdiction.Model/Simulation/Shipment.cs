using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Model.Simulation;

/// <summary>A shipment on its way. Mutable, in a pool: used again for another once it has met its fate.</summary>
internal struct Shipment
{
    /// <summary>Its number within its flow, by planned dispatch.</summary>
    public ulong Number;

    /// <summary>Its luck at the place it is bound for or at.</summary>
    public RandomBlock Luck;

    /// <summary>When it arrived at the place it is at.</summary>
    public Instant Arrived;

    public int Flow;

    public int Corridor;

    /// <summary>Index of its place on the corridor.</summary>
    public int Step;

    public int Firearms;

    /// <summary>Index of the team at the place that tries next.</summary>
    public int NextTeam;

    /// <summary>How many teams with lanes have tried at the place: each draws luck of its own, also after the shift of an earlier one has ended meanwhile.</summary>
    public uint LaneTries;

    /// <summary>How many investigative units have tried at the place.</summary>
    public uint LeadsTries;

    /// <summary>Whether it left inside the window.</summary>
    public bool IsInCohort;

    public ShipmentStage Stage;

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
    }
}

internal enum ShipmentStage : byte
{
    /// <summary>Under way; its event is the arrival at the next manned place or the end.</summary>
    Travels,

    /// <summary>Its event is the end of a search that finds nothing, or of a wait in vain.</summary>
    Held,

    /// <summary>Its event is the end of a search that finds the load.</summary>
    Found,
}
