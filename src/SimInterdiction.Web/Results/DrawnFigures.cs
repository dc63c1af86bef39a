using System.Text;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Results;

/// <summary>Figures of runs, of any of their deployments, drawn when they are asked for as <c>simint plot</c> draws
/// them.</summary>
/// <param name="studies">What runs came to.</param>
internal sealed class DrawnFigures(RunStudies studies)
{
    private static readonly Dictionary<string, (string Type, Func<Figure, string> Make)> Forms = new()
    {
        [".svg"] = ("image/svg+xml", FigureFile.Svg),
        [".csv"] = ("text/csv; charset=utf-8", figure => figure.Csv),
        [".txt"] = ("text/plain; charset=utf-8", FigureFile.AltText),
    };

    /// <summary>Which figures there are of a run; null where it holds no replication, or can't be read.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public FigureChoices? Of(string runFolder, CancellationToken stop) =>
        studies.Of(runFolder, stop) is { Study: { } study } subject
            ? new FigureChoices(
                [
                    .. FigureCatalog
                        .All.Where(kind => kind.HasData(study))
                        .Select(kind => new FigureChoice(kind.Name, kind.Number, kind.Shows, kind.IsAboutOne)),
                ],
                [.. study.Deployments.Select(each => new ToldDeployment(each.Name, new StudyView(study).LabelOf(each.Name)))],
                subject.Told.Name,
                study.Measure.Name,
                [.. MeasureCatalog.All.Where(measure => measure.Unit.Quantity == Quantity.Share).Select(measure => measure.Name)]
            )
            : null;

    /// <summary>A file of a figure, and its type; null where there is no such figure, deployment or form.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="file">The figure's name in the catalogue, with an ending.</param>
    /// <param name="deployment">Of which deployment; null for the one that the answer tells of.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public (byte[] Content, string Type)? Draw(string runFolder, string file, string? deployment, CancellationToken stop)
    {
        if (
            !Forms.TryGetValue(Path.GetExtension(file), out (string Type, Func<Figure, string> Make) form)
            || FigureCatalog.Find(Path.GetFileNameWithoutExtension(file)) is not { } kind
            || studies.Of(runFolder, stop) is not { } subject
            || !kind.HasData(subject.Study)
            || (deployment is not null && (!kind.IsAboutOne || subject.Study.Deployments.All(each => each.Name != deployment)))
        )
        {
            return null;
        }

        FigureSubject? told = kind.ShowsExample
            ? studies.WithExample(runFolder, deployment, stop)
            : subject with
            {
                Deployment = deployment,
            };
        return told is null ? null : (Encoding.UTF8.GetBytes(form.Make(kind.Make(told))), form.Type);
    }
}

/// <summary>The figures of a run.</summary>
/// <param name="Figures">In the order of the report.</param>
/// <param name="Deployments">Of which some of them can be.</param>
/// <param name="Told">The one that the answer tells of.</param>
/// <param name="Measure">What the run is about.</param>
/// <param name="Shares">The measures that are shares.</param>
internal sealed record FigureChoices(
    IReadOnlyList<FigureChoice> Figures,
    IReadOnlyList<ToldDeployment> Deployments,
    string Told,
    string Measure,
    IReadOnlyList<string> Shares
);

/// <param name="Name">In the catalogue.</param>
/// <param name="Number">In the report.</param>
/// <param name="Shows">What it shows, in a line.</param>
/// <param name="IsAboutOne">Whether it is about one deployment.</param>
internal sealed record FigureChoice(string Name, int Number, string Shows, bool IsAboutOne);

/// <param name="Name">In the file.</param>
/// <param name="Label">What people see.</param>
internal sealed record ToldDeployment(string Name, string Label);
