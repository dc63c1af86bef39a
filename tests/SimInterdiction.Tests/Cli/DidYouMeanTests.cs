using System.Text.RegularExpressions;
using SimInterdiction.Cli;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Keys;

namespace SimInterdiction.Tests.Cli;

/// <summary>What is misspelt on the command line is told with what may be meant.</summary>
public sealed class DidYouMeanTests
{
    [TestCase("runn x.yaml", "there is no command 'runn': did you mean 'run'?")]
    [TestCase("chekc x.yaml", "there is no command 'chekc': did you mean 'check'?")]
    [TestCase("run x.yaml --replication 10", "there is no option '--replication': did you mean '--replications'?")]
    [TestCase("run x.yaml --replication=10", "there is no option '--replication': did you mean '--replications'?")]
    [TestCase("check x.yaml --sett a=1", "there is no option '--sett': did you mean '--set'?")]
    [TestCase("explain risk_aversin", "did you mean 'risk_aversion'?")]
    [TestCase("explain cancelled_by_adapting", "did you mean 'displacement_takes_back'?")]
    [TestCase("explain seizure_rat", "did you mean 'seizure_rate'?")]
    [TestCase("list rusn", "there is no list 'rusn': did you mean 'runs'?")]
    [TestCase("plot x tornadoo", "there is no figure 'tornadoo': did you mean 'tornado'?")]
    public void A_misspelt_word_is_told_with_the_nearest(string command, string told)
    {
        (int code, _, string error) = Simint.Call(command.Split(' '));
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(error, Does.Contain(told));
        Assert.That(error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, Is.LessThanOrEqualTo(2), "the cause only");
    }

    [Test]
    public void A_long_argument_is_quoted_shortly()
    {
        (_, _, string error) = Simint.Call([new string('z', 100_000)]);
        Assert.That(error.Length, Is.LessThan(1000));
    }

    [Test]
    public void Every_key_of_the_language_is_explained_with_its_paths()
    {
        Assert.Multiple(() =>
        {
            foreach (string key in ScenarioLanguage.Records.SelectMany(r => r.Keys).Select(k => k.Key.Name).Distinct())
            {
                Assert.That(KeyExplanations.Of(key), Does.Contain("Stands at").And.Contain(key), key);
            }
        });
        Assert.That(
            KeyExplanations.Of("risk_aversion"),
            Does.Contain("organizations.NAME.route_choice.risk_aversion").And.Contain("Default      0")
        );
        Assert.That(KeyExplanations.Of("experiment.at_most"), Does.Not.Contain("require"));
        Assert.That(KeyExplanations.Of("nothing_like_it"), Is.Null);
    }

    [TestCase("uncertain")]
    [TestCase("lognormal")]
    [TestCase("between")]
    [TestCase("move")]
    [TestCase("from")]
    [TestCase("based_on")]
    public void What_is_written_in_place_of_a_value_is_explained_too(string word) =>
        Assert.That(
            KeyExplanations.Of(word),
            Does.StartWith($"{word}: ").And.Contain("Stands at").And.Contain("Written as").And.Contain("Effect")
        );

    [TestCase("counts", "empirical")]
    [TestCase("column", "empirical")]
    [TestCase("median", "lognormal")]
    [TestCase("sigma", "lognormal")]
    [TestCase("mean", "gamma")]
    [TestCase("sd", "gamma")]
    [TestCase("unit", "move")]
    [TestCase("lat", "from")]
    [TestCase("lon", "from")]
    public void A_word_inside_another_is_explained_by_that(string word, string by) =>
        Assert.That(KeyExplanations.Of(word), Does.StartWith($"{word}, of {by}: ").And.Contain("Written as"));

    [Test]
    public void Units_and_values_are_told_only_where_there_are_some()
    {
        Assert.That(KeyExplanations.Of("require.NAME.at_most"), Does.Contain("a value of the measure\n"));
        Assert.That(KeyExplanations.Of("prior"), Does.Contain("settings (prior)\n"));
        Assert.That(KeyExplanations.Of("places"), Does.Not.Contain("{}"));
    }

    [Test]
    public void Every_number_says_what_is_usual_or_has_a_default()
    {
        string[] silent =
        [
            .. KeyExplanations
                .Names.SelectMany(name => KeyExplanations.Of(name)!.Split("\n\n"))
                .Where(text => Regex.IsMatch(text, "Written as   a (number|whole|share|duration|length|speed|sum|plain)"))
                .Where(text => !text.Contains("Such as", StringComparison.Ordinal))
                .Where(text => Regex.IsMatch(text, "Default      (none|0|no |never)")),
        ];
        Assert.That(silent, Is.Empty);
    }

    [TestCase("sensitivity", "a.yaml", "--method", "moris", "not 'moris': did you mean 'morris'?")]
    [TestCase("check", "a.yaml", "--format", "jsn", "--format takes 'text' or 'json', not 'jsn': did you mean 'json'?")]
    [TestCase("init", "a", "--template", "smalest", "did you mean 'smallest'?")]
    public void A_word_that_an_option_does_not_take_has_one_that_may_be_meant(
        string command,
        string on,
        string option,
        string word,
        string told
    )
    {
        (int code, _, string error) = Simint.Call([command, on, option, word]);
        Assert.That((code, error), Is.EqualTo((ExitCode.Usage, error)));
        Assert.That(error, Does.Contain(told));
    }

    [Test]
    public void A_folder_that_is_misspelt_has_one_that_may_be_meant()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder, "scenarios"));
        Assert.That(
            Simint.Call(["check", Path.Combine(folder, "scenario", "a.yaml")]).Error,
            Does.Match(@"did\s+you\s+mean\s+'scenarios'\?")
        );
    }

    [Test]
    public void Every_key_says_what_it_does_to_the_answer()
    {
        string[] silent =
        [
            .. ScenarioLanguage
                .Records.SelectMany(r => r.Keys.Select(k => (Record: r, Property: k)))
                .Where(k => k.Property.Key.Effect is null)
                .Select(k => $"{k.Record.Type.Name}.{k.Property.Key.Name}"),
        ];
        Assert.That(silent, Is.Empty);
        Assert.That(KeyExplanations.Of("risk_aversion"), Does.Contain("Effect       0: routes never change."));
    }

    [Test]
    public void Usual_values_come_from_all_shipped_scenarios_and_are_no_defaults()
    {
        Assert.That(KeyExplanations.Of("trafficking_group.capacity"), Does.Match(@"Such as +\d+\n +\d+"));
        Assert.That(KeyExplanations.Of("trafficking_group.capacity"), Does.Match("Such as[^E]*50"), "from one-ring.yaml");
        Assert.That(KeyExplanations.Of("places.NAME.open"), Does.Not.Match("Such as +always"));
    }

    [Test]
    public void A_run_is_found_by_the_last_characters_of_its_name()
    {
        using var folder = new TemporaryFolder();
        foreach (string run in new[] { "2026-11-28-a073", "2026-11-27-b21e" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "plan", run));
            File.WriteAllText(Path.Combine(folder, "plan", run, "manifest.json"), "{}");
        }

        Assert.Multiple(() =>
        {
            Assert.That(Simint.Call(["verify", "a073", "--out", folder]).Error, Does.Contain("2026-11-28-a073' is damaged"));
            Assert.That(Simint.Call(["verify", "073", "--out", folder]).Error, Does.Contain("2026-11-28-a073' is damaged"));
            Assert.That(Simint.Call(["verify", "73", "--out", folder]).Error, Does.Contain("there is no run '73'"));
            Assert.That(Simint.Call(["verify", "2026-11-28-a074", "--out", folder]).Error, Does.Contain("did you mean '2026-11-28-a073'?"));
        });
    }
}
