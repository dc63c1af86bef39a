using System.CommandLine;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint explain</c>: more about a problem code, a key or a measure.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var topic = new Argument<string>("TOPIC")
        {
            Description = "A problem code (S120), a key (risk_aversion) or a measure (seizure_rate).",
        };
        var command = new Command("explain", "Explains a problem code, a key of scenario files, or a measure.") { topic };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(topic)!;
            if (ProblemCatalog.Find(name) is { } problem)
            {
                output.WriteLine(ExplanationText.Of(problem));
                return ExitCode.Ok;
            }

            string? key = KeyExplanations.Of(name);
            if (key is not null)
            {
                output.WriteLine(key);
            }

            if (MeasureCatalog.Find(name) is { } measure)
            {
                output.WriteLine($"{measure.Name}: {measure.Label}");
                output.WriteLine($"  {measure.Meaning}");
                output.WriteLine($"  {Writing(measure)}");
                output.WriteLine(
                    measure.Estimator switch
                    {
                        Estimator.Ratio => "  Estimated as a ratio of sums over the replications, with a delta-method interval.",
                        Estimator.Pooled => "  Estimated against the baseline from all replications together, with a jackknife interval.",
                        _ => "  Estimated as the mean over the replications, with a t interval.",
                    }
                );
                if (measure.Searched is not null)
                {
                    output.WriteLine(
                        $"  The luck of the searches is taken out of it, from {ControlledMoments.FewestReplications} "
                            + "replications on: intervals are narrower for it, and no average is biased."
                    );
                }

                return ExitCode.Ok;
            }

            if (key is not null)
            {
                return ExitCode.Ok;
            }

            IEnumerable<string> known =
            [
                .. ProblemCatalog.All.Select(p => p.Code),
                .. MeasureCatalog.All.Select(m => m.Name),
                .. KeyExplanations.Names,
            ];
            string hint = (Called(name) ?? Names.DidYouMean(name, known)) is { } meant ? $": {meant}" : ".";
            error.WriteLine($"simint: '{Shortened.Text(name)}' is no problem code, key or measure{hint} See 'simint list'.");
            return ExitCode.Usage;
        });
        return command;
    }

    // Tables and figures show the label of a measure, not its name.
    private static string? Called(string label) =>
        MeasureCatalog.All.FirstOrDefault(m => Plain(m.Label) == Plain(label)) is { } measure ? $"did you mean '{measure.Name}'?" : null;

    private static string Plain(string label) => label.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();

    /// <summary>How a number is written where it meets the measure: "Written as: 15%; a difference as: 0.2
    /// points."</summary>
    public static string Writing(Measure measure) =>
        $"Written as: {measure.Unit.Example}"
        + $"{(measure.Unit.ExampleOfDifference is { } difference ? $"; a difference as: {difference}" : string.Empty)}.";
}
