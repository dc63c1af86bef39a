using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Sensitivities;

/// <summary>What a sensitivity analysis can't do of what it is asked.</summary>
internal static class SensitivityObjections
{
    /// <summary>All there are; none where it can be done.</summary>
    public static IEnumerable<Refusal> To(SensitivityRequest request, ScenarioReading reading)
    {
        Scenario scenario = reading.Scenario!;
        string[] paths = [.. reading.UncertainInputs.Select(u => u.Path)];
        string[] others = [.. scenario.Deployments.Keys.Where(name => name != scenario.Baseline)];
        if (paths.Length == 0)
        {
            yield return new Refusal.NothingUncertain();
        }

        if (others.Length == 0)
        {
            yield return new Refusal.OneDeployment();
        }
        else if (request.Deployment is { } wanted && !others.Contains(wanted))
        {
            yield return wanted == scenario.Baseline
                ? new Refusal.IsBaseline(wanted, others)
                : new Refusal.UnknownName(NamedThing.Deployment, wanted, others);
        }

        string measure = request.Measure ?? scenario.Experiment.Measure;
        if (MeasureCatalog.Find(measure) is not { Estimator: not Estimator.Pooled })
        {
            yield return new Refusal.NoMeasureToStudy(measure);
        }

        if (paths.Length > 0 && OfMethod(request, paths) is { } objection)
        {
            yield return objection;
        }
    }

    private static Refusal? OfMethod(SensitivityRequest request, string[] paths)
    {
        // What the method doesn't take need not be right.
        string[] unknown = request.Method == SensitivityMethod.Map ? [.. request.Inputs.Except(paths)] : [];
        return (request.Method, request.Inputs.Count, request.Inputs.Distinct().Count()) switch
        {
            (not SensitivityMethod.Map, > 0, _) => new Refusal.NotOfMethod(MethodPart.Inputs),
            _ when unknown.Length > 0 => new Refusal.NotUncertain(unknown, paths),
            (SensitivityMethod.Map, _, _) when paths.Length < 2 => new Refusal.OneInput(),
            (SensitivityMethod.Map, not (0 or 2), _) or (SensitivityMethod.Map, 2, 1) => new Refusal.NotTwoInputs(),
            (SensitivityMethod.Tornado or SensitivityMethod.Map or SensitivityMethod.Verdicts, _, _) when request.Samples is not null =>
                new Refusal.NotOfMethod(MethodPart.Samples),
            (SensitivityMethod.Discover, _, _) when request.Samples < SensitivityAnalysis.FewestSettings => new Refusal.TooFewSettings(
                SensitivityAnalysis.FewestSettings,
                request.Samples.Value
            ),
            (SensitivityMethod.Verdicts, _, _) when request.Deployment is not null => new Refusal.NotOfMethod(MethodPart.Deployment),
            _ => null,
        };
    }
}
