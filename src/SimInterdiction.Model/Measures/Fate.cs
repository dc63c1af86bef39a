namespace SimInterdiction.Model.Measures;

/// <summary>How far any team on its way came with a shipment, from nothing to seizing it. Every shipment of the cohort
/// has exactly one. In results, in this order: no_team to seized.</summary>
/// <remarks>Whether a team was on duty is known of shipments of the cohort only, where the luck of the searches is
/// computed: elsewhere <see cref="OffDuty"/> is told as <see cref="NotStopped"/>.</remarks>
public enum Fate : byte
{
    /// <summary>Its corridor has no team posted.</summary>
    NoTeam,

    /// <summary>Wherever its corridor has teams, none of them was on duty when it came.</summary>
    OffDuty,

    /// <summary>It passed a team on duty without being stopped or acted on.</summary>
    NotStopped,

    /// <summary>It was stopped, but let go because the lanes were busy or the shift ended.</summary>
    WavedThrough,

    /// <summary>It was searched, and the load was not found.</summary>
    Missed,
    Seized,
}
