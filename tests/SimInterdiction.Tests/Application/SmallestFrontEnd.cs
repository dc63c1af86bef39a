using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Application;

/// <summary>A whole front end, for the recipe: it runs a scenario, tells how far it is, and says how it ended in words
/// of its own.</summary>
internal sealed class SmallestFrontEnd(TextWriter page) : IObserveRun
{
    /// <summary>What the visitor of the page reads at the end.</summary>
    public string Show(string scenario, string results)
    {
        var request = new RunRequest { Source = new ScenarioSource { File = scenario } };
        var effort = new Effort { WithFigures = false };
        RunOutcome outcome = new Run(new Workspace(results, new Buttons())).Execute(request, effort, this, CancellationToken.None);
        return outcome switch
        {
            RunOutcome.Completed it => $"Done: {it.Run.Result.Replications} replications.",
            RunOutcome.Stopped it => $"Stopped after {it.Run.Result.Replications}. Press Run to go on.",
            RunOutcome.StoppedAtOnce => "Stopped.",
            RunOutcome.NotSaved it => $"Not saved: {it.Why.Detail}.",
            RunOutcome.NotSimulated => "Other machines could not simulate all of it.",
            RunOutcome.Failed => "No replication could be simulated.",
            RunOutcome.Refused { Why: Refusal.Problems it } => string.Join('\n', it.Found.Select(p => $"Line {p.Line}: {p.Message}")),
            RunOutcome.Refused it => $"Refused: {it.Why}",
            _ => throw new NotSupportedException($"No words for {outcome}."),
        };
    }

    public void Read(ScenarioReading reading) => page.WriteLine(reading.Scenario!.Title);

    public void Progressed(StudyProgress progress) => page.Write('.');

    /// <summary>How requests are worded in reports: as what to click.</summary>
    private sealed class Buttons : IRequestWording
    {
        public string Of(RunRequest request) => "[Run]";

        public string Of(SensitivityRequest request) => $"[Sensitivity: {request.Method}]";

        public string Of(CalibrationRequest request) => "[Calibrate]";

        public string Of(ValidationRequest request) => "[Validate]";

        public string Of(OptimizationRequest request) => "[Optimize]";
    }
}
