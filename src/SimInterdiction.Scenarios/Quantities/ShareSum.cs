using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Whether shares that belong together add up.</summary>
internal static class ShareSum
{
    private const double Tolerated = 0.001;
    private const double Unnoticed = 1e-8;

    /// <summary>Whether they may be normalised: they miss the whole by at most 0.1 points (a warning above 0.000001
    /// points).</summary>
    public static bool Check(double sum, Mark mark, string what, ProblemList problems)
    {
        double miss = Math.Abs(sum - 1);

        // Shares such as 33.3% three times miss by 0.1 points in decimals and a hair more in binary.
        if (!(miss <= Tolerated + 1e-12))
        {
            problems.Error(
                "S140",
                mark,
                $"{what} add up to {Percent(sum)}, not 100%",
                hint: sum > 1 ? $"remove {Percent(sum - 1)}" : $"{Percent(1 - sum)} is missing"
            );
            return false;
        }

        if (miss > Unnoticed)
        {
            problems.Warning("S141", mark, $"{what} add up to {Percent(sum)}; they are scaled to 100%");
        }

        return true;
    }

    private static string Percent(double share) => $"{NumberText.Show(share * 100)}%";
}
