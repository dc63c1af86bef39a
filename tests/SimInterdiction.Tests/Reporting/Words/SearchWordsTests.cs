using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>A search that looked beyond a study's deployments is told with the study's answer.</summary>
public sealed class SearchWordsTests
{
    private static readonly StudyResult Sample = SampleStudy.All["typical"];

    [TestCase("found", 2.5, 1)]
    [TestCase("found", 2, 0, Description = "no better than today")]
    [TestCase("nights", 2.5, 0, Description = "one of the study's")]
    public void A_better_one_than_those_is_told_with_the_answer(string best, double percent, int times)
    {
        string name = best == "nights" ? Sample.Deployments[1].Name : best;
        StudyResult study = Sample with { Optimization = new StudyOptimization(Result(name, percent), SampleStudy.Provenance) };
        string[] said = [.. Answer.Of(study).Sentences.Where(s => s.StartsWith("A search looked beyond these ", StringComparison.Ordinal))];
        Assert.That(said, Has.Length.EqualTo(times));
        Assert.That(
            said,
            Is.All.EndsWith(
                "Theory expects Best found to seize 2.50% of the firearms, 0.50 points more than Today, with the " + "same officer-hours."
            )
        );
    }

    private static OptimizationResult Result(string best, double percent) =>
        new()
        {
            Against = Traffickers.Fixed,
            Budget = new PostingBudget(),
            Candidates = 4,
            ShareOfBest = percent / 100,
            Bound = null,
            ShareOfBestAgainstOthers = 0,
            BoundAgainstOthers = null,
            Ended = SearchEnd.Proven,
            HadSolver = true,
            Seconds = 1,
            Deployments = [Proposed(Sample.Baseline, "Today", 2), Proposed(best, "Best found", percent)],
            BestName = best,
            Better = [],
            Replications = 0,
            IsAdaptive = false,
            SimulatedFinding = null,
            Limits = [],
            More = [],
            Prices = [],
            Frontier = [],
            LeftOut = [],
        };

    private static ProposedDeployment Proposed(string name, string label, double percent) =>
        new()
        {
            Name = name,
            Label = label,
            OfficerHours = 1000,
            CostUsd = 0,
            SeizureRate = percent / 100,
            FirearmsSeized = 1000 * percent,
            IfTheyKnewAllRisks = null,
            OnBestRoutes = 0,
            Simulated = null,
            Post = [],
        };
}
