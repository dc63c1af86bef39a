using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Report;

namespace SimInterdiction.Cli.Running;

/// <summary>What a finished run can be handed on as.</summary>
/// <param name="Format">As it is asked for.</param>
/// <param name="File">Its file's name.</param>
/// <param name="Make">Its content.</param>
internal sealed record DocumentKind(string Format, string File, Func<StudyResult, Provenance, byte[]> Make);

/// <summary>Every format there is. To add one: a line here.</summary>
internal static class Documents
{
    /// <summary>Where they are put inside a run's folder: apart from the files that the run's manifest vouches for.</summary>
    public const string Folder = "documents";

    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new("html", "report.html", (study, from) => Encoding.UTF8.GetBytes(HtmlReport.Write(study, from, FigureCatalog.MakeAll(study, from)))),
        new("pptx", "deck.pptx", (study, from) => Deck.Write(study, from, FigureCatalog.MakeAll(study, from))),
        new("xlsx", "results.xlsx", ResultWorkbook.Write),
        new("pdf", "figures.pdf", (study, from) => FigurePages.Write(FigureCatalog.MakeAll(study, from), study.Scenario.Title ?? from.ScenarioFile)),
    ];

    /// <summary>Writes a file whole or not at all.</summary>
    /// <returns>Its path.</returns>
    public static string Save(string folder, string name, byte[] content)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        string draft = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
        return path;
    }
}
