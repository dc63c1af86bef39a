using System.Collections.Concurrent;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting;

/// <summary>The figures of the samples, each made once for all tests.</summary>
internal static class SampleFigures
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Figure>>> Made = [];
    private static readonly ConcurrentDictionary<string, Lazy<string>> Reports = [];

    /// <summary>The samples of studies, and those of analyses of uncertainty.</summary>
    public static IEnumerable<string> Names => SampleStudy.All.Keys.Concat(SampleSensitivity.All.Keys);

    public static IReadOnlyList<Figure> Of(string sample) => Made.GetOrAdd(sample, name => new(() => Make(name))).Value;

    /// <summary>The web page of a sample of a study, with its figures.</summary>
    public static string Report(string sample) =>
        Reports.GetOrAdd(sample, name => new(() => HtmlReport.Write(SampleStudy.All[name], SampleStudy.Provenance, Of(name)))).Value;

    private static IReadOnlyList<Figure> Make(string name) =>
        SampleSensitivity.All.TryGetValue(name, out SensitivityView? doubt)
            ? FigureCatalog.Of(doubt)
            : FigureCatalog.MakeAll(
                new FigureSubject(SampleStudy.All[name], SampleStudy.Provenance) { Example = SampleCourse.Of(SampleStudy.All[name]) }
            );
}
