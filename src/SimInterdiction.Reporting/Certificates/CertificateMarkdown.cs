using System.Text;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>The certificate as a Markdown page, to file away.</summary>
public static class CertificateMarkdown
{
    public static string Write(Certificate certificate, CertificateOrigin origin)
    {
        var text = new StringBuilder("# Theory against simulation\n\n");
        foreach (string sentence in CertificateWords.Closing(certificate, origin))
        {
            text.Append(MarkdownText.Of(sentence)).Append("\n\n");
        }

        foreach (CertifiedFamily family in certificate.Families)
        {
            text.Append($"## {MarkdownText.Of(family.Title)}\n\n");
            foreach (CertifiedLaw law in family.Laws)
            {
                text.Append($"**{MarkdownText.Of(law.Law)}.** {MarkdownText.Of(law.Source)}. (`{law.Name}`)\n\n");
                text.Append(
                    MarkdownText.Table(
                        ["check", "#theory", "#simulated", "#+-", "agree"],
                        CertificateRow
                            .Of(law)
                            .Select(row =>
                                (IReadOnlyList<string>)[row.What, row.Theory, row.Simulated, row.PlusMinus, row.Agrees ? "yes" : "NO"]
                            )
                    )
                );
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
