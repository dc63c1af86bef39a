using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Reporting.Report;

/// <summary>What the report says of secondary inspection.</summary>
public sealed class SecondarySectionsTests
{
    // Thirty an hour pass primary in a minute each; a fifth of them, one by one, are searched for six minutes.
    private const string Secondary = ", secondary: { refers: 20%, finds: 100%, search: 6 min, lanes: 5, when_full: wait }";

    [Test]
    public void Referrals_and_waits_stand_by_checkpoint()
    {
        string html = Html(Secondary);
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("Primary and secondary inspection by checkpoint"));
            Assert.That(html, Does.Contain("referred to secondary inspection, and searched again"));
            Assert.That(html, Does.Match("<td[^>]*>0 min</td>"), "the wait for primary, which is never short of lanes");
            Assert.That(html, Does.Match("<td[^>]*>12\\.0%<small>"), "6 an hour for a tenth of an hour each, of 5 lanes");
            Assert.That(html, Does.Contain("Firearms found there</th>"));
            Assert.That(html, Does.Match("<td[^>]*>2,890<small>2,8[0-9]{2} to 2,9[0-9]{2}</small></td></tr>"), "a fifth of 14,400");
            Assert.That(html, Does.Contain("20%, 100%"), "what the team can do");
        });
    }

    // Twenty an hour are stopped for a minute each, by one lane: a third of its time, and so B(1, 1/3) = 1/4 go free. A
    // fifth of the others are referred, six minutes each: .3 of a lane, and .3/1.3.
    [Test]
    public void Lanes_that_are_full_stand_with_what_a_team_can_do() =>
        Assert.That(
            Html(", lanes: 1, secondary: { refers: 20%, finds: 100%, search: 6 min, lanes: 1 }"),
            Does.Match("primary 0.2 of 1 busy, 25% full; secondary 0.[23] of 1 busy, 23% full")
                .And.Contain("Lanes: how many the legitimate vehicles keep busy")
        );

    [Test]
    public void Nothing_is_said_where_no_team_has_it() => Assert.That(Html(string.Empty), Does.Not.Contain("econdary inspection"));

    private static string Html(string secondary)
    {
        string text = $$"""
            length: 60 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99] } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 10 shipments per hour, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, finds: 0%, search: 1 min{{secondary}} } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: { traffic: 20 per hour } }
            deployments: { nobody: {}, posted: { post: { port: { task_force: all, team: team } } } }
            experiment: { replications: 10 }
            """;
        ScenarioReading reading = ScenarioReader.ReadText(text);
        StudyResult result = Study.Run(reading.Scenario!, new StudyOptions(), null, default);
        return HtmlReport.Write(result, SampleStudy.Provenance, []);
    }
}
