using System.Text.Json.Serialization;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>The best deployment that was found within limits, what is proven about better ones, and what simulation
/// says of it. Shares are of all firearms dispatched.</summary>
public sealed record OptimizationResult
{
    /// <summary>Against which traffickers the best was asked for.</summary>
    public required Traffickers Against { get; init; }

    /// <summary>What the deployment may take.</summary>
    public required PostingBudget Budget { get; init; }

    /// <summary>Among how many postings was chosen.</summary>
    public required int Candidates { get; init; }

    /// <summary>By the search's own reckoning, the share that the best seizes.</summary>
    public required double ShareOfBest { get; init; }

    /// <summary>By the same, no deployment within the limits seizes a larger share; null where nothing is
    /// proven.</summary>
    public required double? Bound { get; init; }

    /// <summary>How much better any other deployment may be; null where nothing is proven.</summary>
    public double? Gap => Bound - ShareOfBest;

    /// <summary>What the best against the other traffickers seizes of those.</summary>
    public required double ShareOfBestAgainstOthers { get; init; }

    /// <summary>What none seizes more of; null where nothing is proven.</summary>
    public required double? BoundAgainstOthers { get; init; }

    /// <summary>How the search ended.</summary>
    public required SearchEnd Ended { get; init; }

    /// <summary>Whether there was a solver; without one the best is only good, and the bound loose.</summary>
    public required bool HadSolver { get; init; }

    /// <summary>How long the search took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The deployment in force; the best, unless that is the same; then others that were found, nearly as good
    /// and clearly different, and the best against the other traffickers, where that is none of these; then those of
    /// the scenario that are better (<see cref="Better"/>).</summary>
    public required IReadOnlyList<ProposedDeployment> Deployments { get; init; }

    /// <summary>The name of the best of what was found and of the scenario's own within all limits, by what theory
    /// expects; null in results of earlier versions, where it is the second.</summary>
    public string? BestName { get; init; }

    /// <summary>The name of the best that was found, to which prices refer; null as above.</summary>
    public string? FoundName { get; init; }

    /// <summary>The best of what was found and of the scenario's own within all limits.</summary>
    [JsonIgnore]
    public ProposedDeployment Best => Named(BestName);

    /// <summary>The best that was found.</summary>
    [JsonIgnore]
    public ProposedDeployment Found => Named(FoundName);

    /// <summary>Deployments of the scenario within the budget that theory expects to seize a larger share than the
    /// best, the largest first: they break another limit.</summary>
    public required IReadOnlyList<DeploymentShare> Better { get; init; }

    /// <summary>How often each was simulated, on the same luck; 0 for not at all.</summary>
    public required int Replications { get; init; }

    /// <summary>Whether organizations adapt as simulated.</summary>
    public required bool IsAdaptive { get; init; }

    /// <summary>Which of them is best as simulated, in a sentence; null where there is nothing to say.</summary>
    public required string? SimulatedFinding { get; init; }

    public required IReadOnlyList<PricedLimit> Limits { get; init; }

    /// <summary>What more of each thing that is limited would bring.</summary>
    public required IReadOnlyList<PricedMore> More { get; init; }

    /// <summary>What one change more than the limits allow would bring, the best of each kind first.</summary>
    public required IReadOnlyList<PricedChange> Prices { get; init; }

    /// <summary>The best for each of several budgets, the smallest first; empty where it was not asked for.</summary>
    public required IReadOnlyList<FrontierPoint> Frontier { get; init; }

    /// <summary>The best plans to draw from; null where they were not asked for.</summary>
    public RandomResult? Random { get; init; }

    /// <summary>What deployments lose, should uncertain inputs be otherwise than guessed; null where it was not asked
    /// for, or nothing is uncertain.</summary>
    public RobustResult? Robust { get; init; }

    /// <summary>What expectations leave out, in a sentence each.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>What people see of places, task forces, types of team and deployments; empty in results of earlier
    /// versions.</summary>
    public PostingLabels Labels { get; init; } = PostingLabels.None;

    /// <summary>What people see of a deployment.</summary>
    /// <param name="name">Its name.</param>
    public string LabelOf(string name) =>
        Deployments.FirstOrDefault(each => each.Name == name)?.Label ?? Labels.Deployments.GetValueOrDefault(name, name);

    private ProposedDeployment Named(string? name) =>
        Deployments.FirstOrDefault(each => each.Name == name) ?? Deployments[Math.Min(1, Deployments.Count - 1)];
}

/// <summary>What people see of what postings name, by name.</summary>
/// <param name="Places">Of checkpoints.</param>
/// <param name="TaskForces">Of task forces.</param>
/// <param name="Teams">Of types of team.</param>
/// <param name="Deployments">Of the scenario's deployments.</param>
public sealed record PostingLabels(
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyDictionary<string, string> TaskForces,
    IReadOnlyDictionary<string, string> Teams,
    IReadOnlyDictionary<string, string> Deployments
)
{
    private static readonly Dictionary<string, string> Nobody = [];

    /// <summary>Without any: names stand for themselves.</summary>
    public static PostingLabels None { get; } = new(Nobody, Nobody, Nobody, Nobody);
}

/// <summary>How a search for the best deployment ended.</summary>
public enum SearchEnd
{
    /// <summary>None is better by more than rounding.</summary>
    Proven,

    /// <summary>The bound is as low as it gets for these traffickers; a better deployment may or may not be
    /// there.</summary>
    Bounded,

    /// <summary>Out of time or told to stop; the bound holds.</summary>
    Stopped,

    /// <summary>The solver failed; the bound is what was proven until then.</summary>
    SolverFailed,
}

/// <summary>A deployment's share.</summary>
/// <param name="Name">The deployment.</param>
/// <param name="Share">Seized, as theory expects it.</param>
public sealed record DeploymentShare(string Name, double Share);

/// <summary>A deployment, what theory expects of it, and what is simulated.</summary>
public sealed record ProposedDeployment
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>In the window.</summary>
    public required double OfficerHours { get; init; }

    public required double CostUsd { get; init; }

    /// <summary>The share that is seized as long as organizations stay as they are; null where nothing is
    /// sent.</summary>
    public required double? SeizureRate { get; init; }

    public required double FirearmsSeized { get; init; }

    /// <summary>The share once they know every risk and choose their corridors by it; null where nobody
    /// learns.</summary>
    public required double? IfTheyKnewAllRisks { get; init; }

    /// <summary>The share where all of each flow takes the corridor on which least is seized; by the reckoning of the
    /// search.</summary>
    public required double OnBestRoutes { get; init; }

    /// <summary>The same simulated; null where it was not.</summary>
    public required SimulatedShare? Simulated { get; init; }

    public required IReadOnlyList<ProposedPosting> Post { get; init; }
}

/// <summary>The share of firearms seized as simulated.</summary>
/// <param name="SeizureRate">As stated.</param>
/// <param name="Frozen">With every organization frozen.</param>
/// <param name="ContradictsTheory">Whether that differs from what is expected by more than chance makes it.</param>
public sealed record SimulatedShare(SimulatedValue SeizureRate, SimulatedValue Frozen, bool ContradictsTheory);

/// <summary>A posting, as words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">The checkpoint, or those between which it rotates.</param>
/// <param name="TaskForce">Whose team.</param>
/// <param name="Team">The type of team.</param>
/// <param name="Count">How many together.</param>
/// <param name="Hours">Its hours.</param>
/// <param name="Days">The days on which it begins; null for every day.</param>
public sealed record ProposedPosting(string Name, string At, string TaskForce, string Team, int Count, string Hours, string? Days);

/// <summary>A limit, and what more of it would bring.</summary>
/// <param name="Name">What it limits.</param>
/// <param name="AtMost">What there is.</param>
/// <param name="Used">What the best uses of it.</param>
/// <param name="Price">The share that one unit more would bring at most, by the price of the problem in which teams may
/// be divided; null where that was not worked out.</param>
public sealed record PricedLimit(string Name, double AtMost, double Used, double? Price);

/// <summary>What more of one thing would bring, all other limits as they are.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Name">What of: a limit's name, a task force and its type of team, or a type of team.</param>
/// <param name="Amount">How much more.</param>
/// <param name="Gain">By how much a larger share is seized by a deployment that was found.</param>
/// <param name="GainAtMost">None gains more; null where that was not worked out, as it is not of teams.</param>
/// <param name="Added">Postings of that deployment that the best has not.</param>
public sealed record PricedMore(
    PricedResource Kind,
    string Name,
    double Amount,
    double Gain,
    double? GainAtMost,
    IReadOnlyList<ProposedPosting> Added
);

/// <summary>What there may be more of.</summary>
public enum PricedResource
{
    OfficerHours,

    Usd,

    /// <summary>Teams of a kind that is limited.</summary>
    Postings,

    /// <summary>Of a type, for a task force.</summary>
    Teams,

    /// <summary>For every team of a type.</summary>
    Lanes,
}

/// <summary>What one change more would bring that the limits do not allow.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Posting">The further posting, or the longer one.</param>
/// <param name="InsteadOfHours">The hours that the longer ones replace; null for a further posting.</param>
/// <param name="Gain">By how much a larger share is seized.</param>
/// <param name="OfficerHours">How many more it takes.</param>
public sealed record PricedChange(PricedKind Kind, ProposedPosting Posting, string? InsteadOfHours, double Gain, double OfficerHours)
{
    /// <summary>How many teams of the type the best has there at those hours already, where another joins
    /// them.</summary>
    public int Beside { get; init; }
}

/// <summary>A kind of change.</summary>
public enum PricedKind
{
    /// <summary>One more team.</summary>
    FurtherTeam,

    /// <summary>A team that is there stays longer.</summary>
    LongerHours,
}

/// <summary>The best deployment for a budget.</summary>
public sealed record FrontierPoint
{
    public required PostingBudget Budget { get; init; }

    /// <summary>What the deployment takes in the window.</summary>
    public required double OfficerHours { get; init; }

    public required double CostUsd { get; init; }

    /// <summary>By the reckoning of the search, the share that it seizes; never less than for a smaller
    /// budget.</summary>
    public required double Share { get; init; }

    /// <summary>By the same, none within the budget seizes more; null where nothing is proven.</summary>
    public required double? Bound { get; init; }

    /// <summary>As simulated; null where it was not.</summary>
    public required SimulatedShare? Simulated { get; init; }

    public required IReadOnlyList<ProposedPosting> Post { get; init; }
}
