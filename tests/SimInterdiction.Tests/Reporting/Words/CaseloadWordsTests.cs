using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

public sealed class CaseloadWordsTests
{
    // Cases of 18.2 days are a tenth of the 182 days: 100 (80 to 120) keep 10 busy (8 to 12).
    [TestCase(7, "Too few investigators for the cases opened: Nights at Laredo, 7 where 10.0 (8.0 to 12.0) would be busy.")]
    [TestCase(10, "Whether investigators are enough is not decided: Nights at Laredo, 10 where 10.0 (8.0 to 12.0) would be busy.")]
    [TestCase(12, "Enough investigators: Nights at Laredo, 12 where 10.0 (8.0 to 12.0) would be busy.")]
    public void Cases_opened_say_how_many_investigators_they_keep_busy(int capacity, string sentence) =>
        Assert.That(CaseloadWords.Sentences(WithGroup(capacity, opened: 100)), Is.EqualTo(new[] { sentence }));

    [Test]
    public void Without_cases_nothing_is_said()
    {
        Assert.That(CaseloadWords.Sentences(WithGroup(7, opened: 0)), Is.Empty);
        Assert.That(CaseloadWords.Sentences(SampleStudy.All["two"]), Is.Empty);
    }

    private static StudyResult WithGroup(int capacity, double opened)
    {
        StudyResult two = SampleStudy.All["two"];
        DeploymentResult nights = two.Deployments[1];
        var deployments = new OrderedDictionary<string, Deployment>(two.Scenario.Deployments)
        {
            [nights.Name] = two.Scenario.Deployments[nights.Name] with
            {
                Programmes = new Programmes
                {
                    TraffickingGroup = new TraffickingGroup { Capacity = capacity, TakesHours = new Fixed(18.2 * 24) },
                },
            },
        };
        var measures = new Dictionary<string, Estimate>(nights.Measures)
        {
            ["cases_opened"] = new Estimate(opened, 0.8 * opened, 1.2 * opened),
        };
        return two with
        {
            Scenario = two.Scenario with { Deployments = deployments },
            Deployments = [two.Deployments[0], nights with { Measures = measures }],
        };
    }
}
