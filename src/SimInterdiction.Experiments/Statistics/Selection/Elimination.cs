using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>A selection by <see cref="KimNelson"/> after its first stage: at each look, the systems that are clearly
/// behind drop out.</summary>
/// <remarks>
/// Looks may be after every replication or more seldom: how far a system may be behind is a fixed function of the
/// number of replications, and looking at fewer of them makes a wrong step no likelier (Jennison, Johnstone and
/// Turnbull 1982), only the selection somewhat later.
/// </remarks>
public sealed class Elimination
{
    private readonly KimNelson procedure;
    private readonly double[,] variances;
    private readonly double squaredConstant;

    internal Elimination(KimNelson procedure, double[,] variances, double squaredConstant)
    {
        this.procedure = procedure;
        this.variances = variances;
        this.squaredConstant = squaredConstant;
    }

    /// <summary>The survivors that remain after a look, in their order; at least one.</summary>
    /// <param name="survivors">Those that remained after the look before.</param>
    /// <param name="mean">Of a survivor, over all replications so far; more is better.</param>
    /// <param name="replications">How many of each survivor there are, those of the first stage included.</param>
    public IReadOnlyList<int> Remaining(IReadOnlyList<int> survivors, Func<int, double> mean, int replications)
    {
        int[] remaining = [.. survivors.Where(i => survivors.All(j => j == i || Tolerance.IsAtMost(mean(j) - MayBeBehind(i, j), mean(i))))];

        // Exactly equal to the end: from there on more replications tell no difference that matters, and the first is
        // as good.
        bool isOver = survivors.All(i => survivors.All(j => j == i || MayBeBehind(i, j) == 0));
        return isOver ? remaining[..1] : remaining;

        double MayBeBehind(int i, int j) => procedure.MayBeBehind(squaredConstant, variances[i, j], replications);
    }
}
