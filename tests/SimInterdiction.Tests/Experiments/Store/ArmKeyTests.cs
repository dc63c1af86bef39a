using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>A key holds all that decides an arm's replications, and as little else as can be.</summary>
public sealed class ArmKeyTests
{
    // Without organizations, to which the baseline would matter.
    private static readonly Scenario Southbound = ScenarioReader
        .ReadFile(Path.Combine(ShippedScenariosTests.Folder, "southbound.yaml"))
        .Scenario! with
    {
        Organizations = new OrderedDictionary<string, Organization>(),
    };

    [Test]
    public void An_arm_depends_on_no_other_deployment_than_its_key_says(
        [Values] DuringWarmUp duringWarmUp,
        [Values("nobody", "posted")] string baseline
    ) =>
        RandomScenarios.Any.SampleRepeatably(
            random =>
            {
                Scenario full = random with { Experiment = random.Experiment with { DuringWarmUp = duringWarmUp, CompareWith = baseline } };
                foreach (string name in full.Deployments.Keys)
                {
                    Scenario less = Without(full, other => other != name && (duringWarmUp == DuringWarmUp.Same || other != baseline));
                    Assert.That(ArmKey.Of(less, new Arm(name)).Hash, Is.EqualTo(ArmKey.Of(full, new Arm(name)).Hash));
                    Assert.That(Bits(less, new Arm(name)), Is.EqualTo(Bits(full, new Arm(name))), name);
                }
            },
            iter: 15,
            seed: 11,
            RandomScenarios.Describe
        );

    [Test]
    public void With_organizations_used_to_the_baseline_an_arm_depends_on_that_and_no_other([Values(null, Arm.Frozen)] string? adversary) =>
        RandomScenarios.Any.SampleRepeatably(
            random =>
            {
                Scenario full = random with
                {
                    Organizations = new OrderedDictionary<string, Organization>
                    {
                        ["gang"] = new()
                        {
                            RouteChoice = new RouteChoice
                            {
                                RiskAversion = 50,
                                Shares = ShareMeaning.AsToday,
                                Prior = new Prior(),
                            },
                        },
                    },
                    Flows = new OrderedDictionary<string, Flow>(
                        random.Flows.Select(f => KeyValuePair.Create(f.Key, f.Value with { Organization = "gang" }))
                    ),
                    Experiment = random.Experiment with { CompareWith = "nobody" },
                };
                Scenario otherBaseline = full with { Experiment = full.Experiment with { CompareWith = "fewer" } };
                Scenario less = Without(full, other => other == "fewer");
                var arm = new Arm("posted", adversary);
                Assert.That(ArmKey.Of(less, arm).Hash, Is.EqualTo(ArmKey.Of(full, arm).Hash));
                Assert.That(Bits(less, arm), Is.EqualTo(Bits(full, arm)));
                Assert.That(
                    ArmKey.Of(otherBaseline, arm).Hash != ArmKey.Of(full, arm).Hash
                        || Bits(otherBaseline, arm).SequenceEqual(Bits(full, arm)),
                    Is.True,
                    "the same key means the same numbers"
                );
            },
            iter: 15,
            seed: 12,
            RandomScenarios.Describe
        );

    [Test]
    public void Where_todays_deployment_acts_in_the_warm_up_it_is_part_of_the_key()
    {
        Scenario today = Southbound with { Experiment = Southbound.Experiment with { DuringWarmUp = DuringWarmUp.Today } };
        var changed = new OrderedDictionary<string, Deployment>(today.Deployments) { [today.Baseline] = new Deployment() };
        Arm arm = new(today.Deployments.Keys.First(d => d != today.Baseline));
        Assert.That(
            ArmKey.Of(today with { Deployments = changed }, arm).ChangedSince(ArmKey.Of(today, arm)),
            Is.EqualTo(new[] { "the deployment" })
        );

        // Without organizations that are used to it, nothing of it is left once the window begins.
        Scenario alone = Southbound with
        {
            Organizations = new OrderedDictionary<string, Organization>(),
            Flows = new OrderedDictionary<string, Flow>(
                Southbound.Flows.Select(f => KeyValuePair.Create(f.Key, f.Value with { Organization = null }))
            ),
        };
        Assert.That(ArmKey.Of(alone with { Deployments = changed }, arm), Has.Property("Hash").EqualTo(ArmKey.Of(alone, arm).Hash));
    }

    [Test]
    public void The_last_bit_of_any_number_in_a_section_changes_the_key_and_is_named()
    {
        Arm arm = new(Southbound.Baseline);
        ArmKey key = ArmKey.Of(Southbound, arm);
        TeamType type = Southbound.TeamTypes.Values.First(t => t.Finds > 0);
        string name = Southbound.TeamTypes.First(t => t.Value == type).Key;
        var types = new OrderedDictionary<string, TeamType>(Southbound.TeamTypes)
        {
            [name] = type with { Finds = Math.BitIncrement(type.Finds) },
        };
        Assert.That(ArmKey.Of(Southbound with { TeamTypes = types }, arm).ChangedSince(key), Is.EqualTo(new[] { "team_types" }));
        Assert.That(
            ArmKey.Of(Southbound with { LengthHours = Southbound.LengthHours + 24 }, arm).ChangedSince(key),
            Is.EqualTo(new[] { "length" })
        );
        Assert.That(key.ChangedSince(ArmKey.Of(Southbound, arm)), Is.Empty);
    }

    [Test]
    public void Variants_of_the_organizations_have_keys_of_their_own()
    {
        Scenario crossed = Southbound with
        {
            Experiment = Southbound.Experiment with
            {
                Adversaries = new OrderedDictionary<string, AdversaryVariant>
                {
                    ["calm"] = new() { Adaptive = false },
                    ["keen"] = new(),
                },
            },
        };
        string[] hashes =
        [
            .. new[] { null, Arm.Frozen, "calm", "keen" }.Select(variant => ArmKey.Of(crossed, new Arm(crossed.Baseline, variant)).Hash),
        ];
        Assert.That(hashes, Is.Unique);
        Assert.That(
            ArmKey.Of(Southbound, new Arm(Southbound.Baseline)).Hash,
            Is.EqualTo(hashes[0]),
            "other variants don't touch the organizations as stated"
        );
    }

    [Test]
    public void A_key_reads_back_from_its_file()
    {
        ArmKey key = ArmKey.Of(Southbound, new Arm(Southbound.Baseline));
        Assert.That(ArmKey.FromJson(key.ToJson())!.Hash, Is.EqualTo(key.Hash));
        Assert.That(ArmKey.FromJson("{ half of"), Is.Null);
    }

    private static Scenario Without(Scenario scenario, Predicate<string> isLeftOut) =>
        scenario with
        {
            Deployments = new OrderedDictionary<string, Deployment>(scenario.Deployments.Where(d => !isLeftOut(d.Key))),
            Experiment = scenario.Experiment with { CompareWith = isLeftOut(scenario.Baseline) ? null : scenario.Baseline },
        };

    private static long[] Bits(Scenario scenario, Arm arm)
    {
        CompiledScenario compiled = CompiledScenario.Compile(scenario);
        var record = new ReplicationRecord(compiled.EntryCounts);
        using var replication = new Replication(compiled, arm);
        replication.Run(3, record);
        return [.. record.Rows.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits)];
    }
}
