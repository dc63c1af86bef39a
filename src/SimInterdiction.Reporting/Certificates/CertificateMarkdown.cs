using System.Text;
using SimInterdiction.Experiments.Oracles;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>The certificate as a Markdown page, to file away.</summary>
public static class CertificateMarkdown
{
    public static string Write(Certificate certificate, CertificateOrigin origin)
    {
        var text = new StringBuilder("# Theory against simulation\n\n");
        foreach (string sentence in CertificateWords.Closing(certificate, origin))
        {
            text.Append(Escape(sentence)).Append("\n\n");
        }

        foreach (CertifiedFamily family in certificate.Families)
        {
            text.Append($"## {family.Title}\n\n");
            foreach (CertifiedLaw law in family.Laws)
            {
                text.Append($"**{Escape(law.Law)}.** {Escape(law.Source)}. (`{law.Name}`)\n\n");
                text.Append("| | theory | simulated | +- | agree |\n|---|---:|---:|---:|---|\n");
                foreach (CertificateRow row in CertificateRow.Of(law))
                {
                    text.Append(
                        $"| {Escape(row.What)} | {row.Theory} | {row.Simulated} | {row.PlusMinus} | {(row.Agrees ? "yes" : "**no**")} |\n"
                    );
                }

                text.Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    // Names of deployments have underscores, laws have stars.
    private static string Escape(string words) =>
        words
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);
}
