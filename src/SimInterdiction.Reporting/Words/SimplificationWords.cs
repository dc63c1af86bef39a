using SimInterdiction.Model.Expectations;

namespace SimInterdiction.Reporting.Words;

/// <summary>What an expectation leaves out, in a sentence each.</summary>
public static class SimplificationWords
{
    /// <summary>Of several expectations, each once.</summary>
    public static IEnumerable<string> Of(IEnumerable<ExpectedSeizures> expected) =>
        expected.SelectMany(each => each.Simplifications).Distinct().Order().Select(Of);

    private static string Of(Simplification simplification) =>
        simplification switch
        {
            Simplification.Adaptation => "What organizations do about the teams is left out.",
            Simplification.Leads => "Leads are left out.",
            Simplification.Cases => "Cases of the trafficking group are left out.",
            Simplification.FullLanes =>
                "More than a tenth of what a team stops finds its lanes full: how often is taken from the formula of the "
                    + "long run, which a short shift does not reach.",
            Simplification.Waits =>
                "Vehicles that still wait for a lane when a shift ends go free: that is left out, so that less is found than expected.",
            Simplification.Referrals => "Vehicles are taken to reach secondary inspection at random, one independent of the other: what is "
                + "found there is an approximation, in trials up to 7% too low.",
            Simplification.Rotations =>
                "Many teams rotate at random on one road: some of them are taken to be at each place by a chance of its own.",
            _ => throw new ArgumentOutOfRangeException(nameof(simplification), simplification, "It has no words."),
        };
}
