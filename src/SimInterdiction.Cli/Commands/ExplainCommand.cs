using System.CommandLine;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint explain</c>: more about a problem code or a measure.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var topic = new Argument<string>("TOPIC") { Description = "A problem code (S120) or a measure (seizure_rate)." };
        var command = new Command("explain", "Explains a problem code or a measure.") { topic };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(topic)!;
            if (ProblemCatalog.Find(name) is { } problem)
            {
                output.WriteLine(ProblemCatalog.Explain(problem));
                return ExitCode.Ok;
            }

            if (MeasureCatalog.Find(name) is { } measure)
            {
                output.WriteLine($"{measure.Name}: {measure.Label}");
                output.WriteLine($"  {measure.Meaning}");
                output.WriteLine($"  {Writing(measure)}");
                output.WriteLine(measure.Estimator == Estimator.Ratio
                    ? "  Estimated as a ratio of sums over the replications, with a delta-method interval."
                    : "  Estimated as the mean over the replications, with a t interval.");
                if (measure.Searched is not null)
                {
                    output.WriteLine($"  The luck of the searches is taken out of it, from {ControlledMoments.FewestReplications} replications on: intervals are narrower for it, and no average is moved.");
                }

                return ExitCode.Ok;
            }

            error.WriteLine($"simint: '{name}' is neither a problem code nor a measure. See 'simint list'.");
            return ExitCode.Usage;
        });
        return command;
    }

    /// <summary>How a number is written where it meets the measure: "Written 15%, a difference 0.2 points."</summary>
    public static string Writing(Measure measure) =>
        $"Written {measure.Unit.Example}{(measure.Unit.ExampleOfDifference is { } difference ? $", a difference {difference}" : string.Empty)}.";
}
