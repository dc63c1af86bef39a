using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Tree;

/// <summary>Characters that look like plain ones are taken for them, or named.</summary>
public sealed class LookAlikesTests
{
    [TestCase("\u2010")]
    [TestCase("\u2011")]
    [TestCase("\u2012")]
    [TestCase("\u2013")]
    [TestCase("\u2014")]
    [TestCase("\u2212")]
    [TestCase("\uFF0D")]
    [TestCase("\u00A0-\u00A0")]
    [TestCase("\u200B-")]
    public void Hours_may_have_any_dash(string dash)
    {
        string hours = $"06:00{dash}18:00";
        ScenarioReading reading = Files.ReadOverBase($"deployments: {{ today: {{ post: {{ laredo: {{ hours: {hours} }} }} }} }}");
        SimInterdiction.Model.Scenario scenario = Files.Good(reading);
        Assert.That(scenario.Deployments["today"].Post["laredo"].Hours.Minutes, Is.EqualTo(12 * 60));
    }

    [TestCase("30\u00A0days")]
    [TestCase("30\u202Fdays")]
    [TestCase("30\u2007days")]
    [TestCase("30\u3000days")]
    [TestCase("\u200B30 days")]
    [TestCase("30 da\u00ADys")]
    [TestCase("３０ days")]
    [TestCase("“30 days”")]
    [TestCase("30 days\u00A0")]
    [TestCase("30 days\u00A0# the month")]
    public void A_duration_may_have_any_blank_and_any_digits(string written) =>
        Assert.That(Files.Good(Files.ReadOverBase($"length: {written}")).LengthHours, Is.EqualTo(720));

    [TestCase("length:\u00A030 days")]
    [TestCase("travel:\n\u00A0\u00A0speed: 50 mph\nlength: 30 days")]
    [TestCase("travel:\r\u00A0\u00A0speed: 50 mph\rlength:\u00A030 days")]
    [TestCase("travel:\n\u3000 speed:\u202F50 mph\nlength: 30 days")]
    [TestCase("travel: {\u00A0speed: 50 mph,\u00A0}\nlength: 30 days")]
    public void Blanks_that_divide_and_indent_may_be_any(string fragment) =>
        Assert.That(Files.Good(Files.ReadOverBase(fragment)).LengthHours, Is.EqualTo(720));

    [Test]
    public void A_longitude_may_have_a_minus_sign()
    {
        SimInterdiction.Model.Scenario scenario = Files.Good(Files.ReadOverBase("places: { houston: { at: [29.760, \u221295.37] } }"));
        Assert.That(scenario.Places["houston"].At.Longitude, Is.EqualTo(-95.37));
    }

    [Test]
    public void Names_and_keys_are_compared_in_plain_characters()
    {
        SimInterdiction.Model.Scenario scenario = Files.Good(
            Files.ReadOverBase(
                "corri\u200Bdors: { gulf\u00A0: { path: [houston, lare\u200Ddo] } }\n"
                    + "flows: { houston: { profile: { hours: { “20:00–04:00”: 180% } } } }"
            )
        );
        Assert.That(scenario.Corridors.ByHand["gulf"].Path, Is.EqualTo(new[] { "houston", "laredo" }));
        Assert.That(scenario.Flows["houston"].Profile!.Hours.Keys.Single().Minutes, Is.EqualTo(8 * 60));
    }

    [TestCase("Option A – “north”\u00A0or south")]
    [TestCase("5\u202F000 － 10％")]
    public void A_text_for_people_keeps_them(string text)
    {
        ScenarioReading reading = Files.ReadOverBase($"title: {text}");
        Assert.That(Files.Good(reading).Title, Is.EqualTo(text));
        Assert.That(reading.Resolved.ToYaml(), Does.Contain(text));
    }

    [TestCase("length⟦：⟧30 days", "U+FF1A")]
    [TestCase("experiment:\n  seed: 7\n⟦\u200B⟧  replications: 10", "U+200B")]
    [TestCase("corridors: { gulf: { path: ⟦［⟧houston, laredo] } }", "U+FF3B")]
    public void Where_the_form_hangs_on_one_it_is_named(string marked, string code)
    {
        Problem problem = Files.AssertWrong("S020", marked);
        Assert.That(problem.Message, Does.Contain(code));
    }

    [Test]
    public void A_value_that_can_not_be_read_names_the_odd_character_in_it()
    {
        Problem problem = Files.ReadOverBase("length: 30\u00A0dayz").Problems.Single();
        Assert.That(problem.Message, Does.EndWith("; column 11 has U+00A0, a no-break space"));
        Assert.That(problem.Hint, Is.EqualTo("did you mean '30 days'?"));
    }
}
