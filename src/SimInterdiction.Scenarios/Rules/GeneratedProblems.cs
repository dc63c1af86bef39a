using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What rules find in deployments that <c>move</c> makes: told once of each kind, where they were asked for,
/// with how many of them it is true of. What they have from the deployment that they are based on is told of that
/// one.</summary>
/// <param name="asked">The names of such deployments, each with where it was asked for.</param>
/// <param name="problems">Takes what is told.</param>
internal sealed class GeneratedProblems(IReadOnlyDictionary<string, Mark> asked, ProblemList problems)
{
    private const int MostNamed = 3;

    private readonly List<Found> found = [];

    /// <summary>Takes what is wrong with one deployment, generated or not.</summary>
    public ITakeProblems Of(string deployment) => asked.ContainsKey(deployment) ? new Taker(found, deployment) : problems;

    /// <summary>Tells what was found since it was told last.</summary>
    public void Tell()
    {
        Found[] own = [.. found.Where(each => !problems.IsTold(each.Code, each.Mark, each.Message))];
        found.Clear();
        foreach (IGrouping<(string Code, bool IsError), Found> kind in own.GroupBy(each => (each.Code, each.IsError)))
        {
            Found first = kind.First();
            Mark mark = asked[first.Deployment];
            string message = first.Message + Where([.. kind]);
            if (first.IsError)
            {
                problems.Error(first.Code, mark, message, first.Allowed, first.Hint);
            }
            else
            {
                problems.Warning(first.Code, mark, message, first.Hint);
            }
        }
    }

    private string Where(Found[] kind)
    {
        Found first = kind[0];
        string[] names = [.. kind.Select(each => each.Deployment).Distinct()];
        bool isOne = Array.TrueForAll(kind, each => each.Message == first.Message);
        string deployments = $"in {names.Length} of {asked.Count} generated deployments";
        string which = first.Message.Contains($"'{first.Deployment}'", StringComparison.Ordinal)
            ? string.Empty
            : $", in '{first.Deployment}'";
        return names.Length == 1 ? which
            : isOne ? $" ({deployments}: {Names.Few(names, MostNamed)})"
            : $"{which} (alike {deployments})";
    }

    private sealed record Found(string Deployment, bool IsError, string Code, Mark Mark, string Message, string? Allowed, string? Hint);

    private sealed class Taker(List<Found> found, string deployment) : ITakeProblems
    {
        public void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null) =>
            found.Add(new Found(deployment, IsError: true, code, mark, message, allowed, hint));

        public void Warning(string code, Mark mark, string message, string? hint = null) =>
            found.Add(new Found(deployment, IsError: false, code, mark, message, null, hint));
    }
}
