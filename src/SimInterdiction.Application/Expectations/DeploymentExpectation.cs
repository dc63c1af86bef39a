using SimInterdiction.Application.Requests;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Expectations;

/// <summary>Works out what theory expects of deployments, without simulating.</summary>
public static class DeploymentExpectation
{
    /// <param name="request">Of which.</param>
    /// <param name="observer">Told of the scenario.</param>
    /// <param name="stop">Ends it between two deployments.</param>
    public static ExpectationOutcome Execute(ExpectationRequest request, IObserveScenario observer, CancellationToken stop)
    {
        ScenarioReading reading = request.Source.Read();
        if (reading.Scenario is not { } scenario)
        {
            return new ExpectationOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        if (request.Only.FirstOrDefault(name => !scenario.Deployments.ContainsKey(name)) is { } unknown)
        {
            return new ExpectationOutcome.Refused(new Refusal.UnknownName(NamedThing.Deployment, unknown, [.. scenario.Deployments.Keys]));
        }

        CompiledScenario world = CompiledScenario.Compile(scenario);
        CompiledScenario? knowing = Knowing(scenario);
        var expected = new List<ExpectedDeployment>();
        foreach (string name in scenario.Deployments.Keys.Where(name => request.Only.Count == 0 || request.Only.Contains(name)))
        {
            if (stop.IsCancellationRequested)
            {
                return new ExpectationOutcome.Stopped();
            }

            expected.Add(Of(world, knowing, name));
        }

        return new ExpectationOutcome.Completed(world, expected);
    }

    /// <summary>What is expected of each deployment as long as organizations stay as they are, in the file's order, for
    /// front ends that show it while a scenario is written.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="stop">Ends it between two deployments.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IEnumerable<ExpectedSeizures> AsTheyAre(CompiledScenario world, CancellationToken stop)
    {
        foreach (string name in world.Scenario.Deployments.Keys)
        {
            stop.ThrowIfCancellationRequested();
            yield return ExpectedSeizures.Of(world, new Arm(name, Arm.Frozen));
        }
    }

    /// <summary>The same of one deployment.</summary>
    /// <param name="world">The scenario.</param>
    /// <param name="deployment">Its name.</param>
    public static ExpectedSeizures AsItIs(CompiledScenario world, string deployment) =>
        ExpectedSeizures.Of(world, new Arm(deployment, Arm.Frozen));

    /// <summary>What is expected of some deployments of a scenario.</summary>
    internal static IReadOnlyList<ExpectedDeployment> Of(Scenario scenario, IEnumerable<string> deployments)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        CompiledScenario? knowing = Knowing(scenario);
        return [.. deployments.Select(name => Of(world, knowing, name))];
    }

    private static ExpectedDeployment Of(CompiledScenario world, CompiledScenario? knowing, string name) =>
        new(
            name,
            ExpectedSeizures.Of(world, new Arm(name, Arm.Frozen)),
            knowing is null ? null : ExpectedSeizures.Of(knowing, new Arm(name))
        );

    /// <summary>The same with organizations that know every risk; null where nobody learns.</summary>
    internal static CompiledScenario? Knowing(Scenario scenario) =>
        scenario.Adapts
            ? CompiledScenario.Compile(
                scenario with
                {
                    Organizations = new OrderedDictionary<string, Organization>(
                        scenario.Organizations.Select(o => KeyValuePair.Create(o.Key, o.Value.Knowing()))
                    ),
                }
            )
            : null;
}
