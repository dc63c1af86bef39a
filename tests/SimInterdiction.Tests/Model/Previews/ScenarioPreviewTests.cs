using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Previews;

/// <summary>What the model makes of a scenario, worked out by hand.</summary>
public sealed class ScenarioPreviewTests
{
    private const string Text = """
        start: 2023-05-01
        length: 30 days
        places:
          houston: { at: [29.760, -95.370] }
          laredo: { at: [27.531, -99.480] }
          bridge: { at: [27.50, -99.51], kind: port }
        corridors:
          gulf: { path: [houston, laredo] }
          port: { path: [houston, laredo, bridge], label: To the bridge }
        roads:
          i_35: { between: [houston, laredo], length: 315 mi }
          last: { between: [laredo, bridge], length: 3 mi }
        flows:
          houston: { rate: 30 shipments per day, routes: { gulf: 25%, port: 75% } }
          valley: { rate: 40 firearms per day, load: 4, routes: { gulf: 100% } }
        team_types:
          roadside: { officers: 6, looks: 40 per hour, finds: 50%, cost_per_officer_hour: 80 USD }
          unit: { works: leads, officers: 2, acts_on: 6%, finds: 40%, load_effect: 0.5 }
        task_forces: { laredo: { home: laredo, teams: { roadside: 2, unit: 1 } } }
        checkpoints:
          laredo: { traffic: 3_000 per day }
          bridge: { traffic: 20_000 per day }
        deployments:
          today:
            label: As now
            post:
              laredo: { task_force: laredo, team: roadside, hours: "06:00-18:00", count: 2 }
              both: { at: { rotate: { laredo: 50%, bridge: 50% } }, task_force: laredo, team: unit, days: [mon] }
          nobody: {}
          group: { programmes: { trafficking_group: { officers: 4, hours_per_week: 35, cost_per_officer_hour: 90 USD } } }
        """;

    private static ScenarioPreview Preview { get; } = ScenarioPreview.Of(Files.Good(Files.Read(Text)));

    [Test]
    public void Corridors_have_their_length_and_share()
    {
        // 30 and 10 shipments a day: the port has .75 of 30, 22.5 of 40.
        Assert.That(
            Preview.Corridors.Select(c =>
                (c.Flow, c.Corridor.Label, Math.Round(c.Corridor.Miles, 9), c.ShareOfFlow, Math.Round(c.ShareOfAll, 9))
            ),
            Is.EquivalentTo(
                new[]
                {
                    ("Houston", "Gulf", 315.0, .25, .1875),
                    ("Houston", "To the bridge", 318.0, .75, .5625),
                    ("Valley", "Gulf", 315.0, 1.0, .25),
                }
            )
        );
    }

    [Test]
    public void Looks_are_turned_into_the_chance_they_give_at_each_checkpoint()
    {
        TeamPreview roadside = Preview.Deployments[0].Teams[0];
        Assert.That(roadside.Stops, Is.EqualTo(.32).Within(1e-12), "40 of 125 an hour");
        Assert.That(roadside.Seizes, Is.EqualTo(.16).Within(1e-12));
        Assert.That((roadside.Count, roadside.ActsOnLeads, roadside.FindsMoreInLargeLoads), Is.EqualTo((2, false, false)));
        TeamPreview[] unit = [.. Preview.Deployments[0].Teams.Skip(1)];
        Assert.That(
            unit.Select(t => (t.Checkpoint, t.ShareHere, t.Stops, t.ActsOnLeads, t.FindsMoreInLargeLoads)),
            Is.EqualTo(new[] { ("Laredo", .5, .06, true, true), ("Bridge", .5, .06, true, true) })
        );
    }

    [Test]
    public void Officer_hours_and_cost_are_those_of_the_window()
    {
        // 30 days of 12 hours of 2 teams of 6; and five Mondays in May from the 1st to the 30th.
        DeploymentPreview today = Preview.Deployments[0];
        Assert.That(today.OfficerHours, Is.EqualTo((30 * 12 * 12) + (5 * 24 * 2)));
        Assert.That(today.CostUsd, Is.EqualTo(30 * 12 * 12 * 80));
        Assert.That(today.OfficerHoursPerMonth, Is.EqualTo(today.OfficerHours * (365.0 / 12) / 30).Within(1e-9));
        Assert.That(Preview.Deployments[1].OfficerHours, Is.Zero);

        // 4 officers of 35 hours a week, for 30 days.
        DeploymentPreview group = Preview.Deployments[2];
        Assert.That(group.OfficerHours, Is.EqualTo(4 * 35 * 30 / 7.0).Within(1e-9));
        Assert.That(group.CostUsd, Is.EqualTo(90 * group.OfficerHours).Within(1e-9));
    }

    [Test]
    public void The_terminal_tells_it_in_80_columns()
    {
        string[] lines = [.. PreviewLines.Of(Preview, deployment: null)];
        Assert.That(lines.Where(l => l.Length > 80), Is.Empty);
        Assert.That(lines, Has.One.EqualTo("  Houston  To the bridge    318      75%     56%"));
        Assert.That(lines, Has.One.EqualTo("  2 x Roadside  Laredo    32%    50%     16%  06:00-18:00"));
        Assert.That(lines, Has.One.EqualTo("  Unit          Bridge   6.0%   40%+    2.4%    24 h, 50%"));
        Assert.That(lines[Array.IndexOf(lines, "  Unit          Bridge   6.0%   40%+    2.4%    24 h, 50%") + 1], Is.EqualTo("    on mon"));
        Assert.That(
            string.Join(' ', lines),
            Does.Contain("As now: 4,560 officer-hours and USD 346,000 in 30 days (4,620 and USD 350,000 a month)")
        );
        Assert.That(PreviewLines.Of(Preview, "nobody"), Has.None.Contains("As now"));
    }

    [Test]
    public void Names_that_are_cut_still_differ()
    {
        string[] lines = [.. PreviewLines.Of(Named("Nogales outbound lanes DeConcini", "Nogales outbound lanes Mariposa"), null)];
        Assert.That(lines.Where(l => l.Length > 80), Is.Empty);
        string[] teams = [.. lines.Where(l => l.EndsWith("24 h, 50%", StringComparison.Ordinal))];
        Assert.That(teams, Has.Length.EqualTo(2).And.All.Contains('~'));
        Assert.That(teams[0], Does.Contain("DeConcini  "));
        Assert.That(teams[1], Does.Contain("Mariposa  "));
    }

    [Test]
    public void Days_turns_and_exceptions_are_told()
    {
        string text = Text.Replace(
            "hours: \"06:00-18:00\"",
            "hours: \"06:00-18:00\", from: 2023-05-02, every: { days_on: 4, days_off: 4, from: 2023-05-01 }, except: [2023-05-29]",
            StringComparison.Ordinal
        );
        Assert.That(
            string.Join(' ', PreviewLines.Of(ScenarioPreview.Of(Files.Good(Files.Read(text))), null)),
            Does.Contain("06:00-18:00     from 2 May 2023; 4 days on, 4 off, from 1 May 2023; not on 29 May 2023")
        );
    }

    // 120 vehicles an hour are looked at, 3 minutes each: six lanes' work for four. Half are referred, 10 minutes each.
    [Test]
    public void Lanes_are_told_below_their_team_primary_and_secondary()
    {
        string text = Text.Replace(
            "looks: 40 per hour,",
            "looks: 120 per hour, search: 3 min, lanes: 4, secondary: { refers: 50%, finds: 90%, search: 10 min, lanes: 2 },",
            StringComparison.Ordinal
        );
        string[] lines = [.. PreviewLines.Of(ScenarioPreview.Of(Files.Good(Files.Read(text))), null)];
        int team = Array.FindIndex(lines, line => line.StartsWith("  2 x Roadside", StringComparison.Ordinal));
        Assert.That(lines[team + 1], Does.Match("^    lanes: primary 3.2 of 4 busy, [0-9]+% full; secondary 1.6 of 2 busy, [0-9]+% full$"));
        Assert.That(lines.Where(l => l.Length > 80), Is.Empty);
        Assert.That(string.Join(' ', lines), Does.Contain("or refers to secondary, on average"));
    }

    private static ScenarioPreview Named(string laredo, string bridge) =>
        ScenarioPreview.Of(
            Files.Good(
                Files.Read(
                    Text.Replace("laredo: { traffic", $"laredo: {{ label: {laredo}, traffic", StringComparison.Ordinal)
                        .Replace("bridge: { traffic", $"bridge: {{ label: {bridge}, traffic", StringComparison.Ordinal)
                        .Replace(
                            "officers: 2,",
                            "officers: 2, label: A team with a name of forty-one letters or,",
                            StringComparison.Ordinal
                        )
                )
            )
        );
}
