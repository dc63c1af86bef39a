using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Contests made up for figures: two deployments are told apart by the wider of their half-widths.</summary>
internal static class SampleContests
{
    public static IEnumerable<Contest> Of(
        SampleStudy.Case[] cases,
        Measure measure,
        Func<SampleStudy.Case, SampleStudy.Case, Comparison> compare
    )
    {
        SampleStudy.Case[] ranked = [.. cases.Where(c => double.IsFinite(c.Value)).OrderByDescending(c => measure.BetterWhen * c.Value)];
        foreach (Resource? limit in new Resource?[] { null, Resource.OfficerHours, Resource.Money })
        {
            SampleStudy.Case[] entrants = [.. ranked.Where(c => limit is null || Contest.IsNoMore(c.Hours, cases[0].Hours))];
            if (entrants.Length > 1)
            {
                yield return Of(limit, entrants, measure, compare);
            }
        }
    }

    public static IEnumerable<Expansion> Steps(
        SampleStudy.Case[] cases,
        Measure measure,
        Func<SampleStudy.Case, SampleStudy.Case, Comparison> compare
    )
    {
        SampleStudy.Case last = cases.Where(c => Contest.IsNoMore(c.Hours, cases[0].Hours)).MaxBy(c => measure.BetterWhen * c.Value)!;
        var steps = new List<ExpansionStep>();
        foreach (SampleStudy.Case next in cases.OrderBy(c => c.Hours))
        {
            if (next.Hours > last.Hours && measure.BetterWhen * next.Value > measure.BetterWhen * last.Value)
            {
                steps.Add(new ExpansionStep(next.Hours - last.Hours, compare(next, last)));
                last = next;
            }
        }

        return steps.Count == 0 ? [] : [new Expansion(Resource.OfficerHours, steps)];
    }

    private static Contest Of(
        Resource? limit,
        SampleStudy.Case[] entrants,
        Measure measure,
        Func<SampleStudy.Case, SampleStudy.Case, Comparison> compare
    )
    {
        Comparison[] leads = [.. entrants.Skip(1).Select(other => compare(entrants[0], other))];
        string[] tied = [entrants[0].Name, .. leads.Where(c => c.Verdict == Verdict.NoDifferenceThatMatters).Select(c => c.Against)];
        string[] mayBeBest = [entrants[0].Name, .. leads.Where(c => !IsBeyond(c, measure)).Select(c => c.Against)];
        ContestOutcome outcome =
            tied.Length > 1 ? ContestOutcome.Tied
            : mayBeBest.Length == 1 ? ContestOutcome.Won
            : ContestOutcome.NotDecided;
        return new Contest
        {
            Limit = limit,
            Entrants = [.. entrants.Select(e => e.Name)],
            Lead = leads[0],
            Outcome = outcome,
            InFront = outcome == ContestOutcome.Tied ? tied : mayBeBest,
        };
    }

    private static bool IsBeyond(Comparison c, Measure measure) => measure.BetterWhen < 0 ? c.High < 0 : c.Low > 0;
}
