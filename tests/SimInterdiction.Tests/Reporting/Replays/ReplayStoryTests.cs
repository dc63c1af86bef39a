using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Replays;

namespace SimInterdiction.Tests.Reporting.Replays;

/// <summary>What a replication is said to have come to.</summary>
public sealed class ReplayStoryTests
{
    private static readonly Scenario Scenario = SampleScenario.Make(["Today"], days: 120) with { Start = new DateOnly(2023, 3, 1) };

    [Test]
    public void A_window_ends_on_its_last_day() => Assert.That(Told([])[0], Is.EqualTo("From 1 Mar 2023 to 28 Jun 2023:"));

    [Test]
    public void Leads_are_told_of_only_where_something_is_traced()
    {
        Assert.That(Words(Told([])), Does.Not.Contain("lead"));
        Assert.That(Words(Told([(Total.TracesSubmitted, 3)])), Does.Contain("0 of them stopped only because of a lead"));
    }

    [Test]
    public void The_largest_seizures_come_in_the_order_of_their_size()
    {
        string told = Words(Told([(Total.ShipmentsSeized, 3)], Seized(1, 5), Seized(2, 50), Seized(3, 20)));
        int[] places = [.. new[] { "50 firearms", "20 firearms", "5 firearms of" }.Select(w => told.IndexOf(w, StringComparison.Ordinal))];
        Assert.That(places, Is.Ordered.And.None.EqualTo(-1));
    }

    [TestCase("The Houston ring", "of the Houston ring (")]
    [TestCase("Houston ring", "of the Houston ring (")]
    [TestCase("A ring", "of a ring (")]
    public void A_label_with_its_article_gets_no_second_one(string label, string told) =>
        Assert.That(new FactWords(With(label)).Sentence(Seized(1, 5)), Does.Contain(told));

    private static string Words(IEnumerable<string> lines) => string.Join(' ', lines.Select(line => line.Trim()));

    private static string[] Told((Total Total, double Value)[] totals, params Fact[] facts)
    {
        double[] all = new double[Enum.GetValues<Total>().Length];
        foreach ((Total total, double value) in totals)
        {
            all[(int)total] = value;
        }

        var replay = new Replay
        {
            Arm = new Arm("Today", null),
            Replication = 0,
            Facts = facts,
            Course = new Course([], []),
            Totals = all,
            Hash = string.Empty,
            StoredHash = string.Empty,
            Differing = [],
        };
        return [.. new ReplayStory(replay, With("Ring")).Summary()];
    }

    private static Scenario With(string label) =>
        Scenario with
        {
            Organizations = SampleScenario.Ordered([("ring", new Organization { Label = label })]),
            TaskForces = SampleScenario.Ordered([("border", new TaskForce { Home = "laredo", Teams = new Dictionary<string, int>() })]),
        };

    private static Fact Seized(int day, int firearms) =>
        new()
        {
            Kind = FactKind.Seized,
            At = new Instant(24 * day),
            Time = new DateTime(2023, 3, 1 + day),
            Counts = true,
            Shipment = $"all/{day}",
            Organization = "ring",
            Place = "laredo",
            Checkpoint = "laredo",
            TaskForce = "border",
            Team = "outbound_team",
            Firearms = firearms,
        };
}
