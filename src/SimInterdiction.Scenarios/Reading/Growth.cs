using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Counts the values that copying makes of few: a thousand deployments based on one of a thousand postings are
/// a million.</summary>
internal sealed class Growth(ProblemList problems)
{
    private long values;

    public bool IsTooMuch => values > Limits.Values;

    /// <summary>Counts one copy in; reports the one that is too much.</summary>
    public void Add(Node copy, Mark mark)
    {
        if (IsTooMuch)
        {
            return;
        }

        values += copy.Size;
        if (IsTooMuch)
        {
            problems.Error("S016", mark, $"the scenario has more than {Limits.Values:N0} values once all copies are written out");
        }
    }
}
