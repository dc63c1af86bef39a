using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says what a run will take and what it will be able to tell.</summary>
/// <param name="threads">On how many threads.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class DryRunPresenter(int threads, TextWriter output, TextWriter error) : IObserveScenario
{
    public void Read(ScenarioReading reading) => ScenarioInput.PrintProblems(reading, error);

    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(DryRunOutcome outcome)
    {
        switch (outcome)
        {
            case DryRunOutcome.Refused { Why: { } why }:
                return RefusalPresenter.Tell(why, error);
            case DryRunOutcome.Stopped { Tried: { } tried }:
                SayWhatWasTried(tried);
                output.WriteLine("Stopped before it could tell anything.");
                return ExitCode.StoppedAndSaved;
            case DryRunOutcome.TooFew { Tried: { } tried }:
                SayWhatWasTried(tried);
                output.WriteLine("That is too few to tell anything.");
                return ExitCode.RunFailed;
            case DryRunOutcome.TooLong tooLong:
                SayWhatWasTried(tooLong.Tried);
                output.WriteLine(
                    $"  Time    more than {tooLong.Patience.TotalSeconds:0} s for two replications; as estimated from the file, about "
                        + $"{CostWords.Duration(tooLong.Cost.Seconds / threads)}"
                );
                output.WriteLine($"          for {CostWords.WhatTakesLong(tooLong.Cost)}");
                foreach (
                    string line in TerminalTable.Wrap(
                        "How small a difference it will find can't be told: that takes two replications, which take too long to try.",
                        string.Empty
                    )
                )
                {
                    output.WriteLine(line);
                }

                return ExitCode.Ok;
            case DryRunOutcome.Completed completed:
                SayWhatWasTried(completed.Tried);
                Tell(completed);
                return ExitCode.Ok;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Tell(DryRunOutcome.Completed dry)
    {
        output.WriteLine(
            $"  Time    about {Duration(dry.Seconds)} for {Plain.Count(dry.Asked, "replication")}, and some seconds for figures"
        );
        output.WriteLine($"  Memory  about {CostWords.Bytes(dry.MemoryBytes)}");
        HashSet<string> tried = [.. dry.Tried.Deployments.Select(d => d.Name)];
        var preview = ScenarioPreview.Of(dry.Tried.Scenario);
        foreach (
            string line in PreviewLines.Costs(preview with { Deployments = [.. preview.Deployments.Where(d => tried.Contains(d.Name))] })
        )
        {
            output.WriteLine(line);
        }

        foreach (
            string line in WhatItTells(dry)
                .SelectMany(line => TerminalTable.Wrap(line.TrimStart(), line.StartsWith(' ') ? "  " : string.Empty))
        )
        {
            output.WriteLine(line);
        }
    }

    private void SayWhatWasTried(StudyResult tried) =>
        output.WriteLine(
            $"Dry run: {Plain.Count(tried.Replications, "replication")} of "
                + $"{Plain.Count(tried.Deployments.Count, "deployment")} on {Plain.Count(threads, "core")}; nothing was "
                + "saved."
        );

    private static IEnumerable<string> WhatItTells(DryRunOutcome.Completed dry)
    {
        StudyForecast forecast = dry.Forecast;
        if (forecast.Comparisons.Count == 0)
        {
            if (dry.Tried.Comparisons.Count > 0)
            {
                yield return "How small a difference it will find can't be told: none varied in what was tried.";
            }

            yield break;
        }

        ExperimentPlan plan = dry.Tried.Scenario.Experiment;
        var view = new StudyView(dry.Tried);
        MeasureScale scale = MeasureScale.Of(dry.Tried.Measure, plan.SmallestDifferenceThatMatters);
        string[] names = [.. view.InOrder.Select(d => d.Name)];
        ForecastComparison[] compared = [.. forecast.Comparisons.OrderBy(c => Array.IndexOf(names, c.Deployment))];
        ForecastComparison easiest = compared.MinBy(c => c.Detectable)!;
        ForecastComparison hardest = compared.MaxBy(c => c.Detectable)!;
        (string least, string most) = (Rounded(scale, easiest.Detectable), Rounded(scale, hardest.Detectable));
        string range = least == most ? least : $"{least} ({easiest.Deployment}) to {most} ({hardest.Deployment})";
        yield return $"Smallest difference from {dry.Tried.Scenario.Baseline} that is found in 4 of 5 such runs "
            + $"({Plain.Small(dry.Tried.Measure.Label)}):";
        yield return $"  {(range.StartsWith("less", StringComparison.Ordinal) ? range : $"about {range}")}";
        string? ahead = LuckWords.Ahead(dry.Tried);
        bool isLess = ahead is not null;
        if (isLess)
        {
            yield return $"{ahead}; what is said here is without that.";
        }

        double threshold = plan.SmallestDifferenceThatMatters;
        if (threshold > 0)
        {
            int? needed =
                compared.Max(c => c.ReplicationsForThreshold ?? int.MaxValue) is var enough && enough == int.MaxValue ? null : enough;
            yield return hardest.Detectable <= threshold
                ? $"That is enough for {scale.ThatMatter(threshold)}: about {DecidingWords.Rounded(needed!.Value)} replications would do."
            : needed is not { } n ? $"For {scale.ThatMatter(threshold)}, too many replications are needed."
            : $"For {scale.ThatMatter(threshold)}, {(isLess ? "at most" : "about")} {DecidingWords.Rounded(n)} replications are needed.";
        }
    }

    // To two digits, and none finer than what matters.
    private static string Rounded(MeasureScale scale, double difference)
    {
        int place = (int)Math.Floor(Math.Log10(difference * scale.Factor)) - 1;
        return (scale with { Place = Math.Max(place, scale.Finest ?? place) }).Size(difference, low: null, high: null);
    }

    private static string Duration(double seconds) =>
        seconds switch
        {
            < 90 => $"{Math.Max(1, Math.Round(seconds)):0} s",
            < 5400 => $"{seconds / 60:0} minutes",
            _ => $"{seconds / 3600:0.#} hours",
        };
}
