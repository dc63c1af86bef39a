namespace SimInterdiction.Model.Measures;

/// <summary>How far any team on its way came with a shipment, from nothing to seizing it. Every shipment of the cohort has exactly one. In results, in this order: no_team to seized.</summary>
public enum Fate : byte
{
    /// <summary>No place on its way, as far as it came, has a team posted.</summary>
    NoTeam,

    /// <summary>Teams are posted on its way, but it passed them off duty.</summary>
    OffDuty,

    /// <summary>It passed teams on duty, and none stopped it or acted on it.</summary>
    NotStopped,

    /// <summary>It was stopped, but let go because the lanes were busy or the shift ended.</summary>
    WavedThrough,

    /// <summary>It was searched, and the load was not found.</summary>
    Missed,
    Seized,
}
