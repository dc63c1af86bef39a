using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Tests.Scenarios.Describing;

public sealed class DescribingTests
{
    [Test]
    public void The_schema_knows_every_key_and_points_only_to_what_it_defines()
    {
        JsonNode schema = JsonNode.Parse(ScenarioSchema.ToJson())!;
        string text = schema.ToJsonString();
        string[] defined = [.. schema["$defs"]!.AsObject().Select(d => d.Key)];
        IEnumerable<string> referred = Regex.Matches(text, "\\$defs/(\\w+)").Select(m => m.Groups[1].Value).Distinct();
        Assert.Multiple(() =>
        {
            Assert.That(referred, Is.SubsetOf(defined));
            Assert.That((string?)schema["$schema"], Is.EqualTo("https://json-schema.org/draft/2020-12/schema"));
            Assert.That(
                schema["properties"]!.AsObject().Select(p => p.Key),
                Does.Contain("places").And.Contain("based_on").And.Contain("require")
            );
            Assert.That((string?)schema["$defs"]!["team_type"]!["properties"]!["works"]!["default"], Is.EqualTo("lanes"));
            Assert.That((double)schema["$defs"]!["experiment_plan"]!["properties"]!["replications"]!["default"]!, Is.EqualTo(100));
            Assert.That((bool)schema["additionalProperties"]!, Is.False);
            Assert.That((string?)schema["properties"]!["places"]!["properties"]!["from"]!["type"], Is.EqualTo("string"));
        });
    }

    [Test]
    public void The_reference_tells_of_every_key()
    {
        string reference = ScenarioReference.ToMarkdown(name => name);
        IEnumerable<string> keys = ScenarioLanguage.Records.SelectMany(r => r.Keys).Select(k => $"| `{k.Key.Name}` |");
        Assert.That(keys.Where(k => !reference.Contains(k, StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            reference,
            Does.Contain(
                "| `finds` | Of the loads it searches, the share it finds. | a share, such as `{ uncertain: [40%, 50%, 60%] "
                    + "}` | *required* |"
            )
        );
    }

    [TestCase("scenarios/README.md")]
    [TestCase("scenarios/scenario.schema.json")]
    public void What_is_made_from_the_types_is_up_to_date(string path)
    {
        string file = Files.InRepository(path);
        Assume.That(File.Exists(file), Is.True, "not made yet");
        string made = path.EndsWith(".md", StringComparison.Ordinal) ? ActionWords.Reference() : ScenarioSchema.ToJson();
        Assert.That(
            File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd(),
            Is.EqualTo(made.TrimEnd()),
            "made anew by 'simint schema' and 'simint schema --reference'"
        );
    }

    // A choice lists its words itself.
    [Test]
    public void Every_key_is_explained_with_values_or_with_the_keys_in_it() =>
        Assert.That(
            KeyExplanations
                .Names.SelectMany(name => KeyExplanations.Of(name)!.Split("\n\n"))
                .Where(text => Regex.IsMatch(text, "\n  Default ") && !Regex.IsMatch(text, "\n  Written as .* or .*\n"))
                .Where(text => !Regex.IsMatch(text, "\n  (Such as|Keys in it) ")),
            Is.Empty
        );

    [TestCaseSource(typeof(ScenarioTemplates), nameof(ScenarioTemplates.Names))]
    public void A_template_reads_without_problems(string name) =>
        Assert.That(ScenarioReader.ReadText(ScenarioTemplates.TextOf(name)).Problems, Is.Empty);

    [Test]
    public void Every_default_that_is_a_value_is_the_one_that_holds()
    {
        var problems = new ProblemList();
        Assert.Multiple(() =>
        {
            foreach (RecordShape shape in ScenarioLanguage.Records)
            {
                object record = Activator.CreateInstance(shape.Type)!;
                foreach (
                    KeyedProperty property in shape.Keys.Where(k =>
                        k.Key.Default is not null && k.Property.GetValue(record) is double or int or Enum or bool
                    )
                )
                {
                    var state = new BindingState(problems, new ReadingOptions(), input => input.Best, new Dictionary<Node, List<string>>());
                    string written = property.Key.Default!.Split(" (")[0];
                    object? read = SimInterdiction
                        .Scenarios.Forms.ValueForms.Of(property.Type)
                        .Read(new ScalarNode(default, written, false), new BindingTarget(property.Key, property.Key.Name, default), state);
                    Assert.That(read, Is.EqualTo(property.Property.GetValue(record)), $"{shape.Name}.{property.Key.Name}: {written}");
                }
            }
        });
        Assert.That(problems.InOrder(), Is.Empty);
    }

    [Test]
    public void Every_value_has_a_source()
    {
        ScenarioReading reading = Files.ReadOverBase(
            "deployments:\n  nights:\n    based_on: today\n    post: { laredo: { hours: 18:00-06:00 } }\n",
            "experiment.seed=7"
        );
        Dictionary<string, (string Value, string Source)> values = reading
            .Resolved.Values()
            .ToDictionary(v => v.Path, v => (v.Value, v.Source));
        Assert.Multiple(() =>
        {
            Assert.That(values["deployments.nights.post.laredo.hours"], Is.EqualTo(("18:00-06:00", "a.yaml:4:30")));
            Assert.That(values["deployments.nights.post.laredo.team"], Is.EqualTo(("team", "base.yaml:15:56 via today")));
            Assert.That(values["experiment.seed"], Is.EqualTo(("7", Given.Settings)));
            Assert.That(values["experiment.replications"], Is.EqualTo(("100", "default")));
            Assert.That(values["team_types.team.stops"], Is.EqualTo(("5%", "base.yaml:9:18 via base.yaml")));
        });
    }

    [Test]
    public void What_is_copied_twice_has_the_source_that_wrote_it()
    {
        string whole =
            Files.Base
            + "\n  nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } }\n  fridays: { based_on: nights, "
            + "post: { laredo: { days: [fri] } } }\n";
        Dictionary<string, string> sources = Files.Read(whole).Resolved.Values().ToDictionary(v => v.Path, v => v.Source);
        Assert.Multiple(() =>
        {
            Assert.That(sources["deployments.fridays.post.laredo.team"], Is.EqualTo("a.yaml:15:56 via today"));
            Assert.That(sources["deployments.fridays.post.laredo.hours"], Is.EqualTo("a.yaml:16:55 via nights"));
            Assert.That(sources["deployments.fridays.post.laredo.days"], Is.EqualTo("a.yaml:17:56"));
        });
    }

    [Test]
    public void Two_deployments_differ_key_by_key()
    {
        ResolvedScenario resolved = Files
            .ReadOverBase("deployments:\n  nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } }\n")
            .Resolved;
        Assert.That(resolved.Diff("today", "nights"), Is.EqualTo(new[] { ("post.laredo.hours", (string?)null, (string?)"18:00-06:00") }));
        Assert.That(resolved.ToYaml("nights"), Does.Not.Contain("today"));
        Assert.That(Files.Read(resolved.ToYaml("nights")).HasErrors, Is.False);
    }

    [Test]
    public void The_shipped_scenarios_read_without_errors()
    {
        Assert.Multiple(() =>
        {
            foreach (string file in Directory.EnumerateFiles(Files.InRepository("scenarios"), "*.yaml"))
            {
                Assert.That(ScenarioReader.ReadFile(file).Problems.Where(p => p.IsError).Select(ProblemText.Format), Is.Empty, file);
            }
        });
    }
}
