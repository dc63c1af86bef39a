using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>YAML's merge keys: a map takes the keys of others that it has not itself.</summary>
public sealed class MergeKeyTests
{
    private const string Types = """
        team_types:
          a: &a { stops: 1%, finds: 10%, lanes: 1 }
          b: &b { stops: 2%, finds: 20%, officers: 2 }
          c: { @ }
        """;

    [TestCase("<<: *a", 0.01, 0.1)]
    [TestCase("<<: [*b, *a]", 0.02, 0.2)]
    [TestCase("<<: [*a, *b]", 0.01, 0.1)]
    [TestCase("<<: [*b, *a], stops: 3%", 0.03, 0.2)]
    [TestCase("stops: 3%, <<: [*b, *a]", 0.03, 0.2)]
    [TestCase("<<: [{ stops: 4% }, *a]", 0.04, 0.1)]
    public void Own_keys_win_over_merged_ones_and_earlier_maps_over_later(string keys, double stops, double finds)
    {
        ScenarioReading reading = Files.ReadOverBase(Types.Replace("@", keys, StringComparison.Ordinal));
        SimInterdiction.Model.Interdiction.TeamType type = Files.Good(reading).TeamTypes["c"];
        Assert.That((type.Stops, type.Finds), Is.EqualTo(((double?)stops, finds)));
    }

    [Test]
    public void Keys_of_all_maps_are_taken()
    {
        ScenarioReading reading = Files.ReadOverBase(Types.Replace("@", "<<: [*b, *a]", StringComparison.Ordinal));
        SimInterdiction.Model.Interdiction.TeamType type = Files.Good(reading).TeamTypes["c"];
        Assert.That((type.Lanes, type.Officers), Is.EqualTo(((int?)1, 2)));
    }

    [TestCase("S022", "<<: ⟦fast⟧, stops: 3%, finds: 1%")]
    [TestCase("S022", "<<: [*a, ⟦fast⟧]")]
    [TestCase("S022", "<<: [⟦1⟧, 2], finds: 1%")]
    [TestCase("S022", "⟦<<⟧: , stops: 3%, finds: 1%")]
    [TestCase("S102", "<<: *a, ⟦<<⟧: *b")]
    [TestCase("S102", "<<: *a, stops: 3%, ⟦stops⟧: 4%")]
    [TestCase("S018", "<<: ⟦*nothing⟧")]
    public void What_can_not_be_merged_is_found_where_it_stands(string code, string keys) =>
        Files.AssertWrong(code, Types.Replace("@", keys, StringComparison.Ordinal));

    [TestCase("<<: ⟦*nothing⟧", "write '&nothing' before the map above that is to be copied")]
    [TestCase("<<: [*a, ⟦*nothing⟧]", "write '&nothing' before the map above that is to be copied")]
    public void What_is_missing_to_merge_is_told_with_what_to_write(string keys, string hint) =>
        Assert.That(Files.AssertWrong("S018", Types.Replace("@", keys, StringComparison.Ordinal)).Hint, Is.EqualTo(hint));

    [Test]
    public void A_misspelt_alias_is_told_with_the_nearest() =>
        Assert.That(
            Files.AssertWrong("S018", "travel: &usual { speed: 50 mph }\nteam_types: { x: { <<: ⟦*usaul⟧ } }").Hint,
            Is.EqualTo("did you mean '*usual'?")
        );

    [Test]
    public void A_map_that_merges_itself_is_refused()
    {
        Problem problem = Files.AssertWrong("S018", "team_types:\n  a: &a { stops: 1%, finds: 10%, <<: ⟦*a⟧ }");
        Assert.That(problem.Message, Is.EqualTo("'*a' is inside what '&a' marks, so it would repeat itself forever"));
    }

    [Test]
    public void A_mistake_in_what_was_merged_is_told_where_it_was_written() =>
        Files.AssertWrong(
            "S123",
            Types.Replace("finds: 10%", "finds: ⟦10⟧", StringComparison.Ordinal).Replace("@", "<<: *a", StringComparison.Ordinal)
        );
}
