using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Costs;

namespace SimInterdiction.Application.Runs;

/// <summary>What a dry run told of a run. Nothing was saved.</summary>
public abstract record DryRunOutcome
{
    private DryRunOutcome() { }

    /// <summary>It was measured.</summary>
    /// <param name="Tried">The replications it was measured on.</param>
    /// <param name="Asked">How many replications the run will have.</param>
    /// <param name="Seconds">About how long it will take.</param>
    /// <param name="MemoryBytes">About how much memory it will take.</param>
    /// <param name="Forecast">How small a difference it will find.</param>
    public sealed record Completed(StudyResult Tried, int Asked, double Seconds, double MemoryBytes, StudyForecast Forecast)
        : DryRunOutcome;

    /// <summary>It takes so long that it can't be measured; then it is estimated from the file.</summary>
    /// <param name="Tried">What was done until then.</param>
    /// <param name="Patience">How long it was tried.</param>
    /// <param name="Cost">The estimate, on one thread.</param>
    public sealed record TooLong(StudyResult Tried, TimeSpan Patience, StudyCost Cost) : DryRunOutcome;

    /// <summary>Fewer than two replications came to a result, so that nothing can be told.</summary>
    public sealed record TooFew(StudyResult Tried) : DryRunOutcome;

    /// <summary>It was stopped before it could tell anything.</summary>
    public sealed record Stopped(StudyResult Tried) : DryRunOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : DryRunOutcome;
}
