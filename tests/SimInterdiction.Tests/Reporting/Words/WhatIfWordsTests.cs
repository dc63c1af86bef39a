using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What a question does to verdicts and winner: a verdict that was open does not change by being
/// decided.</summary>
public sealed class WhatIfWordsTests
{
    private static readonly StudyResult Sample = SampleStudy.Make([
        new("Today", .020, .0002, 100),
        new("Nights", .024, .0002, 100),
        new("Ports", .028, .0002, 200),
    ]);

    [Test]
    public void A_verdict_that_was_open_is_not_said_to_change()
    {
        Assert.That(
            Said(Stated(Verdict.NotDecided, Verdict.ClearlyBetter), Stated(Verdict.ClearlyBetter, Verdict.NotDecided)),
            Does.StartWith(
                "1 of 2 verdicts changes: Ports is not decided. 1 that was not decided as stated is decided here: Nights is clearly better."
            )
        );
        Assert.That(
            Said(Stated(Verdict.NotDecided, Verdict.ClearlyBetter), Stated(Verdict.ClearlyWorse, Verdict.ClearlyBetter)),
            Does.StartWith("No decided verdict changes; 1 that was not decided as stated is decided here: Nights is clearly worse.")
        );
    }

    [Test]
    public void Where_the_same_hours_have_no_winner_the_best_of_all_is_followed()
    {
        StudyResult open = Contested(ContestOutcome.NotDecided, ContestOutcome.Won);
        Assert.That(Said(open, open), Does.EndWith(" Whatever it takes: Ports is best here too."));
        StudyResult none = Contested(ContestOutcome.NotDecided, ContestOutcome.NotDecided);
        Assert.That(Said(none, none), Does.EndWith(" No winner as stated."));
        Assert.That(
            Said(none, Contested(ContestOutcome.Won, ContestOutcome.NotDecided)),
            Does.EndWith(" No winner as stated; here Nights is best.")
        );
        StudyResult won = Contested(ContestOutcome.Won, ContestOutcome.Won);
        Assert.That(Said(won, won), Does.EndWith(" Nights is best here too."));
    }

    private static string Said(StudyResult stated, StudyResult here) =>
        WhatIfWords.Sentence(new StudyView(stated), new WhatIfResult("twice", "Flow doubles", [], here));

    private static StudyResult Stated(Verdict nights, Verdict ports) =>
        Sample with
        {
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Verdict = c.Deployment == "nights" ? nights : ports })],
        };

    private static StudyResult Contested(ContestOutcome sameHours, ContestOutcome all) =>
        Sample with
        {
            Contests =
            [
                .. Sample
                    .Contests.Where(c => c.Limit is null or Resource.OfficerHours)
                    .Select(c => c with { Outcome = c.Limit is null ? all : sameHours }),
            ],
        };
}
