using SimInterdiction.Model;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Reporting.Tables;

public sealed class RosterTests
{
    [Test]
    public void A_posting_is_a_row_with_the_hours_of_each_day_and_what_is_special()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                "start: 2022-10-01\nlength: 30 days\ncheckpoints: { bridge: { place: laredo, label: The bridge } }\n"
                    + "task_forces: { laredo: { home: laredo, label: Laredo team, teams: { team: 3 } } }\n"
                    + "deployments: { today: { post: { laredo: { hours: 20:00-04:00, days: [fri, sat], count: 2, except: [2022-10-14] }, "
                    + "bridge: { task_force: laredo, team: team, every: { days_on: 4, days_off: 3, from: 2022-10-01 } } } } }"
            )
        );
        IReadOnlyList<RosterRow> rows = Roster.Of(scenario, "today");
        Assert.That(rows.Select(r => r.Place), Is.EqualTo(new[] { "Laredo", "The bridge" }));
        Assert.That(rows[0].TaskForce, Is.EqualTo("Laredo team"));
        Assert.That(rows[0].Team, Is.EqualTo("2 x Team"));
        Assert.That(rows[0].Days, Is.EqualTo(new[] { "–", "–", "–", "–", "20:00-04:00", "20:00-04:00", "–" }));
        Assert.That(rows[0].Remarks, Is.EqualTo("not on 14 Oct 2022"));
        Assert.That(rows[1].Days, Is.All.EqualTo("24 h"));
        Assert.That(rows[1].Remarks, Is.EqualTo("4 days on, 3 off, from 1 Oct 2022"));
    }

    // The bridge is as it was; Laredo's two go to the night, and one of Tucson's is there no more.
    [Test]
    public void What_changed_is_told_by_place_and_task_force()
    {
        RosterRow bridge = Row("Laredo team", "The bridge", "08:00-18:00");
        RosterRow day = Row("Laredo team", "Laredo", "08:00-18:00");
        RosterRow night = Row("Laredo team", "Laredo", "20:00-06:00");
        RosterRow tucson = Row("Tucson team", "Tucson", "08:00-18:00") with { Remarks = "not on 14 Oct 2022" };
        IReadOnlyList<RosterRow> changed = Roster.Changed([bridge, day, night], [bridge, day, tucson]);
        Assert.That(
            changed.Select(row => (row.Place, row.Days[0], row.Remarks)),
            Is.EqualTo(new[] { ("Laredo", "08:00-18:00", ""), ("Laredo", "20:00-06:00", ""), ("Tucson", "–", "") })
        );
        Assert.That(Roster.Changed([bridge, day], [Row("Laredo team", "Laredo", "08:00-18:00"), bridge]), Is.Empty);
    }

    private static RosterRow Row(string taskForce, string place, string hours) =>
        new(taskForce, "Team", place, [.. Enumerable.Repeat(hours, 7)], string.Empty);
}
