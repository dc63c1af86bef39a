using SimInterdiction.Model;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Reporting.Report;

/// <summary>What a second team adds is spoken of only where two are on duty together.</summary>
public sealed class SecondTeamsTests
{
    private const string Other = "laredo_late: { at: laredo, task_force: laredo, team: team";

    [TestCase("", false)]
    [TestCase(Other + ", hours: 14:00-22:00 }", false, TestName = "Shifts that follow one another are not together")]
    [TestCase(Other + ", hours: 13:00-22:00 }", true, TestName = "Shifts that overlap are together")]
    [TestCase(Other + ", hours: 22:00-06:30 }", true, TestName = "A night that reaches into the morning is together with it")]
    [TestCase(Other + ", hours: 08:00-12:00, days: [sat] }", false, TestName = "Other days are not together")]
    public void Teams_of_one_type_are_together_where_their_shifts_meet(string second, bool expected)
    {
        Scenario scenario = Files.Good(
            Files.Read(
                $$"""
                {{Files.Base.Replace("teams: { team: 1 }", "teams: { team: 2 }", StringComparison.Ordinal).Split("deployments:")[0]}}
                deployments:
                  today:
                    post:
                      laredo: { task_force: laredo, team: team, hours: 06:00-14:00, days: [mon, tue] }
                      {{second}}
                """
            )
        );
        Assert.That(SecondTeams.Any(scenario, "team"), Is.EqualTo(expected));
        Assert.That(SecondTeams.Any(scenario, "others"), Is.False);
    }

    [Test]
    public void A_count_of_two_is_two_together() =>
        Assert.That(
            SecondTeams.Any(
                Files.Good(
                    Files.ReadOverBase(
                        "task_forces: { laredo: { teams: { team: 2 } } }\ndeployments: { today: { post: { laredo: { count: 2 } } } }"
                    )
                ),
                "team"
            )
        );
}
