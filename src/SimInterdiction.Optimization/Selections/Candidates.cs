namespace SimInterdiction.Optimization.Selections;

/// <summary>What may be chosen, under which limits.</summary>
public sealed class Candidates
{
    /// <param name="count">How many candidates there are; they go by their index.</param>
    /// <param name="kept">Those that are chosen in any case.</param>
    /// <param name="limits">What all that are chosen must keep to.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit names a candidate that there is not.</exception>
    public Candidates(int count, IReadOnlyCollection<int> kept, IReadOnlyList<Limit> limits)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(limits);
        foreach (int candidate in kept.Concat(limits.SelectMany(limit => limit.Uses.Select(use => use.Candidate))))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(candidate);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(candidate, count);
        }

        Count = count;
        Kept = kept;
        Limits = limits;
        UsesOf = new List<(int, double)>[count];
        for (int i = 0; i < count; i++)
        {
            UsesOf[i] = [];
        }

        for (int limit = 0; limit < limits.Count; limit++)
        {
            foreach ((int candidate, double amount) in limits[limit].Uses)
            {
                UsesOf[candidate].Add((limit, amount));
            }
        }
    }

    public int Count { get; }

    public IReadOnlyCollection<int> Kept { get; }

    public IReadOnlyList<Limit> Limits { get; }

    private List<(int Limit, double Amount)>[] UsesOf { get; }

    /// <summary>The limits that those kept already break: then nothing can be chosen.</summary>
    public IEnumerable<Limit> BrokenByKept => Limits.Where(limit => limit.IsBrokenBy(Kept.Contains));

    /// <summary>Whether a choice has all that is kept and is within all limits.</summary>
    public bool Allow(bool[] chosen) => Kept.All(candidate => chosen[candidate]) && !Limits.Any(limit => limit.IsBrokenBy(i => chosen[i]));

    /// <summary>What a choice leaves of each limit.</summary>
    public double[] LeftBy(bool[] chosen) => [.. Limits.Select(limit => limit.AtMost - limit.UsedBy(i => chosen[i]))];

    /// <summary>Whether one more candidate is within what is left.</summary>
    public bool Fits(int candidate, double[] left) => UsesOf[candidate].TrueForAll(use => use.Amount <= left[use.Limit] + Limit.Rounding);

    /// <summary>The greatest share that a candidate uses of what is left of a limit; very little where it uses
    /// nothing.</summary>
    public double ShareOf(int candidate, double[] left) =>
        UsesOf[candidate]
            .Select(use => use.Amount > 0 ? use.Amount / Math.Max(use.Amount, left[use.Limit]) : 0)
            .Append(Limit.Rounding)
            .Max();

    /// <summary>Takes what a candidate uses from what is left, or gives it back.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="times">1 to take it, -1 to give it back.</param>
    /// <param name="left">What is left of each limit.</param>
    public void Take(int candidate, int times, double[] left)
    {
        foreach ((int limit, double amount) in UsesOf[candidate])
        {
            left[limit] -= times * amount;
        }
    }
}

/// <summary>What all that is chosen may use together.</summary>
/// <param name="Name">What it limits, as whoever set it calls it.</param>
/// <param name="Uses">How much each candidate uses, at least 0; others use nothing.</param>
/// <param name="AtMost">How much may be used.</param>
public sealed record Limit(string Name, IReadOnlyList<(int Candidate, double Amount)> Uses, double AtMost)
{
    /// <summary>Sums may pass a limit by this, which is rounding.</summary>
    public const double Rounding = 1e-6;

    /// <summary>How much a choice uses.</summary>
    public double UsedBy(Func<int, bool> isChosen) => Uses.Sum(use => isChosen(use.Candidate) ? use.Amount : 0);

    /// <summary>Whether a choice uses more than there is.</summary>
    public bool IsBrokenBy(Func<int, bool> isChosen) => UsedBy(isChosen) > AtMost + Rounding;
}
