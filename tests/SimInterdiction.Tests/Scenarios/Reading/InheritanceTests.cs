using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

public sealed class InheritanceTests
{
    private const string More = "task_forces: { laredo: { teams: { team: 3 } } }\n";

    [Test]
    public void A_deployment_copies_another_and_changes_what_it_writes()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                More
                    + """
                    deployments:
                      last: { based_on: nights, post: { laredo: { days: [fri] } } }
                      nights: { based_on: today, label: By night, note: x, post: { laredo: { hours: 18:00-06:00, days: [sat, sun] } } }
                    """
            )
        );
        Posting last = scenario.Deployments["last"].Post["laredo"];
        Assert.Multiple(() =>
        {
            Assert.That(last.TaskForce, Is.EqualTo("laredo"));
            Assert.That(last.Hours, Is.EqualTo(new HoursOfDay(new(18), new(6))));
            Assert.That(last.Days, Is.EqualTo(new[] { Weekday.Fri }), "lists replace");
            Assert.That(scenario.Deployments["last"].Label, Is.Null);
            Assert.That(scenario.Deployments["last"].Note, Is.Null);
        });
    }

    [Test]
    public void A_question_asked_again_is_asked_of_the_scenario_and_not_of_the_question()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Files.Folder, "base.yaml"), Path.Combine(folder, "base.yaml"));
        File.WriteAllText(Path.Combine(folder, "one.yaml"), "based_on: base.yaml\nwhat_if: { more: { flows.houston.rate: x 2 } }\n");
        File.WriteAllText(Path.Combine(folder, "two.yaml"), "based_on: one.yaml\nwhat_if: { more: { flows.houston.rate: x 3 } }\n");
        ScenarioReading reading = ScenarioReader.ReadFile(Path.Combine(folder, "two.yaml"), new ReadingOptions());
        double before = Files.Good(reading).Flows["houston"].Rate!.Value.PerHour;
        Assert.That(
            Files.Good(reading.WhatIfs.Single().Reading).Flows["houston"].Rate!.Value.PerHour,
            Is.EqualTo(3 * before).Within(1e-12)
        );
    }

    [Test]
    public void A_quantity_is_replaced_as_a_whole()
    {
        TeamType half = Files
            .Good(
                Files.ReadOverBase(
                    """
                    team_types:
                      team: { search: { exponential: 3 min, between: [1 min, 9 min] } }
                      half: { based_on: team, search: { varies: [1 min, 2 min, 3 min] } }
                    """
                )
            )
            .TeamTypes["half"];
        Assert.That(half.SearchHours.Maximum, Is.EqualTo(0.05));
        Assert.That(half.Finds, Is.EqualTo(0.5));
    }

    [Test]
    public void Remove_takes_away_what_was_copied()
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("deployments: { none: { based_on: today, post: { remove: [laredo] } } }"));
        Assert.That(scenario.Deployments["none"].Post, Is.Empty);
        Assert.That(scenario.Deployments["today"].Post, Has.Count.EqualTo(1));
    }

    [TestCase("S170", "deployments: { nights: { based_on: ⟦tody⟧ } }")]
    [TestCase("S170", "team_types: { half: { based_on: ⟦teem⟧, stops: 3%, finds: 3% } }")]
    [TestCase("S104", "deployments: { nights: { based_on: ⟦[today]⟧ } }")]
    [TestCase("S171", "deployments: { nights: { based_on: ⟦nights⟧ } }")]
    [TestCase("S172", "deployments: { nights: { based_on: today, post: { remove: [⟦lardo⟧] } } }")]
    [TestCase("S172", "deployments: { nights: { post: { ⟦remove⟧: [laredo] } } }")]
    [TestCase("S101", "deployments: { today: { post: { laredo: { ⟦based_on⟧: today } } } }")]
    public void A_wrong_inheritance_is_underlined(string code, string fragment) => Files.AssertWrong(code, fragment);

    [Test]
    public void A_circle_is_told_once_with_its_way_round() =>
        Assert.That(
            Files.AssertWrong("S171", "deployments:\n  a: { based_on: b }\n  b: { based_on: c }\n  c: { based_on: ⟦a⟧ }").Message,
            Is.EqualTo("this is based on itself: 'a' on 'b' on 'c' on 'a'")
        );

    [Test]
    public void A_mistake_that_is_copied_is_told_once() =>
        Files.AssertWrong(
            "S116",
            More
                + "deployments:\n  today: { post: { laredo: { hours: ⟦6-18⟧ } } }\n  a: { based_on: today, post: { laredo: { "
                + "days: [fri] } } }\n  b: { based_on: a, note: x, post: { laredo: { days: [sat] } } }"
        );

    [Test]
    public void A_programme_that_is_on_has_its_section_with_the_changes()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                """
                tracing: { submitted: 90%, resolved: 49%, lead: { raises_stops: 1.0, life: 30 days } }
                deployments:
                  with: { based_on: today, programmes: { tracing: { submitted: 50%, lead: { raises_stops: 3 } } } }
                  plain: { based_on: today, programmes: { tracing: on, partners: on } }
                  without: { based_on: with, programmes: { tracing: off } }
                """
            )
        );
        Assert.Multiple(() =>
        {
            SimInterdiction.Model.Intelligence.Tracing with = scenario.Deployments["with"].Programmes!.Tracing!;
            Assert.That((with.Submitted, with.Resolved, with.Lead!.RaisesStops, with.Lead.LifeHours), Is.EqualTo((0.5, 0.49, 3.0, 720.0)));
            Assert.That(scenario.Deployments["plain"].Programmes!.Tracing!.Submitted, Is.EqualTo(0.9));
            Assert.That(scenario.Deployments["plain"].Programmes!.Partners, Is.True);
            Assert.That(scenario.Deployments["without"].Programmes!.Tracing, Is.Null);
        });
    }

    [Test]
    public void A_file_may_be_a_variant_of_another()
    {
        ScenarioReading reading = Files.ReadOverBase("title: Variant\nlength: 3 days");
        Assert.That(Files.Good(reading).Places, Has.Count.EqualTo(2));
        Assert.That(reading.OtherFiles.Select(f => f.Name), Is.EqualTo(new[] { "base.yaml" }));
        Files.Write("loop.yaml", "based_on: loop2.yaml\n");
        Files.Write("loop2.yaml", "based_on: loop.yaml\n");
        Problem circle = ScenarioReader.ReadFile(Path.Combine(Files.Folder, "loop.yaml")).Problems.First(p => p.Code == "S171");
        Assert.That((circle.File, circle.Line, circle.Column), Is.EqualTo(("loop2.yaml", 1, 11)));
    }

    [Test]
    public void A_variant_of_a_missing_file_is_underlined()
    {
        ScenarioReading reading = Files.Read("title: x\nbased_on: bse.yaml\n");
        Problem problem = reading.Problems[0];
        Assert.That(reading.Problems.Select(p => (p.Code, p.Line, p.Column)), Does.Contain(("S001", 2, 11)));
        Assert.That(reading.Problems.Single(p => p.Code == "S001").Hint, Is.EqualTo("did you mean 'base.yaml'?"));
        Assert.That(problem.IsError, Is.True);
    }
}
