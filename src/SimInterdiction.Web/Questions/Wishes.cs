using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Web.Questions;

/// <summary>What flips the answer.</summary>
/// <param name="File">The scenario, by its name in the folder.</param>
/// <param name="Method">How it is looked for.</param>
/// <param name="Deployment">Whose difference; null for the one that the answer tells of.</param>
/// <param name="Replications">How many at each setting; null for as many as suit the method.</param>
internal sealed record SensitivityWish(string File, SensitivityMethod Method, string? Deployment = null, int? Replications = null)
{
    public SensitivityRequest RequestOf(ScenarioSource source) =>
        new()
        {
            Source = source,
            Method = Method,
            Deployment = Method == SensitivityMethod.Verdicts ? null : Deployment,
            Replications = Replications,
        };
}

/// <summary>Numbers fitted to given figures.</summary>
/// <param name="File">The scenario, by its name in the folder.</param>
/// <param name="Fits">Paths of numbers, each perhaps with <c>between low and high</c>.</param>
/// <param name="Figures">Such as <c>firearms_seized of today = 2000 +- 50</c>.</param>
/// <param name="Replications">Periods of each average; null for the file's number.</param>
internal sealed record CalibrationWish(string File, string[] Fits, string[] Figures, int? Replications = null)
{
    public CalibrationRequest RequestOf(ScenarioSource source) =>
        new()
        {
            Source = source,
            Fits = [.. Fits.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())],
            Figures = [.. Figures.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())],
            Replications = Replications,
        };
}

/// <summary>The best deployment.</summary>
/// <param name="File">The scenario, by its name in the folder.</param>
/// <param name="Budget">Such as <c>202_020 officer-hours</c>; null or empty for what the scenario says.</param>
/// <param name="Seconds">How long the search may take; null for as long as usual.</param>
/// <param name="Replications">How often what is proposed is simulated; null for as often as usual.</param>
/// <param name="Random">Whether plans drawn by chance are searched too; null for what the scenario says.</param>
/// <param name="Robust">Whether what loses least is searched too; null for what the scenario says.</param>
internal sealed record OptimizationWish(
    string File,
    string? Budget = null,
    int? Seconds = null,
    int? Replications = null,
    bool? Random = null,
    bool? Robust = null
)
{
    /// <summary>Reads the budget.</summary>
    /// <param name="budget">Null for what the scenario says.</param>
    /// <returns>Whether it can be read.</returns>
    public bool TryReadBudget(out PostingBudget? budget)
    {
        budget = string.IsNullOrWhiteSpace(Budget) ? null : BudgetText.Read([Budget]);
        return budget is not null || string.IsNullOrWhiteSpace(Budget);
    }

    public OptimizationRequest RequestOf(ScenarioSource source, PostingBudget? budget) =>
        new(source)
        {
            Budget = budget,
            Seconds = Seconds ?? OptimizationRequest.UsualSeconds,
            Replications = Replications ?? OptimizationRequest.UsualReplications,
            Random = Random,
            Robust = Robust,
        };
}
