using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Running;

/// <summary><c>simint run --dry-run</c>: a few replications, to say what the whole run will take and what it will be
/// able to tell. Nothing is saved.</summary>
internal sealed class DryRun(RunRequest request, ScenarioReading reading, TextWriter output)
{
    private const int MostReplications = 50;
    private const int FewestReplications = 5;
    private const double LongestSeconds = 5;

    // After which it says what it has, however little.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Scenario scenario = reading.Scenario!;

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        int asked = request.Replications ?? scenario.Experiment.Replications;
        var clock = Stopwatch.StartNew();
        (double Seconds, int Done) first = default;
        (double Seconds, int Done) last = default;
        using var signal = new StopSignal();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signal.Token);
        stop.CancelAfter(Patience);
        StudyResult probe = Study.Run(
            scenario with
            {
                Experiment = scenario.Experiment with { Choose = Choosing.None },
            },
            request.ToOptions(reading) with
            {
                Replications = Math.Min(asked, MostReplications),
            },
            Watch,
            stop.Token
        );
        output.WriteLine(
            $"Dry run: {Plain.Count(probe.Replications, "replication")} of "
                + $"{Plain.Count(probe.Deployments.Count, "deployment")} on {Plain.Count(request.Threads, "core")}; nothing was "
                + "saved."
        );
        if (signal.WasAsked)
        {
            output.WriteLine("Stopped before it could tell anything.");
            return ExitCode.StoppedAndSaved;
        }

        if (probe.Failed.Count == 0 && probe.Replications < 2 && clock.Elapsed >= Patience)
        {
            // So much that it can't be measured; then it is estimated.
            var cost = StudyCost.Of(scenario, asked, request.Only.Count > 0 ? request.Only : null);
            output.WriteLine(
                $"  Time    more than {Patience.TotalSeconds:0} s for two replications; as estimated from the file, about "
                    + $"{CostWords.Duration(cost.Seconds / request.Threads)}"
            );
            output.WriteLine($"          for {CostWords.WhatTakesLong(cost)}");
            return ExitCode.Ok;
        }

        if (probe.Replications < 2)
        {
            output.WriteLine("That is too few to tell anything.");
            return ExitCode.RunFailed;
        }

        // From the second replication on: the first includes the program's start.
        double perReplication =
            last.Done > first.Done ? (last.Seconds - first.Seconds) / (last.Done - first.Done) : last.Seconds / last.Done;
        output.WriteLine(
            $"  Time    about {Duration(perReplication * asked)} for {Plain.Count(asked, "replication")}, and some seconds for figures"
        );
        output.WriteLine($"  Memory  about {Memory(probe, asked):0.0} GB");
        foreach (
            string line in WhatItTells(StudyForecast.Of(probe, asked))
                .SelectMany(line => TerminalTable.Wrap(line.TrimStart(), line.StartsWith(' ') ? "  " : string.Empty))
        )
        {
            output.WriteLine(line);
        }

        return ExitCode.Ok;

        void Watch(StudyProgress progress)
        {
            last = (clock.Elapsed.TotalSeconds, progress.Done);
            first = first.Done == 0 ? last : first;
            if (progress.Done >= FewestReplications && last.Seconds > LongestSeconds)
            {
                stop.Cancel();
            }
        }
    }

    private IEnumerable<string> WhatItTells(StudyForecast forecast)
    {
        if (forecast.Comparisons.Count == 0)
        {
            yield break;
        }

        Measure measure = MeasureCatalog.Find(scenario.Experiment.Measure)!;
        MeasureScale scale = MeasureScale.Of(measure);
        ForecastComparison easiest = forecast.Comparisons.MinBy(c => c.Detectable)!;
        ForecastComparison hardest = forecast.Comparisons.MaxBy(c => c.Detectable)!;
        string range =
            forecast.Comparisons.Count == 1
                ? $"about {Rounded(scale, easiest.Detectable)}"
                : $"about {Rounded(scale, easiest.Detectable)} ({easiest.Deployment}) to {Rounded(scale, hardest.Detectable)} "
                    + $"({hardest.Deployment})";
        yield return $"Smallest difference from {scenario.Baseline} that is found in 4 of 5 such runs ({Plain.Small(measure.Label)}):";
        yield return $"  {range}";
        double threshold = scenario.Experiment.SmallestDifferenceThatMatters;
        if (threshold > 0)
        {
            int? needed =
                forecast.Comparisons.Max(c => c.ReplicationsForThreshold ?? int.MaxValue) is var most && most == int.MaxValue ? null : most;
            yield return hardest.Detectable <= threshold
                ? $"That is enough for {scale.ThatMatter(threshold)}: about {needed:N0} replications would do."
                : $"For {scale.ThatMatter(threshold)}, about {(needed is { } n ? $"{n:N0}" : "too many")} replications are needed.";
        }
    }

    private static string Rounded(MeasureScale scale, double difference)
    {
        double shown = difference * scale.Factor;
        double place = Math.Pow(10, Math.Floor(Math.Log10(shown)) - 1);
        return scale.Exact(Math.Round(shown / place) * place / scale.Factor);
    }

    // What the process took, and eight bytes for each total of each replication that is kept for percentiles and pairs.
    private static double Memory(StudyResult probe, int asked)
    {
        using var process = Process.GetCurrentProcess();
        double perReplication =
            8.0 * ReplicationRecord.TotalCount * probe.Deployments.Count * (probe.IsAdaptive ? 2 + probe.Adversaries.Count : 1);
        return (process.PeakWorkingSet64 + (perReplication * asked)) / 1e9;
    }

    private static string Duration(double seconds) =>
        seconds switch
        {
            < 90 => $"{Math.Max(1, Math.Round(seconds)):0} s",
            < 5400 => $"{seconds / 60:0} minutes",
            _ => $"{seconds / 3600:0.#} hours",
        };
}
