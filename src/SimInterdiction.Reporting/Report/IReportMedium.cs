using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>What the sections of the report are written to: a web page, or the pages of a PDF.</summary>
internal interface IReportMedium
{
    /// <summary>A heading inside a section.</summary>
    void Heading(string words);

    void Paragraph(string words);

    void List(IEnumerable<string> items);

    /// <summary>What must not be overlooked, set apart.</summary>
    void Limits(string heading, IEnumerable<string> items);

    /// <summary>Terms and what is to be said of each; where that is nothing, that it is not stated.</summary>
    void Definitions(IEnumerable<(string Term, string? Text)> items);

    /// <summary>
    /// A table; the first cell of each row heads it, and what follows a line break is smaller. Columns that begin with
    /// '#' hold numbers; a row that begins with '*' is the baseline's.
    /// </summary>
    void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows);

    /// <summary>What is looked up rather than read; on paper, where it is found.</summary>
    /// <param name="what">What it is, to begin a sentence.</param>
    /// <param name="write">Writes it.</param>
    void Reference(string what, Action<IReportMedium> write);

    /// <summary>Several alike, those that matter most first. On paper each is in full, in short, or left out and
    /// named, as there is room.</summary>
    /// <param name="what">What they are, to begin a sentence.</param>
    /// <param name="elsewhere">A sentence that says where those left out are.</param>
    /// <param name="pieces">The pieces.</param>
    void Series(string what, string elsewhere, IReadOnlyList<SeriesPiece> pieces);

    /// <summary>A command to type.</summary>
    void Command(string words);

    /// <summary>A long text of the machine's, such as the resolved scenario.</summary>
    void Listing(string name, string text);

    /// <summary>A file to take along.</summary>
    void Attachment(string name, string type, string content, string says);

    void Figure(Figure figure);
}
