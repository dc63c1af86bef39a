using System.Text;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Report;

namespace SimInterdiction.Cli.Running;

/// <summary>What a finished run can be handed on as.</summary>
/// <param name="Format">As it is asked for.</param>
/// <param name="File">Its file's name.</param>
/// <param name="Make">Its content.</param>
internal sealed record DocumentKind(string Format, string File, Func<FigureSubject, byte[]> Make);

/// <summary>Every format there is. To add one: a line here.</summary>
internal static class Documents
{
    /// <summary>Where they are put inside a run's folder: apart from the files that the run's manifest vouches
    /// for.</summary>
    public const string Folder = "documents";

    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new("html", "report.html", subject =>
            Encoding.UTF8.GetBytes(HtmlReport.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject)))
        ),
        new("pptx", "deck.pptx", subject => Deck.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject))),
        new("xlsx", "results.xlsx", subject => ResultWorkbook.Write(subject.Study, subject.Provenance)),
        new("pdf", "report.pdf", subject => PdfReport.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject))),
    ];

    /// <summary>Where they go inside a run's folder.</summary>
    /// <exception cref="InvalidDataException">There is a link in its place.</exception>
    public static string FolderIn(string run) => new OwnFolder(run).PathOf(Folder);

    /// <summary>Writes a file whole or not at all.</summary>
    /// <returns>Its path.</returns>
    public static string Save(string folder, string name, byte[] content)
    {
        OutputFolder.Make(folder);
        string path = new OwnFolder(folder).PathOf(name);
        WholeFile.Write(path, $"{path}.{Environment.ProcessId}.tmp", content);
        return path;
    }
}
