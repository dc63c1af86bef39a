using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Problems;

/// <summary>A message stays short, however long what it is about.</summary>
public sealed class LongTextsTests
{
    private const int Long = Limits.TextLength - 1;

    [TestCase("length: \"@\"")]
    [TestCase("start: \"@\"")]
    [TestCase("experiment: { seed: \"@\" }")]
    [TestCase("experiment: { measure: \"@\" }")]
    [TestCase("experiment: { compare_with: \"@\" }")]
    [TestCase("experiment: { during_warm_up: \"@\" }")]
    [TestCase("corridors: { gulf: { path: \"@\" } }")]
    [TestCase("corridors: { gulf: { path: [\"@\", laredo] } }")]
    [TestCase("places: { houston: { at: [\"@\", 1] } }")]
    [TestCase("places: { houston: \"@\" }")]
    [TestCase("deployments: { today: { post: { laredo: { hours: \"@\", lent: \"@\", days: \"@\" } } } }")]
    [TestCase("deployments: { other: { based_on: \"@\" } }")]
    [TestCase("assumptions: [{ about: \"@\", source: x }]")]
    [TestCase("team_types: { team: { finds: { uncertain: [\"@\", 1%, 2%] } } }")]
    [TestCase("places: { from: \"@.csv\" }")]
    public void A_value_of_any_length_gives_a_message_of_a_screen(string fragment)
    {
        string quotes = string.Concat(Enumerable.Repeat("it's 'so' ", Long / 10));
        foreach (string text in new[] { new string('!', Long), quotes, new string('7', Long) })
        {
            ScenarioReading reading = Files.ReadOverBase(fragment.Replace("@", text, StringComparison.Ordinal));
            Assert.That(reading.Problems, Is.Not.Empty);
            foreach (Problem problem in reading.Problems)
            {
                Assert.That(ProblemText.Format(problem).Length, Is.LessThan(2000), problem.Code);
                Assert.That((problem.Message + problem.Hint + problem.Allowed).Length, Is.LessThan(2000), problem.Code);
            }
        }
    }

    [TestCase("experiment: { @: 7 }")]
    [TestCase("@: 7")]
    [TestCase("places: { @: { at: [1, 1] } }")]
    public void A_long_key_gives_a_short_message(string fragment)
    {
        foreach (Problem problem in Files.ReadOverBase(fragment.Replace("@", new string('k', 900), StringComparison.Ordinal)).Problems)
        {
            Assert.That(ProblemText.Format(problem).Length, Is.LessThan(1500));
        }
    }

    [Test]
    public void Of_a_long_text_the_beginning_and_the_end_are_quoted()
    {
        string shown = Shortened.Sentence($"'begin{new string('x', 1000)}end' is not a date, and 'short' is.");
        Assert.That(shown, Does.StartWith("'beginxxx").And.Contain(" ... ").And.EndsWith("xend' is not a date, and 'short' is."));
        Assert.That(shown.Length, Is.LessThan(120));
    }

    [Test]
    public void An_override_that_is_long_is_quoted_shortly()
    {
        ScenarioReading reading = Files.Read(Files.Base, new string('p', Long), $"experiment.seed={new string('q', Long)}");
        Assert.That(reading.Problems.Select(p => ProblemText.Format(p).Length), Is.All.LessThan(2000));
    }
}
