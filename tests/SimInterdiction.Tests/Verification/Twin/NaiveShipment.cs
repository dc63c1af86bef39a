namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A shipment and where it goes.</summary>
internal sealed record NaiveShipment
{
    /// <summary>The flow it goes out under.</summary>
    public required string Flow { get; init; }

    /// <summary>The flow that planned it.</summary>
    public required string LuckOf { get; init; }

    /// <summary>Its number by planned dispatch.</summary>
    public required ulong Planned { get; init; }

    /// <summary>Which vehicle of a load that is spread.</summary>
    public ulong Vehicle { get; init; }

    /// <summary>What its luck goes by: the vehicle stands in the upper bits.</summary>
    public ulong Number => Planned | (Vehicle << 56);

    public required NaiveRing Ring { get; init; }

    public double Left { get; init; }

    /// <summary>Which departure it was.</summary>
    public int Departure { get; init; }

    public required double CorridorLuck { get; init; }

    public string Corridor { get; init; } = "";

    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>What has happened to it on its way, in words.</summary>
    public HashSet<string> MetBy { get; init; } = [];

    public required int Firearms { get; init; }

    /// <summary>How many firearms of the load are in vehicles before it.</summary>
    public int FirstFirearm { get; init; }

    public bool IsInCohort { get; init; }

    /// <summary>By task force, the factor of leads on its ring as last noted.</summary>
    public Dictionary<string, double> LeadsNoted { get; init; } = [];
}
