namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>What theory says a program must answer. A program that answers something else is not timed.</summary>
internal static class Theory
{
    // Erlang's loss formula at each checkpoint, with what the ones before let pass: see the README.
    private static readonly Dictionary<string, double> Corridor = new()
    {
        ["seized"] = 0.1599,
        ["waved_through"] = 0.0255,
        ["searched"] = 0.3997,
    };

    private const double StandardErrors = 4;
    private const double LastDigit = 0.0001;

    /// <summary>Fails unless the three shares are within four standard errors of theory and the last digit it is stated
    /// to.</summary>
    /// <remarks>Counts by shipment vary about as those of a Poisson process; waves through come in clusters, hence half
    /// as much again.</remarks>
    public static void CheckCorridor(string output, double shipments)
    {
        Dictionary<string, double> answers = Read(output);
        foreach ((string name, double expected) in Corridor)
        {
            Check(name, answers[name], expected, (StandardErrors * Math.Sqrt(1.5 * expected / shipments)) + LastDigit);
        }
    }

    /// <summary>Fails unless the mean wait is within four standard errors of 9.</summary>
    /// <remarks>Asymptotic variance of the mean wait in M/M/1: rho (2 + 5 rho - 4 rho^2 + rho^3) / (1 - rho)^4 (Daley
    /// 1968), 35,900 at rho 0.9.</remarks>
    public static void CheckMm1(string output, double customers) =>
        Check("mean_wait", Read(output)["mean_wait"], 9, StandardErrors * Math.Sqrt(35_900 / customers));

    private static Dictionary<string, double> Read(string output) =>
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1]));

    private static void Check(string name, double answer, double expected, double tolerance)
    {
        if (!(Math.Abs(answer - expected) <= tolerance))
        {
            throw new InvalidOperationException($"{name} is {answer}; theory says {expected}, give or take {tolerance:0.#####}.");
        }
    }
}
