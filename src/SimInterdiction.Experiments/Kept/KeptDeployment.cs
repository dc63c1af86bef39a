using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Kept;

/// <summary>What one deployment came to: numbers alone, in the order of the catalogue, of the dimensions and of their
/// entries.</summary>
internal sealed record KeptDeployment
{
    /// <summary>Null where the measure is 0/0.</summary>
    public required IReadOnlyList<double?> Periods { get; init; }

    public required IReadOnlyList<Estimate> Measures { get; init; }

    /// <summary>Null where nothing adapts: then they are those above.</summary>
    public required IReadOnlyList<Estimate>? Frozen { get; init; }

    public required IReadOnlyList<IReadOnlyList<Estimate>> FrozenWeeks { get; init; }

    public required Notice? Notice { get; init; }

    /// <summary>By dimension, entry and measure.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<Estimate>>> By { get; init; }

    public static KeptDeployment Of(DeploymentResult result, bool isAdaptive) =>
        new()
        {
            Periods = [.. result.Periods.Select(value => double.IsNaN(value) ? (double?)null : value)],
            Measures = [.. result.Measures.Values],
            Frozen = isAdaptive ? [.. result.Frozen.Values] : null,
            FrozenWeeks = Numbers(result.FrozenWeeks),
            Notice = result.Notice,
            By = [.. Enum.GetValues<Dimension>().Select(dimension => Numbers(result.By[dimension]))],
        };

    public DeploymentResult ToResult(string name, Deployment deployment, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        OrderedDictionary<string, Estimate> measures = Named(MeasureCatalog.All, Measures);
        var by = new OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>();
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            by.Add(dimension, Named(dimension, By[(int)dimension], entryNames));
        }

        return new DeploymentResult
        {
            Name = name,
            Label = Labels.Of(name, deployment.Label),
            Note = deployment.Note,
            Replications = Periods.Count,
            OfficerHours = measures["officer_hours"].Mean ?? 0,
            CostUsd = measures[MeasureCatalog.Cost].Mean ?? 0,
            Measures = measures,
            Frozen = Frozen is null ? measures : Named(MeasureCatalog.All, Frozen),
            FrozenWeeks = Named(Dimension.Week, FrozenWeeks, entryNames),
            Notice = Notice,
            By = by,
            Periods = [.. Periods.Select(value => value ?? double.NaN)],
        };
    }

    private static IReadOnlyList<IReadOnlyList<Estimate>> Numbers(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> entries
    ) => [.. entries.Values.Select(measures => (IReadOnlyList<Estimate>)[.. measures.Values])];

    private static OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>> Named(
        Dimension dimension,
        IReadOnlyList<IReadOnlyList<Estimate>> numbers,
        Func<Dimension, IReadOnlyList<string>> entryNames
    )
    {
        IReadOnlyList<Measure> measures = BreakdownMeasures.Of(dimension);
        var entries = new OrderedDictionary<string, IReadOnlyDictionary<string, Estimate>>();
        foreach ((string entry, IReadOnlyList<Estimate> estimates) in entryNames(dimension).Zip(numbers))
        {
            entries.Add(entry, Named(measures, estimates));
        }

        return entries;
    }

    private static OrderedDictionary<string, Estimate> Named(IReadOnlyList<Measure> measures, IReadOnlyList<Estimate> numbers)
    {
        var named = new OrderedDictionary<string, Estimate>(measures.Count);
        foreach ((Measure measure, Estimate estimate) in measures.Zip(numbers))
        {
            named.Add(measure.Name, estimate);
        }

        return named;
    }
}
