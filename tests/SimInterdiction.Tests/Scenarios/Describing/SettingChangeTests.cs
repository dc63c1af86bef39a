using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Tests.Scenarios.Describing;

/// <summary>What two scenarios don't have alike, in few lines.</summary>
public sealed class SettingChangeTests
{
    [Test]
    public void Layout_comments_and_the_order_of_keys_are_no_change() =>
        Assert.That(Between("title: A plan\nlength: 30 days\n", "# Written anew.\nlength:   30 days\ntitle: \"A plan\"\n"), Is.Empty);

    [Test]
    public void A_value_is_told_with_what_it_was() =>
        Assert.That(
            Between("length: 30 days\n", "length: 60 days\n"),
            Is.EqualTo(new[] { new SettingChange("length", "30 days", "60 days", SettingChangeKind.Changed) })
        );

    [Test]
    public void What_is_stated_in_place_of_a_default_is_told_with_that() =>
        Assert.That(
            Between(string.Empty, "length: 60 days\n"),
            Is.EqualTo(new[] { new SettingChange("length", "30 days", "60 days", SettingChangeKind.Changed) })
        );

    [TestCase("start: 2023-01-01\nlength: 31 days\n", "start: 2023-01-01\nend: 2023-01-31\n", null)]
    [TestCase("start: 2023-01-01\nlength: 744 h\n", "start: 2023-01-01\nend: 2023-01-31\n", null)]
    [TestCase("start: 2023-01-01\nlength: 30 days\n", "start: 2023-01-01\nend: 2023-01-31\n", "length: 30 days, 31 days")]
    [TestCase("start: 2023-01-01\nend: 2023-01-31\n", "start: 2023-01-01\nend: 2023-02-28\n", "end: 2023-01-31, 2023-02-28")]
    [TestCase("length: 48 h\n", "length: 3 days\n", "length: 48 h, 3 days")]
    public void A_window_of_the_same_length_is_no_change_however_it_ends(string before, string after, string? change) =>
        Assert.That(
            Between(before, after).Select(each => $"{each.Path}: {each.Before}, {each.After}"),
            Is.EqualTo(change is null ? [] : new[] { change })
        );

    [Test]
    public void What_holds_by_default_is_not_told_where_keys_stand_in_its_place() =>
        Assert.That(
            Between(
                "team_types: { team: { secondary: { refers: 10%, finds: 50%, search: 20 min, lanes: 1, officers: 2 } } }",
                string.Empty
            ),
            Is.EqualTo(new[] { new SettingChange("team_types.team.secondary", null, null, SettingChangeKind.Removed) })
        );

    [Test]
    public void What_one_of_them_has_nothing_of_is_told_as_a_whole()
    {
        const string Night = "deployments: { night: { post: { laredo: { task_force: laredo, team: team, hours: 18:00-06:00 } } } }\n";
        Assert.That(
            Between(string.Empty, Night),
            Is.EqualTo(new[] { new SettingChange("deployments.night", null, null, SettingChangeKind.Added) })
        );
        Assert.That(
            Between(Night, string.Empty),
            Is.EqualTo(new[] { new SettingChange("deployments.night", null, null, SettingChangeKind.Removed) })
        );
    }

    [Test]
    public void What_deployments_have_from_one_another_is_told_once()
    {
        const string Both = """
            deployments:
              today: { post: { laredo: { hours: HOURS } } }
              more: { based_on: today, note: Another }

            """;
        Assert.That(
            Between(
                Both.Replace("HOURS", "06:00-14:00", StringComparison.Ordinal),
                Both.Replace("HOURS", "08:00-16:00", StringComparison.Ordinal)
            ),
            Is.EqualTo(
                new[] { new SettingChange("deployments.today.post.laredo.hours", "06:00-14:00", "08:00-16:00", SettingChangeKind.Changed) }
            )
        );
    }

    [Test]
    public void What_people_read_comes_last() =>
        Assert.That(
            Between("title: A\nlength: 30 days\n", "title: B\nlength: 60 days\n").Select(change => change.Path),
            Is.EqualTo(new[] { "length", "title" })
        );

    private static IReadOnlyList<SettingChange> Between(string before, string after) =>
        SettingChange.Between(Written(before), Written(after));

    private static ResolvedScenario Written(string fragment) => ResolvedScenario.Of(Files.ReadOverBase(fragment).Resolved.ToYaml())!;
}
