using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Web.Runs;

namespace SimInterdiction.Web.Questions;

/// <summary>Which uncertain inputs flip the answer: asked for on the page.</summary>
/// <param name="request">What was asked.</param>
/// <param name="workspace">Where results are.</param>
internal sealed class QueuedSensitivity(SensitivityRequest request, Workspace workspace)
    : QueuedDesign(WorkKind.Sensitivity, request.Source, workspace.Clock)
{
    protected override object Asked => request;

    public override (RunPhase Phase, string Ending) Execute(Workspace workspace, Effort effort)
    {
        SensitivityOutcome outcome = new SensitivityStudy(workspace).Execute(request, effort, this, Stop);
        switch (outcome)
        {
            case SensitivityOutcome.Completed completed:
                Found(completed.Folder);
                return (RunPhase.Completed, FindingParts.Headline(completed.View));
            case SensitivityOutcome.Stopped it:
                return Stopped(it.WasWaiting, it.HoldsReplications);
            case SensitivityOutcome.NotSaved it:
                return NotSaved(it.Why, it.HoldsReplications);
            case SensitivityOutcome.NotSimulated it:
                return NotSimulated(it.Why);
            case SensitivityOutcome.Failed it:
                return (RunPhase.Failed, Plain.Sentence(it.Why));
            case SensitivityOutcome.Refused it:
                return Refused(it.Why);
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
