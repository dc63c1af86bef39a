namespace SimInterdiction.Experiments.Results;

/// <summary>The best plans of which one is drawn each day, against traffickers who know how often each is drawn, but
/// not which one is: all of a flow then takes the corridor on which least is seized on average.</summary>
public sealed record RandomResult
{
    /// <summary>The deployment that rotates among them; null where no plans are better than the best that
    /// stays.</summary>
    public required string? Name { get; init; }

    /// <summary>By the reckoning of the search, the share that is seized.</summary>
    public required double Share { get; init; }

    /// <summary>By the same, no plans within the limits seize a larger share on average, however they are drawn; null
    /// where nothing is proven.</summary>
    public required double? Bound { get; init; }

    /// <summary>By the same, the share that the best deployment seizes that stays.</summary>
    public required double ShareOfBestFixed { get; init; }

    /// <summary>How the search ended.</summary>
    public required SearchEnd Ended { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The plans, those drawn most often first.</summary>
    public required IReadOnlyList<DrawnPlan> Plans { get; init; }

    /// <summary>What is simulated against several kinds of traffickers, beside the best that stays; empty where nothing
    /// was.</summary>
    public required IReadOnlyList<RandomAgainst> Against { get; init; }
}

/// <summary>A plan that is drawn.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">How often it is drawn.</param>
/// <param name="Post">What stands on it.</param>
public sealed record DrawnPlan(string Name, double Share, IReadOnlyList<ProposedPosting> Post);

/// <summary>Postings drawn by chance beside the best that stay, against one kind of traffickers. Simulated on the same
/// luck.</summary>
/// <param name="Kind">What they do.</param>
/// <param name="Fixed">The share that the best deployment that stays seizes of them.</param>
/// <param name="Random">The share that the plans seize.</param>
/// <param name="Difference">The latter less the former; each interval holds in 95 % of studies.</param>
public sealed record RandomAgainst(TraffickerKind Kind, SimulatedValue Fixed, SimulatedValue Random, SimulatedValue Difference);

/// <summary>What traffickers do about the teams.</summary>
public enum TraffickerKind
{
    /// <summary>Nothing.</summary>
    KeepShares,

    /// <summary>They avoid the places at which they have lost shipments.</summary>
    Learn,

    /// <summary>They know what is seized on each corridor on average, and avoid it.</summary>
    Know,

    /// <summary>They know the posted hours and leave so as to pass off duty, where they can.</summary>
    Watch,
}
