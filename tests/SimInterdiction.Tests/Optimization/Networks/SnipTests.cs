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
        Assert.That(instance.PassesWith(new bool[instance.Sensors]), Is.EqualTo(SnipPlacement.PassesNone).Within(Close));
        Assert.That(instance.PassesWith([.. Enumerable.Repeat(true, instance.Sensors)]), Is.EqualTo(passesAll).Within(Close));
    }

    [TestCaseSource(nameof(Thirty))]
    public void Thirty_sensors_are_placed_best(SnipPlacement placement) => Place(placement);

    [TestCaseSource(nameof(More))]
    [Category("Slow")]
    [Explicit("Up to two minutes each.")]
    public void More_sensors_are_placed_best(SnipPlacement placement) => Place(placement);

    private static IEnumerable<SnipPlacement> Thirty =>
        SnipPlacement.Known.Where(placement => placement is { Most: 30, Sensors: not SnipSensors.Perfect });

    private static IEnumerable<SnipPlacement> More => SnipPlacement.Known.Except(Thirty);

    private void Place(SnipPlacement placement)
    {
        SnipInstance instance = Read(placement.Sensors);
        using var solver = new HighsSolver();
        Selection found = placement.Search(instance, solver, new SearchTerms(Proof / 10, 600), this, CancellationToken.None);
        Assert.That(found.End, Is.EqualTo(SelectionEnd.Proven));
        Assert.That(found.Gap, Is.LessThan(Proof));
        Assert.That(found.Chosen!.Count(isChosen => isChosen), Is.LessThanOrEqualTo(placement.Most));
        Assert.That(instance.PassesWith(found.Chosen!), Is.EqualTo(placement.Passes).Within(Close));
    }

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
