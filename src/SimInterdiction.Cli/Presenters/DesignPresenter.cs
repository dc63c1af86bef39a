using System.Diagnostics;
using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Folders;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says on the error stream what an analysis of many settings will cost, what of it was simulated before and,
/// on a terminal, how far it is.</summary>
/// <param name="saysVerdict">Whether to say that the file is good.</param>
/// <param name="isQuiet">Whether to say nothing but what is wrong.</param>
/// <param name="error">Where to.</param>
internal class DesignPresenter(bool saysVerdict, bool isQuiet, TextWriter error) : IObserveDesign, IDisposable
{
    private const double SecondsOfStart = 3;

    private const double SecondsToJudgeBy = 10;

    private readonly List<ArmContent> contents = [];
    private string folder = string.Empty;
    private string? verdict;
    private ProgressLine? line;
    private bool hasSaidReuse;
    private bool hasSaidDuration;
    private (long Time, double Done)? started;

    protected TextWriter Error => error;

    public void Read(ScenarioReading reading)
    {
        if (!isQuiet)
        {
            ScenarioInput.PrintProblems(reading, error);
        }

        verdict = saysVerdict ? ScenarioInput.Verdict(reading) : null;
    }

    public void Waiting(string path) => RefusalPresenter.Waiting(path, error);

    public void Chose(ChosenDeployment chosen) =>
        Say(
            $"Analysing {chosen.Name}: out of {chosen.Of} deployments, the answer names it first after {chosen.Replications} replications "
                + "at best guess. Use --deployment to choose another."
        );

    public void Planned(DesignPlan plan)
    {
        folder = plan.Folder;
        Say(Cost(plan));
        Say("Ctrl-C is safe: run the same command again to carry on.");
    }

    public void SimulationBegins() => line = isQuiet ? null : ProgressLine.Begin();

    public void Opened(StoreContent content)
    {
        contents.AddRange(content.Arms);
        foreach (string words in StoreWords.Damaged(content))
        {
            Say(words);
        }
    }

    public void Progressed(WorkProgress progress, int simulated)
    {
        if (simulated > 0)
        {
            SayReuse();
            SayDuration(progress);
        }

        line?.Show(progress);
    }

    public void SimulationEnds(StoreUse use)
    {
        Dispose();
        if (use.Simulated > 0)
        {
            SayReuse();
        }
        else if (use.NotSaved is null && StoreWords.All(contents, folder) is { } words)
        {
            Say(words);
        }
    }

    /// <summary>Says how it goes with the machines that simulate.</summary>
    public void SayOfMachines(string words) => Say(words);

    public void Dispose()
    {
        line?.Dispose();
        line = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Says that it was stopped.</summary>
    /// <param name="wasWaiting">Whether while another process was waited for.</param>
    /// <param name="holdsReplications">Whether any replication is saved.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    protected int Stopped(bool wasWaiting, bool holdsReplications)
    {
        error.WriteLine(
            wasWaiting ? "Stopped while waiting; nothing was simulated."
            : !holdsReplications ? "Stopped; nothing was saved."
            : "Stopped; the replications done so far are saved. To carry on, run the same command again."
        );
        return ExitCode.StoppedAndSaved;
    }

    /// <summary>Says that not everything could be saved.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    protected int NotSaved(SaveFailure why)
    {
        error.WriteLine($"simint: Not everything could be saved: {SaveWords.Of(why)}.");
        return ExitCode.RunFailed;
    }

    /// <summary>Says that other machines could not simulate all of it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    protected int NotSimulated(ExecutionFault why)
    {
        foreach (string words in ClusterWords.Of(why))
        {
            error.WriteLine(words);
        }

        return ExitCode.RunFailed;
    }

    /// <summary>Says that the scenario can't be simulated at some setting.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    protected int Failed(string why)
    {
        error.WriteLine($"simint: {Shortened.Sentence(why)}");
        return ExitCode.RunFailed;
    }

    private static string Cost(DesignPlan plan)
    {
        string deployments = Plain.Count(plan.Deployments, "deployment");
        string cores = plan.IsElsewhere ? "other machines" : Plain.Count(plan.Threads, "core");
        string more = plan.MorePerInput > 0 ? $", and up to {plan.MorePerInput} more settings for each input that changes the answer" : "";
        string about =
            !plan.IsRough ? ""
            : plan.Trial is null ? "About "
            : "about ";
        string missing = plan.MissingShare < 1 ? " for what is not kept yet" : "";
        string time =
            plan.MissingShare <= 0 ? ", which are kept already"
            : plan.MeasuredSeconds is { } measured ? $": about {CostWords.Duration(measured)}{missing}, measured at a few settings"
            : plan.Seconds is not { } seconds ? ""
            : plan.IsElsewhere ? $": some {Estimated(seconds)} of one core{missing}, as estimated from the file"
            : $": some {Estimated(seconds / plan.Threads)}{missing}, as estimated from the file";
        string averages =
            $"{about}{plan.Settings:N0} settings x {deployments} x {plan.Replications:N0} replications on {cores}{more}{time}.";
        return plan.Trial is { } trial ? $"{Tried(trial, deployments)}; then {averages}" : averages;
    }

    // The estimate knows of shipments, not of the program's start and its first, slow replications.
    private static string Estimated(double seconds) => CostWords.Duration(Math.Ceiling(seconds + SecondsOfStart));

    // Fewer than would be enough are all tried.
    private static string Tried(TrialPlan trial, string deployments) =>
        trial.Enough < trial.MostSettings
            ? $"Up to {trial.MostSettings:N0} settings x {deployments}, one period each, until {trial.Enough:N0} fit"
            : $"{Plain.Count(trial.MostSettings, "setting")} x {deployments}, one period each";

    private void SayReuse()
    {
        if (!hasSaidReuse && StoreWords.First(contents, folder) is { } words)
        {
            Say(words);
            hasSaidReuse = true;
        }
    }

    // The first seconds of a part of the work tell; settings differ, so the number is a rough one. On a terminal the
    // line says it, and better.
    private void SayDuration(WorkProgress progress)
    {
        if (started is null || progress.Done < started.Value.Done)
        {
            started = (Stopwatch.GetTimestamp(), progress.Done);
        }

        double elapsed = Stopwatch.GetElapsedTime(started.Value.Time).TotalSeconds;
        if (line is null && !hasSaidDuration && elapsed >= SecondsToJudgeBy && progress.Done > started.Value.Done)
        {
            hasSaidDuration = true;
            double seconds = elapsed * (progress.All - progress.Done) / (progress.Done - started.Value.Done);
            Say(
                seconds < 90 ? $"About {Math.Max(1, Math.Round(seconds)):0} s to go." : $"About {Math.Round(seconds / 60):0} minutes to go."
            );
        }
    }

    private void Say(string words)
    {
        if (isQuiet)
        {
            return;
        }

        // Before all else, once nothing was refused.
        if (verdict is not null)
        {
            error.WriteLine(verdict);
            verdict = null;
        }

        if (line is null)
        {
            error.WriteLine(words);
        }
        else
        {
            line.Say(words);
        }
    }
}
