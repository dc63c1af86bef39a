using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Cli.Running;

/// <summary>One file of a run.</summary>
internal sealed record OutputFile(string Name, byte[] Content);

/// <summary>What a finished study is turned into.</summary>
internal static class RunOutput
{
    /// <summary>The files of a run, one after the other, so that no two figures are in memory at once.</summary>
    public static IEnumerable<OutputFile> Make(StudyResult result, Provenance provenance, bool withFigures)
    {
        yield return Text("summary.csv", SummaryCsv.Write(result));
        yield return Text("result.json", ResultJson.Write(result, provenance));
        if (!withFigures)
        {
            yield break;
        }

        IReadOnlyList<Figure> figures = FigureCatalog.MakeAll(result, provenance);
        foreach (Figure figure in figures)
        {
            foreach ((string name, byte[] content) in FigureFile.Files(figure))
            {
                yield return new OutputFile($"figures/{name}", content);
            }
        }

        yield return Text("report.html", HtmlReport.Write(result, provenance, figures));
    }

    private static OutputFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
