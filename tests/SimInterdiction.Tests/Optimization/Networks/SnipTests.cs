using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Networks;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Tests.Architecture;

namespace SimInterdiction.Tests.Optimization.Networks;

/// <summary>The public test of sensor placement: 320 places on a network of 783 nodes. Values to ten digits; those of
/// sensors that a tenth passes are published (Chen and Luedtke, INFORMS Journal on Computing, 2022).</summary>
public sealed class SnipTests : IObserveSelection
{
    private const double Close = 1e-9;
    private const double Proof = 1e-6;

    [TestCase(SnipSensors.AsInFile, .3049906209)]
    [TestCase(SnipSensors.Half, .2108149621)]
    [TestCase(SnipSensors.Tenth, .0421625837)]
    public void Passing_chances_without_and_with_all_sensors_are_known(SnipSensors sensors, double passesAll)
    {
        SnipInstance instance = Read(sensors);
        Assert.That(Passes(instance, new bool[instance.Sensors]), Is.EqualTo(.4218316066).Within(Close));
        Assert.That(Passes(instance, [.. Enumerable.Repeat(true, instance.Sensors)]), Is.EqualTo(passesAll).Within(Close));
    }

    [TestCase(SnipSensors.Half, 30, .2755151115)]
    [TestCase(SnipSensors.Tenth, 30, .2164291557)]
    [TestCase(SnipSensors.Perfect, 30, .2046039878)]
    public void Thirty_sensors_are_placed_best(SnipSensors sensors, int budget, double passes) => Place(sensors, budget, passes);

    [TestCase(SnipSensors.Half, 60, .2370983382)]
    [TestCase(SnipSensors.Tenth, 50, .1824386015)]
    [TestCase(SnipSensors.Tenth, 90, .1214854720)]
    [Category("Slow")]
    [Explicit("Up to two minutes each.")]
    public void More_sensors_are_placed_best(SnipSensors sensors, int budget, double passes) => Place(sensors, budget, passes);

    private void Place(SnipSensors sensors, int budget, double passes)
    {
        SnipInstance instance = Read(sensors);
        var worth = new NetworkWorth(instance.Network);
        var candidates = new Candidates(
            instance.Sensors,
            [],
            [new Limit("sensors", [.. Enumerable.Range(0, instance.Sensors).Select(i => (i, 1.0))], budget)]
        );
        using var solver = new HighsSolver();
        Selection found = new SelectionSearch(candidates, worth, solver, TimeProvider.System).Search(
            new SearchTerms(Proof / 10, 600),
            [],
            this,
            CancellationToken.None
        );
        Assert.That(found.End, Is.EqualTo(SelectionEnd.Proven));
        Assert.That(found.Gap, Is.LessThan(Proof));
        Assert.That(candidates.Allow(found.Chosen!));
        Assert.That(Passes(instance, found.Chosen!), Is.EqualTo(passes).Within(Close));
    }

    private static double Passes(SnipInstance instance, bool[] chosen) =>
        instance.Network.Trips.Zip(instance.Network.PassingChances(i => chosen[i]), (trip, passes) => trip.Weight * passes).Sum();

    private static SnipInstance Read(SnipSensors sensors)
    {
        string? folder = Parents(Repository.Root)
            .Select(parent => Path.Combine(parent, "shared", "data", "snip"))
            .FirstOrDefault(SnipInstance.IsIn);
        Assume.That(folder, Is.Not.Null, "The files of the instance are not here.");
        return SnipInstance.Read(folder!, sensors);
    }

    private static IEnumerable<string> Parents(string folder)
    {
        for (DirectoryInfo? parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            yield return parent.FullName;
        }
    }
}
