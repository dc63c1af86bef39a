using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Questions;

/// <summary>The best deployment under limits: asked for on the page.</summary>
/// <param name="request">What was asked.</param>
/// <param name="workspace">Where results are.</param>
/// <param name="solver">What solves, in a process of its own.</param>
internal sealed class QueuedOptimization(OptimizationRequest request, Workspace workspace, SolverProgram solver)
    : QueuedWork(WorkKind.Optimization, request.Source),
        IObserveOptimization
{
    private const double LeastSecondsBetween = 0.5;

    private readonly TimeProvider clock = workspace.Clock;
    private long last;

    protected override object Asked => request;

    public override (RunPhase Phase, string Ending) Execute(Workspace workspace, Effort effort)
    {
        OptimizationRequest named = request with { Save = FreeName.Beside(request.Source.File, "-best") };
        OptimizationOutcome outcome = new DeploymentOptimization(workspace, solver).Execute(named, effort, this, Stop);
        switch (outcome)
        {
            case OptimizationOutcome.Found found:
                string? made = found.File is { } file ? Path.GetFileName(file) : null;
                if (found.Folder is { } folder)
                {
                    Change(news => news with { Finding = StoredFindings.AddressOf(folder) });
                }

                string headline = OptimizationWords.Headline(found.Result);
                return found.NotSaved is { } why
                    ? (RunPhase.Failed, $"{headline} {Saved(made, found.Folder is not null)}: {SaveFailureWords.Of(why)}.")
                    : (RunPhase.Completed, headline + (made is null ? string.Empty : $" {made} has it."));
            case OptimizationOutcome.Impossible impossible:
                return (RunPhase.Failed, Plain.Capital(string.Join(' ', impossible.Objections)));
            case OptimizationOutcome.NothingAffordable tooLittle:
                return (RunPhase.Failed, Plain.Capital(tooLittle.Objection));
            case OptimizationOutcome.NothingToPost:
                return (
                    RunPhase.Failed,
                    "There is nothing to choose from: no task force that the deployment in force posts has a team for any place within its "
                        + "reach."
                );
            case OptimizationOutcome.NotSimulated it:
                return (RunPhase.Failed, OutcomeWords.Of(it.Why));
            case OptimizationOutcome.Refused it:
                return (RunPhase.Failed, RefusalWords.Of(it.Why));
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }

    private static string Saved(string? made, bool hasNumbers) =>
        made is not null ? $"{made} has it, but its numbers could not be saved"
        : hasNumbers ? "Its numbers are saved, but no scenario file with it could be"
        : "None of it could be saved";

    public void Read(ScenarioReading reading) => Change(news => news with { Title = reading.Scenario!.Title });

    public void GoesOn() => Change(news => news with { Detail = "The best is found; now what more would bring, and simulation" });

    public void Begins(int candidates) =>
        Change(news => news with { Phase = Unless(RunPhase.Simulating), Detail = $"Choosing among {candidates} postings" });

    public void Progress(double best, double bound)
    {
        if (clock.GetElapsedTime(last).TotalSeconds >= LeastSecondsBetween && double.IsFinite(best) && double.IsFinite(bound))
        {
            last = clock.GetTimestamp();
            string detail = $"Best so far {OptimizationWords.Percent(best)}, none above {OptimizationWords.Percent(bound)}";
            Change(news => news with { Detail = detail });
        }
    }
}
