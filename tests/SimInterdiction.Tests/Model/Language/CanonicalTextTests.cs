using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Language;

public sealed class CanonicalTextTests
{
    [Test]
    public void What_differs_has_different_texts()
    {
        object?[] values =
        [
            null,
            "",
            "~",
            "a,b",
            new[] { "a", "b" },
            new[] { "a,b" },
            new[] { "b", "a" },
            0,
            0L,
            "0",
            0.0,
            -0.0,
            double.NaN,
            0.1,
            Math.BitIncrement(0.1),
            true,
            false,
            new Exponential(2),
            new Fixed(2),
            new Uniform(1, 3),
            new Uniform(1, 3.5),
            new OrderedDictionary<string, int> { ["a"] = 1 },
            new OrderedDictionary<string, int> { ["a"] = 2 },
            new DateOnly(2022, 10, 1),
            new DateOnly(2022, 1, 10),
            WhenFull.Wait,
            WhenFull.WaveThrough,
            new Deployment(),
            new TaskForce { Home = "x", Teams = new OrderedDictionary<string, int>() },
        ];
        Assert.That(values.Where(v => v is not 0L).Select(CanonicalText.Of), Is.Unique);
    }

    [Test]
    public void Equal_things_made_apart_have_equal_texts()
    {
        string file = Path.Combine(ShippedScenariosTests.Folder, "southbound.yaml");
        string[] texts = [.. new[] { file, file }.Select(f => CanonicalText.Of(ScenarioReader.ReadFile(f).Scenario))];
        Assert.That(texts[1], Is.EqualTo(texts[0]));
    }

    [Test]
    public void A_scenario_written_out_and_read_again_has_the_same_text()
    {
        foreach (string file in Directory.GetFiles(ShippedScenariosTests.Folder, "*.yaml"))
        {
            ScenarioReading reading = ScenarioReader.ReadFile(file);
            ScenarioReading again = ScenarioReader.ReadText(reading.Resolved.ToYaml(), Path.GetFileName(file));
            Assert.That(CanonicalText.Of(again.Scenario), Is.EqualTo(CanonicalText.Of(reading.Scenario)), file);
        }
    }

    [Test]
    public void Labels_and_notes_are_left_out() =>
        Assert.That(
            CanonicalText.Of(new Deployment { Label = "a", Note = "b" }),
            Is.EqualTo(CanonicalText.Of(new Deployment { Label = "c" }))
        );

    [Test]
    public void A_function_has_no_text() => Assert.That(() => CanonicalText.Of(new[] { () => 1 }), Throws.ArgumentException);
}
