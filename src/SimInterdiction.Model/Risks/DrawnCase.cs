using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Risks;

/// <summary>What chance may draw at one time for the rotations of a deployment, all together.</summary>
/// <param name="Chance">How likely it is.</param>
/// <param name="Parts">Of each rotation, which of its parts is drawn; <see cref="Elsewhere"/> for one that has no team
/// here.</param>
internal sealed record DrawnCase(double Chance, IReadOnlyList<(Rotation Rotation, int Part)> Parts)
{
    private const int Elsewhere = -1;

    // Rotations that would make more are not told apart: their teams are taken to be at each place by a chance of its
    // own.
    private const int MostCases = 64;

    private const double Negligible = 1e-12;

    /// <summary>All cases of some teams; one where nothing rotates by chance.</summary>
    public static IReadOnlyList<DrawnCase> Of(IEnumerable<Station> teams)
    {
        IReadOnlyList<DrawnCase> cases = [new DrawnCase(1, [])];
        foreach (
            IGrouping<Rotation, Station> its in teams
                .Where(team => team.Rules.Rotation is { Rotation.IsByChance: true })
                .GroupBy(team => team.Rules.Rotation!.Rotation, (IEqualityComparer<Rotation>)ReferenceEqualityComparer.Instance)
        )
        {
            // A team that is in one place only is there or not, whatever else is drawn.
            int[] parts = [.. its.SelectMany(team => team.Rules.Rotation!.Parts).Distinct().Order()];
            if (its.Count() > 1 && cases.Count * (parts.Length + 1) <= MostCases)
            {
                cases = [.. cases.SelectMany(each => each.With(its.Key, parts))];
            }
        }

        return cases;
    }

    /// <summary>Whether a team that rotates is here; null where it doesn't, or where only its chance is
    /// known.</summary>
    public bool? IsHere(Station team)
    {
        foreach ((Rotation rotation, int part) in Parts)
        {
            if (ReferenceEquals(team.Rules.Rotation?.Rotation, rotation))
            {
                return team.Rules.Rotation.Parts.Contains(part);
            }
        }

        return null;
    }

    private IEnumerable<DrawnCase> With(Rotation rotation, int[] parts) =>
        parts
            .Select(part => (Part: part, Chance: rotation.ShareOf(part)))
            .Append((Part: Elsewhere, Chance: 1 - parts.Sum(rotation.ShareOf)))
            .Where(each => each.Chance > Negligible)
            .Select(each => new DrawnCase(Chance * each.Chance, [.. Parts, (rotation, each.Part)]));
}
