using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Runs;

namespace SimInterdiction.Web.Questions;

/// <summary>Numbers fitted to given figures: asked for on the page.</summary>
/// <param name="request">What was asked.</param>
/// <param name="workspace">Where results are.</param>
internal sealed class QueuedCalibration(CalibrationRequest request, Workspace workspace)
    : QueuedDesign(WorkKind.Calibration, request.Source, workspace.Clock)
{
    /// <summary>What follows the scenario's name in that of the fitted one.</summary>
    public const string Ending = "-fitted";

    protected override object Asked => request;

    public override (RunPhase Phase, string Ending) Execute(Workspace workspace, Effort effort)
    {
        CalibrationRequest named = request with { Save = FreeName.Beside(request.Source.File, Ending) };
        CalibrationStudyOutcome outcome = new CalibrationStudy(workspace).Execute(named, effort, this, Stop);
        switch (outcome)
        {
            case CalibrationStudyOutcome.Completed completed:
                Found(completed.Folder);
                return (
                    RunPhase.Completed,
                    $"{FindingParts.Headline(completed.Report)} {Path.GetFileName(completed.File)} has the fitted numbers."
                );
            case CalibrationStudyOutcome.NoFit it:
                return (RunPhase.Failed, CalibrationWords.Failure(it.Fit, it.Targets, it.Scales));
            case CalibrationStudyOutcome.Stopped it:
                return Stopped(it.WasWaiting, it.HoldsReplications);
            case CalibrationStudyOutcome.NotSaved it:
                return NotSaved(it.Why, it.HoldsReplications, it.File);
            case CalibrationStudyOutcome.NotSimulated it:
                return NotSimulated(it.Why);
            case CalibrationStudyOutcome.Failed it:
                return (RunPhase.Failed, Plain.Sentence(it.Why));
            case CalibrationStudyOutcome.Refused it:
                return Refused(it.Why);
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
