using System.Numerics;
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

    /// <summary>A bit for each <see cref="Measures.Fate"/> that teams came to with it: the highest is its own. Set without a branch that could be guessed wrong.</summary>
    public byte Fates;

    /// <summary>A team came as far as this with it; an earlier one may have come further.</summary>
    public void CameTo(Fate reached) => Fates |= (byte)(1 << (int)reached);

    /// <summary>How far the teams have come with it.</summary>
    public readonly Fate Fate => (Fate)BitOperations.Log2(Fates);

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
