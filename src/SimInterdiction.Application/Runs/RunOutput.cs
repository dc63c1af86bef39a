using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Application.Runs;

/// <summary>One file of a run.</summary>
/// <param name="Name">Its name in the run's folder.</param>
/// <param name="Content">Writes what it holds; of many deployments that is tens of megabytes.</param>
internal sealed record OutputFile(string Name, Action<Stream> Content);

/// <summary>What a finished study is turned into.</summary>
internal static class RunOutput
{
    public const string Report = "report.html";

    private const string Figures = "figures/";

    /// <summary>Whether a file of that name is one of <see cref="Pictures"/>.</summary>
    public static bool IsPicture(string name) => name == Report || name.StartsWith(Figures, StringComparison.Ordinal);

    /// <summary>The data of a run.</summary>
    public static IEnumerable<OutputFile> Data(StudyResult result, Provenance provenance)
    {
        yield return Text("summary.csv", SummaryCsv.Write(result));
        yield return new OutputFile("result.json", stream => ResultJson.Write(stream, result, provenance));
    }

    /// <summary>The pictures of a run and its report, one file after the other; only as many figures are drawn at once
    /// as there are cores.</summary>
    public static IEnumerable<OutputFile> Pictures(StudyResult result, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        ParallelQuery<IReadOnlyList<OutputFile>> drawn = figures
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(figure =>
                (IReadOnlyList<OutputFile>)[.. FigureFile.Files(figure).Select(file => Bytes(Figures + file.Name, file.Content))]
            );
        foreach (OutputFile file in drawn.SelectMany(files => files))
        {
            yield return file;
        }

        yield return Text(Report, HtmlReport.Write(result, provenance, figures));
    }

    private static OutputFile Text(string name, string text) => Bytes(name, Encoding.UTF8.GetBytes(text));

    private static OutputFile Bytes(string name, byte[] content) => new(name, stream => stream.Write(content));
}
