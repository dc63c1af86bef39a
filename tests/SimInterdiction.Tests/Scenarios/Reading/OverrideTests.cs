using SimInterdiction.Model;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

public sealed class OverrideTests
{
    [Test]
    public void A_value_is_set_and_whatever_copies_it_changes_too()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                "team_types: { half: { based_on: team } }",
                "team_types.team.finds=70%",
                "experiment.seed=7",
                "team_types.team.search={ varies: [1 min, 2 min, 3 min] }"
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(scenario.TeamTypes["half"].Finds, Is.EqualTo(0.7));
            Assert.That(scenario.TeamTypes["half"].SearchHours.Maximum, Is.EqualTo(0.05));
            Assert.That(scenario.Experiment.Seed, Is.EqualTo(7));
        });
    }

    [Test]
    public void A_copied_value_is_set_for_the_copy_only()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase("deployments: { nights: { based_on: today } }", "deployments.nights.post.laredo.hours=18:00-06:00")
        );
        Assert.That(scenario.Deployments["nights"].Post["laredo"].Hours.From, Is.EqualTo(new TimeOfDay(18)));
        Assert.That(scenario.Deployments["today"].Post["laredo"].Hours.From, Is.EqualTo(new TimeOfDay(0)));
    }

    [Test]
    public void A_number_inside_a_list_is_set_by_its_place()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                "team_types: { team: { search: { varies: [1 min, 2 min, 30 min] } }, half: { based_on: team } }",
                "team_types.half.search.varies.2=3 min"
            )
        );
        Assert.That(scenario.TeamTypes["half"].SearchHours.Maximum, Is.EqualTo(0.05));
        Assert.That(scenario.TeamTypes["team"].SearchHours.Maximum, Is.EqualTo(0.5));
    }

    [Test]
    public void Shares_of_flows_that_no_longer_add_up_are_told_at_the_one_that_was_set()
    {
        string text = Files.Base.Replace("rate: 12 per week", "share: 100%", StringComparison.Ordinal) + "\ntotal_flow: 12 per week\n";
        Problem problem = Files.Read(text, "flows.houston.share=x 50%").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Column), Is.EqualTo(("S140", Given.Settings, 21)));
    }

    [TestCase("S150", "team_types.team.find=70%", 17, 4, "did you mean 'finds'?")]
    [TestCase("S150", "team_types.teem.finds=70%", 12, 4, "did you mean 'team'?")]
    [TestCase("S150", "tem_types.team.finds=70%", 1, 9, "did you mean 'team_types'?")]
    [TestCase("S150", "corridors.gulf.path.7=laredo", 21, 1, null)]
    [TestCase("S150", "experiment.seed.x=1", 17, 1, null)]
    [TestCase("S151", "experiment.seed", 1, 15, null)]
    [TestCase("S151", "=7", 1, 2, null)]
    [TestCase("S151", "experiment.seed=", 1, 15, null)]
    [TestCase("S140", "flows.houston.routes.gulf=x 50%", 27, 5, "50% is missing")]
    [TestCase("S105", "team_types.team.stops=null", 1, 21, "give it a value, or remove the line")]
    [TestCase("S155", "team_types.team.stops=x -1", 23, 4, null)]
    [TestCase("S155", "team_types.team.stops=x1e9", 23, 4, null)]
    [TestCase("S155", "team_types.team.stops=x 0,5", 23, 5, "did you mean 'x 0.5'?")]
    [TestCase("S120", "length=30", 8, 2, "did you mean '30 days' or '30 min'?")]
    [TestCase("S013", "corridors.gulf.path=[houston, laredo", 21, 1, "add a ']'")]
    public void A_wrong_override_is_underlined_in_the_command(string code, string text, int column, int length, string? hint)
    {
        Problem problem = Files.ReadOverBase("title: x", "experiment.replications=3", text).Problems.Single(p => p.IsError);
        Assert.That(
            (problem.Code, problem.File, problem.Line, problem.Column, problem.Length, problem.Hint),
            Is.EqualTo((code, Given.Settings, 2, column, length, hint))
        );
    }
}
