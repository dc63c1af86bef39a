using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>Two corridors carry as much, and each deployment posts the same team on one of them: whatever the inputs
/// are, the two differ by luck alone. An analysis that calls any of its settings better is wrong, and 5 of 100 may be.
/// </summary>
public sealed class AllSettingsTogetherTests
{
    private const string TwoAlike = """
        length: 6 days
        places: { city: { at: [29.42, -98.49] }, east: { at: [27.50, -97] }, west: { at: [27.50, -99.51] } }
        corridors: { to_east: { path: [city, east] }, to_west: { path: [city, west] } }
        flows:
          guns:
            rate: { uncertain: [10 shipments per day, 20 shipments per day, 30 shipments per day] }
            routes: { to_east: 50%, to_west: 50% }
        team_types: { team: { officers: 4, stops: 60%, finds: { uncertain: [40%, 50%, 60%] } } }
        task_forces: { border: { home: city, teams: { team: 1 } } }
        checkpoints: { east: {}, west: {} }
        deployments:
          in_the_east: { post: { east: { task_force: border, team: team } } }
          in_the_west: { post: { west: { task_force: border, team: team } } }
        experiment: { compare_with: in_the_east }
        """;

    // More than 3 of 15 come by chance in 1 of 180.
    [TestCase(SensitivityMethod.Verdicts, 15, 3)]
    [TestCase(SensitivityMethod.Tornado, 15, 3)]
    public void Equals_are_seldom_told_apart_in_any_setting(SensitivityMethod method, int analyses, int most) =>
        Check(method, analyses, most);

    // 200 analyses: 5 % is 10, and 19 three standard errors beyond it.
    [Test]
    [Explicit("Minutes.")]
    [Category("Slow")]
    public void Equals_are_told_apart_in_5_of_100_of_many_analyses_at_most(
        [Values(SensitivityMethod.Map, SensitivityMethod.Verdicts, SensitivityMethod.Tornado)] SensitivityMethod method
    ) => Check(method, 200, most: 19);

    private static void Check(SensitivityMethod method, int analyses, int most)
    {
        int wrong = Enumerable.Range(1, analyses).Count(seed => IsAnyToldApart(Run(method, seed)));
        Assert.That(wrong, Is.AtMost(most));
    }

    private static bool IsAnyToldApart(SensitivityResult result) =>
        result switch
        {
            { Map: { } map } => map.SurelyAbove + map.SurelyBelow > 0,
            { Verdicts: { } table } => table.Deployments.Any(d =>
                d.At.Any(at => at.Regret.Low > 0 || at.Difference.Low > 0 || at.Difference.High < 0)
            ),
            _ => result.Tornado!.Any(bar => bar.Answer is Answered.Flips or Answered.Stays),
        };

    private static SensitivityResult Run(SensitivityMethod method, int seed) =>
        UncertainWorlds.Run(TwoAlike, UncertainWorlds.Options(method, "in_the_west", 20) with { Seed = seed });
}
