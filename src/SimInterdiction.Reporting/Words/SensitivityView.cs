using System.Globalization;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>A sensitivity analysis as figures and tables look at it: whose difference, in which units, and what the
/// inputs are called.</summary>
public sealed class SensitivityView
{
    private readonly Dictionary<string, InputWords> inputs;
    private readonly Scenario scenario;
    private readonly List<string> inOrder;

    /// <param name="result">The analysis.</param>
    /// <param name="scenario">Its scenario, with every input at its best guess.</param>
    /// <param name="provenance">Where it comes from; its run is the analysis's id.</param>
    public SensitivityView(SensitivityResult result, Scenario scenario, Provenance provenance)
    {
        Result = result;
        Provenance = provenance;
        this.scenario = scenario;
        inOrder = [.. DeploymentOrder.Of(scenario)];
        Dictionary<string, UncertainValue> written = provenance.Uncertain.ToDictionary(u => u.Path);
        inputs = result.Inputs.ToDictionary(
            i => i.Path,
            i => new InputWords(i, written.GetValueOrDefault(i.Path)?.Written, written.GetValueOrDefault(i.Path)?.Places ?? 1, scenario)
        );
        Measure = MeasureCatalog.Find(result.Measure)
            ?? throw new InvalidDataException($"This version knows no measure '{result.Measure}'.");
        Scale = MeasureScale.Of(Measure, result.SmallestDifferenceThatMatters);
    }

    /// <summary>The first analysis a study comes with of which something is true; null without any.</summary>
    public static SensitivityView? In(StudyResult study, Func<SensitivityResult, bool> isWanted) =>
        study.Sensitivities.FirstOrDefault(d => isWanted(d.Result)) is { } found
            ? new SensitivityView(found.Result, study.Scenario, found.Provenance)
            : null;

    public SensitivityResult Result { get; }

    public Provenance Provenance { get; }

    public Measure Measure { get; }

    public MeasureScale Scale { get; }

    /// <summary>How many deployments the scenario has.</summary>
    public int Deployments => scenario.Deployments.Count;

    public string Deployment => LabelOf(Result.Deployment);

    public string Baseline => LabelOf(Result.Baseline);

    /// <summary>"percentage points"; empty for a bare number.</summary>
    public string Unit => Scale.AxisUnit;

    /// <summary>The smallest difference that matters, in the units shown.</summary>
    public double TooSmall => Result.SmallestDifferenceThatMatters * Scale.Factor;

    /// <summary>1 where the deployment does better than the baseline, -1 where worse, 0 where chance alone may be the
    /// difference or none is defined.</summary>
    public int SideAtBestGuess => SideOf(Result.BestGuess);

    /// <summary>Whether the answer is that no difference matters: the verdict at best guess.</summary>
    public bool IsNothingAtBestGuess => IsTooSmall(Result.BestGuess);

    public InputWords Input(string path) => inputs[path];

    /// <summary>Where a deployment comes among those that come out equal.</summary>
    public int RankAmongEquals(string deployment) => inOrder.IndexOf(deployment);

    public string LabelOf(string deployment) =>
        Labels.Of(deployment, scenario.Deployments.TryGetValue(deployment, out var d) ? d.Label : null);

    /// <summary>1 for better, -1 for worse, 0 where the interval leaves it open.</summary>
    public int SideOf(SimulatedValue difference)
    {
        int sign = Measure.BetterWhen < 0 ? -1 : 1;
        return difference.Low > 0 ? sign
            : difference.High < 0 ? -sign
            : 0;
    }

    /// <summary>Whether the whole interval lies within what is too small to matter.</summary>
    public bool IsTooSmall(SimulatedValue difference) =>
        difference.Low > -Result.SmallestDifferenceThatMatters && difference.High < Result.SmallestDifferenceThatMatters;

    /// <summary>"+0.4 (0.2 to 0.5)", in the difference's unit but without naming it.</summary>
    public string Difference(SimulatedValue difference) => Scale.Difference(difference.Value, difference.Low, difference.High);

    /// <summary>"+0.4 points".</summary>
    public string DifferenceWithUnit(SimulatedValue difference) =>
        difference.Value is { } d ? Scale.WithUnit(Scale.Signed(d, difference.Low, difference.High)) : Plain.Undefined;

    /// <summary>What is burned into its figures.</summary>
    public ProvenanceBlock Block
    {
        get
        {
            string warmUp = scenario.WarmUpHours > 0 ? $"{Plain.Duration(scenario.WarmUpHours)} warm-up" : "no warm-up";
            string source = string.Join(
                "  |  ",
                $"{Plain.Count(Result.Replications, "paired replication")} at each of "
                    + $"{Plain.Count(Result.Settings, "setting")}, seed {Result.Seed}, {Plain.Duration(scenario.LengthHours)}, "
                    + $"{warmUp}",
                ProvenanceBlock.Files(Provenance),
                Provenance.Run,
                $"SimInterdiction {Provenance.Version}",
                Provenance.Date.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)
            );
            return new ProvenanceBlock(
                ProvenanceBlock.SyntheticWarning,
                source,
                $"Only the {Plain.Count(Result.Inputs.Count, "input")} marked uncertain "
                    + $"{(Result.Inputs.Count == 1 ? "is" : "are")} varied, within the range that the file states; "
                    + $"{ProvenanceBlock.Traffickers(scenario.Adapts)}."
            )
            {
                Labels = ProvenanceBlock.LabelsIn(scenario),
            };
        }
    }
}
