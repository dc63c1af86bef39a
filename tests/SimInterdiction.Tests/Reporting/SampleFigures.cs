using System.Collections.Concurrent;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Tests.Reporting;

/// <summary>The figures of the samples, each made once for all tests.</summary>
internal static class SampleFigures
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Figure>>> Made = [];

    public static IReadOnlyList<Figure> Of(string sample) =>
        Made.GetOrAdd(sample, name => new(() => FigureCatalog.MakeAll(new FigureSubject(SampleStudy.All[name], SampleStudy.Provenance) { Example = SampleCourse.Of(SampleStudy.All[name]) }))).Value;
}
