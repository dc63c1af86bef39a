using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Simulation;

/// <summary>A shipment on its way. Mutable, in a pool: used again for another once it has met its fate.</summary>
internal struct Shipment
{
    /// <summary>Its number within its flow, by planned dispatch.</summary>
    public ulong Number;

    /// <summary>When it arrives, or arrived, at the place it is bound for or at.</summary>
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

    /// <summary>Whether the results wait for it.</summary>
    public bool IsAwaited;

    /// <summary>Whether the team that holds it has found the load: its event then is the seizure, else the next try of a team.</summary>
    public bool IsFound;

    /// <summary>It is at a place where no team has tried yet.</summary>
    public void BeginVisit()
    {
        NextTeam = 0;
        LaneTries = 0;
        LeadsTries = 0;
        IsFound = false;
    }
}
