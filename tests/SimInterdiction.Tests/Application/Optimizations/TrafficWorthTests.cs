using SimInterdiction.Application.Optimizations;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Application.Optimizations;

/// <summary>What a search reckons with comes to what theory expects.</summary>
public sealed class TrafficWorthTests
{
    [TestCase("two-corridors.yaml", "both", 1e-9)]
    [TestCase("night-shift.yaml", "day", 1e-9)]
    [TestCase("night-shift.yaml", "night", 1e-9)]
    [TestCase("southbound.yaml", "units_at_ports", 2e-3)]
    [TestCase("southbound.yaml", "today", 2e-3)]
    public void A_deployment_is_worth_what_its_postings_come_to(string file, string deployment, double relative) =>
        Compare(ScenarioReader.ReadFile(Path.Combine(ShippedScenariosTests.Folder, file), new ReadingOptions()), deployment, relative);

    /// <summary>Searches take time, and so the second team may be off duty when the first is done.</summary>
    [TestCase("100%", "a: { COAST, count: 2 }", 1e-9)]
    [TestCase("50%", "a: { COAST, count: 2 }", 1e-9)]
    [TestCase("50%", "a: { COAST, count: 2 }, b: { COAST }", 1e-9)]
    [TestCase("0%", "a: { COAST, count: 2 }, b: { COAST }", 1e-9)]
    [TestCase("50%", "a: { COAST, hours: 06:10-18:00 }, b: { COAST, hours: 12:00-02:30 }", 5e-3)]
    [TestCase("50%", "a: { COAST, count: 2, days: [mon, tue] }, b: { COAST, hours: 12:00-02:30 }, c: { COAST, days: [tue] }", 5e-3)]
    [TestCase(
        "50%",
        "a: { COAST, count: 2 }, b: { at: { rotate: { coast: 30%, valley: 70% } }, task_force: county, team: roadside }",
        1e-3
    )]
    public void Teams_at_one_place_are_worth_what_theory_expects(string furtherTeamAdds, string post, double relative)
    {
        string text = File.ReadAllText(Path.Combine(ShippedScenariosTests.Folder, "two-corridors.yaml"))
            .Replace("finds: 50%", $"finds: 50%, further_team_adds: {furtherTeamAdds}", StringComparison.Ordinal)
            .Replace("roadside: 2 }", "roadside: 6 }", StringComparison.Ordinal)
            .Replace("post: { coast: { task_force: county, team: roadside } }", $"post: {{ {post} }}", StringComparison.Ordinal)
            .Replace("COAST", "at: coast, task_force: county, team: roadside", StringComparison.Ordinal);
        Compare(ScenarioReader.ReadText(text, "plan.yaml"), "on_the_coast", relative);
    }

    /// <summary>Lanes that are full half of the time or by night only, a queue, and secondary inspection whose lanes
    /// are full, or that begins after the shift. Where one team is met after another, what the first has found no more
    /// fills the lanes of the second, by so little.</summary>
    [TestCase("lanes: 1", "a: { COAST, hours: 06:00-18:00 }", 1e-9)]
    [TestCase("lanes: 1", "a: { COAST, hours: 06:00-18:00 }, b: { COAST, hours: 18:00-06:00 }", 1e-3)]
    [TestCase("lanes: 1", "a: { COAST, hours: 06:00-18:00 }, b: { COAST, hours: 12:00-24:00 }", 2e-2)]
    [TestCase("lanes: 1, when_full: wait, queue_limit: 2", "a: { COAST, count: 2 }", 1e-2)]
    [TestCase("secondary: { refers: 50%, finds: 60%, search: 30 min, lanes: 1 }", "a: { COAST, hours: 06:00-10:00 }", 1e-2)]
    [TestCase("search: 1 h, secondary: { refers: 50%, finds: 60% }", "a: { COAST, hours: 06:00-08:00 }", 1e-2)]
    public void Lanes_that_fill_up_are_worth_what_theory_expects(string lanes, string post, double relative)
    {
        string search = lanes.Contains("search: 1 h", StringComparison.Ordinal) ? string.Empty : "search: { exponential: 10 min }, ";
        string text = File.ReadAllText(Path.Combine(ShippedScenariosTests.Folder, "two-corridors.yaml"))
            .Replace("search: { varies: [5 min, 10 min, 30 min] }, ", $"{search}{lanes}, stops_traffic: 10%, ", StringComparison.Ordinal)
            .Replace("roadside: 2 }", "roadside: 6 }", StringComparison.Ordinal)
            .Replace(
                "coast: {}",
                "coast: { traffic: 60 per hour, profile: { hours: { 18:00-06:00: 20%, 06:00-18:00: 100% } } }",
                StringComparison.Ordinal
            )
            .Replace("post: { coast: { task_force: county, team: roadside } }", $"post: {{ {post} }}", StringComparison.Ordinal)
            .Replace("COAST", "at: coast, task_force: county, team: roadside", StringComparison.Ordinal);
        Compare(ScenarioReader.ReadText(text, "plan.yaml"), "on_the_coast", relative);
    }

    private static void Compare(ScenarioReading reading, string deployment, double relative)
    {
        Assert.That(reading.Scenario, Is.Not.Null, string.Join('\n', reading.Problems.Select(problem => problem.Message)));
        var world = CompiledScenario.Compile(reading.Scenario!);
        ExpectedSeizures expected = ExpectedSeizures.Of(world, new Arm(deployment, Arm.Frozen));
        string[] postings = [.. reading.Scenario!.Deployments[deployment].Post.Keys];
        double share = TrafficWorth
            .Of(PostingChances.Of(world, deployment), Traffickers.Fixed, posting => [Array.IndexOf(postings, posting)])
            .Of([.. postings.Select(_ => true)]);
        Assert.That(share * expected.Dispatched, Is.EqualTo(expected.Seized).Within(relative * expected.Seized));
    }
}
