using System.Reflection;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Store;

/// <summary>What all deployments of a scenario share and what decides their numbers, section by section.</summary>
/// <remarks>What can't matter is taken out, and all else counts: a key added to the scenario later decides numbers
/// until somebody says it doesn't.</remarks>
internal static class SharedSections
{
    private static readonly (string Name, PropertyInfo Property)[] All =
    [
        .. typeof(Scenario)
            .GetProperties()
            .Select(p => (p.GetCustomAttribute<KeyAttribute>()?.Name ?? p.Name, p))
            .Where(p => p.p.SetMethod is not null)
            .OrderBy(p => p.Item1, StringComparer.Ordinal),
    ];

    /// <summary>The hash of each section, by the name it has in the file.</summary>
    public static SortedDictionary<string, string> Of(Scenario scenario)
    {
        Scenario shared = Shared(scenario);
        return new SortedDictionary<string, string>(
            All.ToDictionary(p => p.Name, p => CanonicalText.Hash(p.Property.GetValue(shared))),
            StringComparer.Ordinal
        );
    }

    private static Scenario Shared(Scenario scenario) =>
        scenario with
        {
            Title = null,
            Question = null,
            Deployments = new OrderedDictionary<string, Deployment>(),
            Today = null,
            Experiment = scenario.Experiment with
            {
                CompareWith = null,
                Measure = "",
                SmallestDifferenceThatMatters = 0,

                // As it is where nothing is written, so that runs from before are found.
                NoticedWhenCancelled = new ExperimentPlan().NoticedWhenCancelled,
                Replications = 0,
                Precision = null,
                Choose = Choosing.None,
                AtMost = 0,
                Seed = 0,
                AlsoReport = [],
                Steps = new OrderedDictionary<string, Step>(),
                Hypothetical = [],
                Adversaries = new OrderedDictionary<string, AdversaryVariant>(),
            },
            WhatIf = new OrderedDictionary<string, WhatIf>(),
            Require = [],
            Assumptions = [],
        };
}
