using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Solving;

namespace SimInterdiction.Tests.Application.Folders;

/// <summary>A file that somebody makes while an answer is worked out, of the name that the answer shall have.</summary>
public sealed class FreeFileTests
{
    private const string Theirs = "made by somebody else";

    [TestCase(false, "plan-best-2.yaml", Theirs)]
    [TestCase(true, "plan-best.yaml", null)]
    public void A_search_writes_over_no_file_made_meanwhile_unless_told_to(bool mayReplace, string written, string? kept)
    {
        using var desk = new Desk();
        desk.Replace("  nobody: {}\n", "");
        string asked = Path.Combine(desk.Folder, "plan-best.yaml");
        var request = new OptimizationRequest(desk.Source)
        {
            Seconds = 20,
            Replications = 0,
            MayReplace = mayReplace,
        };
        var found = (OptimizationOutcome.Found)
            new DeploymentOptimization(desk.Workspace, SolverCommand.Program).Execute(
                request,
                desk.Effort,
                new Meanwhile(asked),
                CancellationToken.None
            );
        Assert.That((Path.GetFileName(found.File), found.Taken), Is.EqualTo((written, kept is null ? null : asked)));
        Assert.That(File.ReadAllText(asked), kept is null ? Is.Not.EqualTo(Theirs) : Is.EqualTo(kept));
    }

    [TestCase(false, "plan-fitted-2.yaml", Theirs)]
    [TestCase(true, "plan-fitted.yaml", null)]
    public void A_fit_writes_over_no_file_made_meanwhile_unless_told_to(bool mayReplace, string written, string? kept)
    {
        using var desk = new Desk();
        string asked = Path.Combine(desk.Folder, "plan-fitted.yaml");
        var request = new CalibrationRequest
        {
            Source = desk.Source,
            Fits = ["team_types.team.stops between 10% and 60%"],
            Figures = ["seizure_rate of one_team = 20% +- 1 point"],
            Replications = 10,
            MayReplace = mayReplace,
        };
        var completed = (CalibrationStudyOutcome.Completed)
            new CalibrationStudy(desk.Workspace).Execute(request, desk.Effort, new Meanwhile(asked), CancellationToken.None);
        Assert.That((Path.GetFileName(completed.File), completed.Taken), Is.EqualTo((written, kept is null ? null : asked)));
        Assert.That(File.ReadAllText(asked), kept is null ? Is.Not.EqualTo(Theirs) : Is.EqualTo(kept));
        Assert.That(Path.GetFileName(completed.Next.Source.File), Is.EqualTo(written));
    }

    private sealed class Meanwhile(string file) : IObserveOptimization, IObserveDesign
    {
        public void Begins(int candidates) => File.WriteAllText(file, Theirs);

        public void SimulationBegins() => File.WriteAllText(file, Theirs);
    }
}
