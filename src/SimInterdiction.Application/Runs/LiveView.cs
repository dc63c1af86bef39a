using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Application.Runs;

/// <summary>When to show what a study comes to so far: that is worked out anew each time while simulating waits, so it
/// may take a hundredth of the time at most. What comes first is shown at once.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class LiveView(TimeProvider clock)
{
    private const double LeastSecondsBetween = 0.5;
    private const double PauseForEachSecondOfWork = 100;

    private long last;
    private double pause;
    private int? shown;

    /// <summary>Shows it now, unless it is too early.</summary>
    /// <param name="progress">The study, while its callback runs.</param>
    /// <param name="show">Works it out and shows it.</param>
    public void Show(StudyProgress progress, Action show)
    {
        bool isFirst = shown is null || (shown == 0 && progress.Done > 0);
        bool isDue = isFirst || clock.GetElapsedTime(last).TotalSeconds >= Math.Max(pause, LeastSecondsBetween);
        if (!isDue && progress.Done < progress.Asked)
        {
            return;
        }

        long began = clock.GetTimestamp();
        show();
        last = clock.GetTimestamp();
        pause = clock.GetElapsedTime(began, last).TotalSeconds * PauseForEachSecondOfWork;
        shown = progress.Done;
    }
}
