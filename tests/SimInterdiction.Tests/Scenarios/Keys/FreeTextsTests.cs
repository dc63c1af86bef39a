using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Tree;

/// <summary>A text for people is kept whole, or refused where YAML would take something of it away.</summary>
public sealed class FreeTextsTests
{
    [TestCase("Option ⟦#2 for Laredo⟧")]
    [TestCase("⟦#2 for Laredo⟧")]
    [TestCase("⟦&co⟧ workers")]
    [TestCase("⟦&⟧ workers")]
    [TestCase("⟦*⟧ marks the best")]
    [TestCase("⟦>⟧ 5 teams")]
    [TestCase("⟦|⟧x")]
    [TestCase("⟦%⟧ of firearms")]
    [TestCase("⟦@⟧home")]
    [TestCase("⟦`⟧a`")]
    [TestCase("⟦-⟧ two teams")]
    [TestCase("⟦?⟧ which")]
    [TestCase("⟦[⟧TX] San Antonio")]
    [TestCase("⟦{⟧a} b")]
    [TestCase("⟦'⟧tis the season")]
    [TestCase("⟦\"⟧Operation North")]
    [TestCase("⟦\"⟧North\" and south")]
    [TestCase("⟦'Don't stop'⟧")]
    [TestCase("Day⟦:⟧ or night")]
    [TestCase("The choices⟦:⟧")]
    public void A_text_that_YAML_takes_for_something_else_needs_quotation_marks(string marked)
    {
        Problem problem = Files.AssertWrongFile("S021", $"title: {marked}\n{Files.Base}");
        Assert.That(problem.Hint, Does.StartWith("did you mean "));
        string meant = problem.Hint!["did you mean ".Length..^1];
        Files.Good(Files.Read($"title: {meant}\n{Files.Base}"));
    }

    [TestCase("Option #2")]
    [TestCase("a: b")]
    [TestCase("[TX] San Antonio")]
    [TestCase("\"Big\" Depot")]
    public void Inside_braces_too(string text)
    {
        string line = $"places: {{ austin: {{ at: [30.267, -97.743], label: {text}, kind: city }} }}";
        Problem problem = Files.ReadOverBase(line).Problems.Single(p => p.IsError);
        Assert.That(problem.Code, Is.AnyOf("S021", "S104"), ProblemText.Format(problem));
        string quoted = FreeTexts.Quoted(text);
        SimInterdiction.Model.Scenario good = Files.Good(Files.ReadOverBase(line.Replace(text, quoted, StringComparison.Ordinal)));
        Assert.That(good.Places["austin"].Label, Is.EqualTo(text));
    }

    [TestCase("Tom's plan")]
    [TestCase("C# or F#")]
    [TestCase("50% of it, at 06:00 (about)")]
    [TestCase("a & b * c!")]
    [TestCase("\"Option #2: [all] {of} it\"")]
    public void A_text_that_YAML_leaves_alone_stays_whole(string text) =>
        Assert.That(Files.Good(Files.Read($"title: {text}\n{Files.Base}")).Title, Is.EqualTo(text.Trim('"')));

    [Test]
    public void A_comment_behind_a_text_is_warned_of_where_it_begins() => Files.AssertWarning("S023", "title: Two roads   ⟦# by day⟧");

    [TestCase("experiment: { seed: 7 }   # note")]
    [TestCase("length: 30 days #note")]
    [TestCase("experiment:\n  measure: seizure_rate  # the main one")]
    public void A_comment_behind_any_other_value_is_fine(string fragment) => Assert.That(Files.ReadOverBase(fragment).Problems, Is.Empty);

    [Test]
    public void An_anchor_that_is_repeated_is_no_part_of_the_text() =>
        Assert.That(Files.Good(Files.ReadOverBase("title: &t Two corridors\nquestion: *t")).Question, Is.EqualTo("Two corridors"));

    [Test]
    public void A_text_that_a_comma_cuts_inside_braces_is_told_once()
    {
        Problem problem = Files.AssertWrong("S101", "places: { austin: { at: [30.267, -97.743], label: Austin, ⟦Texas⟧ } }");
        Assert.That(problem.Hint, Is.EqualTo("a comma ends a text inside { }: put the whole label in quotation marks"));
    }

    // Whatever stands in a title, it is the title, or there is a word about it.
    [Test]
    public void No_text_is_lost_without_a_word()
    {
        var random = new Random(7);
        const string Alphabet = "ab #:,*&![]{}'\"|>%@`-?~\\";
        for (int i = 0; i < 500; i++)
        {
            IEnumerable<char> characters = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Alphabet[random.Next(Alphabet.Length)]);
            string text = new string([.. characters]).Trim();
            ScenarioReading reading = Files.Read($"title: {text}\n{Files.Base}");
            string? title = reading.Scenario?.Title;
            bool isQuoted = text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0];
            Assert.That(reading.Problems.Count > 0 || title == text || isQuoted, Is.True, $"'{text}' became '{title}'");
        }
    }
}
