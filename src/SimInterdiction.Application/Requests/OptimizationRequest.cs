using SimInterdiction.Model;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Requests;

/// <summary>The best deployment under limits: those of the scenario's section <c>optimize</c>, where nothing else is
/// said.</summary>
/// <param name="Source">The scenario.</param>
public sealed record OptimizationRequest(ScenarioSource Source)
{
    public const double UsualSeconds = 60;
    public const int UsualReplications = 20;

    /// <summary>Officer-hours and USD in the window; null for what the scenario says, or as many officer-hours as the
    /// deployment in force takes.</summary>
    public PostingBudget? Budget { get; init; }

    /// <summary>Whose teams may be posted; empty for what the scenario says.</summary>
    public IReadOnlyList<string> TaskForces { get; init; } = [];

    /// <summary>Postings of the deployment in force that stay; empty for what the scenario says.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Against whom; null for what the scenario says.</summary>
    public Traffickers? Against { get; init; }

    /// <summary>Whether also the best plans are searched of which one is drawn each day; null for what the scenario
    /// says.</summary>
    public bool? Random { get; init; }

    /// <summary>Whether also the deployment is searched that loses least where it loses most, should uncertain inputs
    /// be otherwise than guessed; null for what the scenario says.</summary>
    public bool? Robust { get; init; }

    /// <summary>The name of the file to write, beside the scenario; null for the scenario's with
    /// <c>-best</c>.</summary>
    public string? Save { get; init; }

    /// <summary>Whether it may replace a file.</summary>
    public bool MayReplace { get; init; }

    /// <summary>How often the proposed deployments are simulated; 0 for not at all.</summary>
    public int Replications { get; init; } = UsualReplications;

    /// <summary>Whether the best is also searched for other budgets, from a fifth of this one to twice it.</summary>
    public bool HasFrontier { get; init; }

    /// <summary>How long the search may take; those for other budgets together may take as long again.</summary>
    public double Seconds { get; init; } = UsualSeconds;

    /// <summary>What is asked for of a scenario.</summary>
    internal OptimizationPlan PlanOf(Scenario scenario)
    {
        OptimizationPlan stated = scenario.Optimize ?? new OptimizationPlan();
        return stated with
        {
            Budget = Budget
                ?? stated.Budget
                ?? new PostingBudget { OfficerHours = DeploymentPreview.Of(scenario, scenario.InForce).OfficerHours },
            Candidates = TaskForces.Count > 0 ? stated.Candidates with { TaskForces = TaskForces } : stated.Candidates,
            Keep = Keep.Count > 0 ? Keep : stated.Keep,
            Against = Against ?? stated.Against,
            Random = Random ?? stated.Random,
            Robust = Robust ?? stated.Robust,
        };
    }
}
