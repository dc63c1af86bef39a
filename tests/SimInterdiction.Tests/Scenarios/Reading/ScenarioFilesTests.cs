using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Scenarios.Reading;

public sealed class ScenarioFilesTests
{
    [Test]
    public void A_scenario_is_read_again_as_it_was_with_its_tables_and_what_it_is_based_on()
    {
        using var folder = new TemporaryFolder();
        string table = Path.Combine(folder, "places.csv");
        string plan = Path.Combine(folder, "plan.yaml");
        string variant = Path.Combine(folder, "variant.yaml");
        File.WriteAllText(table, "name,lat,lon,kind\ndepot,29.42,-98.49,city\nbridge,27.5,-99.51,port\n");
        File.WriteAllText(
            plan,
            """
            places: { from: places.csv }
            corridors: { road: { path: [depot, bridge] } }
            flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
            deployments: { nobody: {} }
            length: 30 days
            """
        );
        File.WriteAllText(variant, "based_on: plan.yaml\nlength: 20 days\n");
        ScenarioFiles files = ScenarioReader.FilesOf(variant, []);
        Assert.That(files.Contents.Keys, Is.EquivalentTo(new[] { "variant.yaml", "plan.yaml", "places.csv" }));
        ScenarioReading then = ScenarioReader.ReadFile(variant);
        Assert.That(then.Problems.Where(problem => problem.IsError), Is.Empty);

        Assert.That(files.IsSame(ScenarioReader.FilesOf(variant, [])));
        File.WriteAllText(table, "name,lat,lon,kind\ndepot,29.00,-98.49,city\nbridge,27.5,-99.51,port\n");
        Assert.That(files.IsSame(ScenarioReader.FilesOf(variant, [])), Is.False, "a table has changed");
        File.Delete(plan);
        File.WriteAllText(variant, "not: this");
        ScenarioReading again = ScenarioReader.ReadFile(variant, new ReadingOptions { Files = files });
        Assert.That((again.Sha256, again.Resolved.ToYaml()), Is.EqualTo((then.Sha256, then.Resolved.ToYaml())));
    }
}
