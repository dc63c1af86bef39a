using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;

namespace SimInterdiction.Application.Runs;

/// <summary>How a question about a run is studied: the deployments of the run, as often and on the same random numbers,
/// compared by the same measure and with the same baseline.</summary>
/// <param name="Scenario">The changed scenario.</param>
/// <param name="As">How its deployments are compared.</param>
/// <param name="Options">How it is run.</param>
internal sealed record WhatIfPlan(Scenario Scenario, ComparedAs As, StudyOptions Options)
{
    /// <param name="changed">The changed scenario.</param>
    /// <param name="drawn">The same as a function of its uncertain inputs; null where they are held.</param>
    /// <param name="asStated">What came out as stated.</param>
    /// <param name="options">How the scenario as stated was run.</param>
    public static WhatIfPlan Of(Scenario changed, UncertainScenario? drawn, StudyResult asStated, StudyOptions options)
    {
        var comparedAs = ComparedAs.In(asStated);
        return new WhatIfPlan(
            comparedAs.Of(changed),
            comparedAs,
            options with
            {
                Replications = asStated.ReplicationsAsked,
                Drawn = drawn,
                MainOnly = true,
            }
        );
    }

    /// <summary>The name of the file, in a run's folder, that keeps what a question came to.</summary>
    public static string KeptAs(string question) => $"what-if/{question}.json";

    /// <summary>The same with what came out kept beside the replications.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="question">The question's name.</param>
    public WhatIfPlan KeptIn(string folder, string question) =>
        this with
        {
            Options = Options with
            {
                Store = Options.Store is { } store ? store with { ResultFile = Path.Combine(folder, KeptAs(question)) } : null,
            },
        };

    /// <summary>What came out, with the words of the question.</summary>
    public static WhatIfResult Answered(ManifestWhatIf question, StudyResult result) =>
        new(question.Name, question.Label, question.Changes, result);
}
