using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Moving;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Scenarios.Moving;

public sealed class PostingMoveTests
{
    [TestCase("today:\n  post:\n    a: { at: x, team: t }   # mine", "today:\n  post:\n    a: { at: new, team: t }   # mine")]
    [TestCase("today: { post: { a: { team: t, at: 'x' } } }", "today: { post: { a: { team: t, at: 'new' } } }")]
    [TestCase("today: { post: { a: { team: t } } }", "today: { post: { a: { at: new, team: t } } }")]
    [TestCase("today: { post: { a: {} } }", "today: { post: { a: { at: new } } }")]
    [TestCase(
        "today:\n  post:\n    a:   # first\n      team: t # no more\n    b: {}",
        "today:\n  post:\n    a:   # first\n      at: new\n      team: t # no more\n    b: {}"
    )]
    [TestCase("today:\n  based_on: b\n  post:\n    c: {}", "today:\n  based_on: b\n  post:\n    a: { at: new }\n    c: {}")]
    [TestCase("today: { based_on: b }", "today: { post: { a: { at: new } }, based_on: b }")]
    [TestCase("today:\r\n  based_on: b\r\n", "today:\r\n  post: { a: { at: new } }\r\n  based_on: b\r\n")]
    public void The_text_says_where_the_team_is_now_and_nothing_else_is_otherwise(string before, string after) =>
        Assert.That(
            PostingMove.In($"deployments:\n{Indented(before)}", "today", "a", "new"),
            Is.EqualTo($"deployments:\n{Indented(after)}")
        );

    [TestCase("today: { post: { a: { at: { rotate: { x: 50%, y: 50% } } } } }")]
    [TestCase("today: { post: { a: { at: *there } } }")]
    [TestCase("today: { post: *all }")]
    [TestCase("today: *it")]
    [TestCase("from: deployments.csv")]
    [TestCase("today:\n  post:\n    ? a\n    : { at: x }\n    b: {}")]
    [TestCase("today:\n  post:\n    ? c\n    : { at: x, ? deep : y }")]
    [TestCase("? today\n: { post: { a: { at: x } } }")]
    [TestCase("today: &it { post: { a: { at: x } } }\nother: *it")]
    [TestCase("other: &it { post: { a: { at: x, team: t } } }\ntoday: { <<: *it }")]
    public void What_one_word_can_not_say_is_left_alone(string text) =>
        Assert.That(PostingMove.In($"deployments:\n{Indented(text)}", "today", "a", "new"), Is.Null);

    [TestCase("southbound.yaml")]
    [TestCase("two-corridors.yaml")]
    public void In_shipped_scenarios_each_team_that_can_be_moved_is_moved_alone(string file)
    {
        string text = File.ReadAllText(Path.Combine(ShippedScenariosTests.Folder, file));
        ScenarioReading before = Read(text);
        int moved = 0;
        foreach ((string deployment, var made) in before.Scenario!.Deployments)
        {
            foreach (string posting in made.Post.Keys.Take(3))
            {
                string? to = before.Scenario.Checkpoints.Keys.FirstOrDefault(name =>
                    !made.Post[posting].CheckpointsOf(posting).Contains(name)
                );
                if (to is null || PostingMove.In(text, deployment, posting, to) is not { } after)
                {
                    continue;
                }

                moved++;
                ScenarioReading reading = Read(after);
                string[] changed =
                [
                    .. reading.Resolved.Diff(deployment, deployment).Select(each => each.Path),
                    .. reading.Resolved.Values().Except(before.Resolved.Values(), ByValue).Select(each => each.Path),
                ];
                Assert.That(changed, Is.All.Contains($".post.{posting}"), $"{deployment} {posting} {to}");
                Assert.That(changed, Does.Contain($"deployments.{deployment}.post.{posting}.at"));
            }
        }

        Assert.That(moved, Is.GreaterThan(0));
    }

    private static IEqualityComparer<(string Path, string Value, string Source)> ByValue { get; } =
        EqualityComparer<(string Path, string Value, string Source)>.Create(
            (one, other) => (one.Path, one.Value) == (other.Path, other.Value),
            each => (each.Path, each.Value).GetHashCode()
        );

    private static ScenarioReading Read(string text) => ScenarioReader.ReadText(text, "a.yaml", ShippedScenariosTests.Folder);

    private static string Indented(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
