namespace SimInterdiction.Experiments.Oracles;

/// <summary>Theory against simulation, for every law that was asked about.</summary>
/// <param name="Families">The laws by the part of the model they are about; families nothing was asked about are left
/// out.</param>
/// <param name="Seed">What was added to the seed of each law's scenario.</param>
/// <param name="IsComplete">Whether every law asked about was checked; not where it was stopped.</param>
public sealed record Certificate(IReadOnlyList<CertifiedFamily> Families, long Seed, bool IsComplete)
{
    public IEnumerable<CertifiedLaw> Laws => Families.SelectMany(family => family.Laws);

    public int Checks => Laws.Sum(law => law.Checks);

    public int Agreeing => Laws.Sum(law => law.Agreeing);

    /// <summary>Checks that chance can fail.</summary>
    public int ChecksByChance => Laws.Sum(law => law.Numbers.Count(n => !n.Expectation.IsExact));

    /// <summary>At most how likely it is that chance alone makes at least one check of a correct program disagree
    /// (Bonferroni).</summary>
    public double ChanceOfAnyDisagreeing => Math.Min(1, ChecksByChance * OracleCheck.ErrorRate);
}

public sealed record CertifiedFamily(string Title, IReadOnlyList<CertifiedLaw> Laws);

/// <summary>A law and what came of checking it.</summary>
/// <param name="Name">As in commands.</param>
/// <param name="Law">In a sentence.</param>
/// <param name="Source">Where what theory says comes from.</param>
/// <param name="Replications">How often was simulated; 0 where the law is about no scenario.</param>
/// <param name="Numbers">Numbers that theory gives.</param>
/// <param name="Exact">What must come out exactly.</param>
public sealed record CertifiedLaw(
    string Name,
    string Law,
    string Source,
    int Replications,
    IReadOnlyList<OracleCheck> Numbers,
    IReadOnlyList<ExactCheck> Exact
)
{
    public int Checks => Numbers.Count + Exact.Count;

    public int Agreeing => Numbers.Count(n => n.Agrees) + Exact.Count(e => e.Agrees);
}
