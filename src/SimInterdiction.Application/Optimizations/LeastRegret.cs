namespace SimInterdiction.Application.Optimizations;

/// <summary>Which of several loses least, whatever is the case.</summary>
internal static class LeastRegret
{
    /// <summary>How much less each is worth than the best of all in the same case.</summary>
    /// <param name="worths">What each is worth, in every case.</param>
    public static double[][] Losses(double[][] worths)
    {
        double[] best = [.. worths[0].Select((_, at) => worths.Max(each => each[at]))];
        return [.. worths.Select(each => each.Select((worth, at) => best[at] - worth).ToArray())];
    }

    /// <summary>All in the order of the most that they lose; of equals, what is lost in the first case decides, then
    /// their order.</summary>
    /// <param name="losses">As <see cref="Losses"/> says.</param>
    /// <returns>Their indices.</returns>
    public static int[] Order(double[][] losses) =>
        [.. Enumerable.Range(0, losses.Length).OrderBy(i => losses[i].Max()).ThenBy(i => losses[i][0]).ThenBy(i => i)];
}
