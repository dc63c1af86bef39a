using System.Text.RegularExpressions;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Calibration;

/// <summary>Reads figures such as <c>firearms_seized of today = 2000 +- 50</c>; measures and deployments go by their
/// names or by their labels.</summary>
public static partial class StatedFigureReader
{
    private const string Due = "\"MEASURE of DEPLOYMENT = FIGURE +- HOW FAR OFF\", such as \"firearms_seized of today = 2000 +- 50\"";

    /// <summary>The figures, and what is wrong with those that could not be read.</summary>
    /// <param name="texts">One figure each.</param>
    /// <param name="scenario">Whose deployments are meant; the baseline where none is named.</param>
    public static (IReadOnlyList<StatedFigure> Figures, IReadOnlyList<Problem> Problems) Read(
        IReadOnlyList<string> texts,
        Scenario scenario
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(scenario);
        var problems = new ProblemList();
        string[] lines = [.. texts.Select(t => t.Replace('\n', ' ').Replace('\r', ' '))];
        problems.AddSource(Given.Figures, string.Join('\n', lines));
        StatedFigure?[] figures = [.. lines.Select((text, i) => ReadOne(text, i + 1, scenario, problems))];
        return ([.. figures.OfType<StatedFigure>()], problems.InOrder());
    }

    private static StatedFigure? ReadOne(string text, int line, Scenario scenario, ProblemList problems)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            problems.Error("S153", new Mark(Given.Figures, line, 1, Math.Max(1, text.Length)), $"'{text}' can't be read as a target", Due);
            return null;
        }

        Group name = match.Groups["measure"];
        Mark At(Group group) => new(Given.Figures, line, group.Index + 1, group.Length);
        Measure? measure = MeasureCatalog.Find(name.Value) ?? MeasureCatalog.All.FirstOrDefault(m => IsAlike(m.Label, name.Value));
        if (measure is null)
        {
            problems.Error(
                "S204",
                At(name),
                $"there is no measure '{name.Value}'",
                Names.Few(MeasureCatalog.All.Select(m => m.Name)),
                Names.DidYouMean(name.Value, MeasureCatalog.All.Select(m => m.Name))
            );
        }
        else if (measure.Estimator == Estimator.Pooled)
        {
            problems.Error(
                "S204",
                At(name),
                $"'{name.Value}' looks at all periods together, and can't be fitted to",
                "a measure that each period has"
            );
        }

        Group deployment = match.Groups["deployment"];
        string? meant = deployment.Success ? DeploymentNamed(deployment.Value, scenario) : scenario.Baseline;
        if (meant is null)
        {
            problems.Error(
                "S201",
                At(deployment),
                $"there is no deployment '{deployment.Value}'",
                Names.Few(scenario.Deployments.Keys),
                Names.DidYouMean(deployment.Value, scenario.Deployments.Keys)
            );
        }

        if (measure is null || meant is null || problems.HasErrors)
        {
            return null;
        }

        double? value = Number(match.Groups["value"], isDifference: false);
        Group off = match.Groups["off"];
        double? giveOrTake = !off.Success ? 0 : Number(off, isDifference: true);
        if (giveOrTake < 0 || (off.Success && giveOrTake == 0))
        {
            problems.Error("S112", At(off), "the tolerance must be above 0");
            return null;
        }

        string written = text[(text.IndexOf('=') + 1)..].Trim();
        return value is { } figure && giveOrTake is { } either ? new StatedFigure(measure.Name, meant, figure, either, written) : null;

        double? Number(Group group, bool isDifference) =>
            MeasureReader.Read(new ScalarNode(At(group), group.Value, isQuoted: false), measure, isDifference, problems);
    }

    private static string? DeploymentNamed(string text, Scenario scenario) =>
        scenario.Deployments.ContainsKey(text)
            ? text
            : scenario.Deployments.FirstOrDefault(d => IsAlike(Labels.Of(d.Key, d.Value.Label), text)).Key;

    private static bool IsAlike(string label, string text) => string.Equals(label, text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*(?<measure>[^=]+?)(\s+of\s+(?<deployment>[^=]+?))?\s*=\s*(?<value>\S.*?)(\s*(\+-|\+/-|±)\s*(?<off>\S.*?))?\s*$")]
    private static partial Regex Shape();
}
