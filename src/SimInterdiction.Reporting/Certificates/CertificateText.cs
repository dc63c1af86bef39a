using System.Globalization;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>The certificate for a terminal of 80 columns.</summary>
public static class CertificateText
{
    private const int WhatWidth = 38;
    private const int NumberWidth = 10;
    private const int PlusMinusWidth = 8;

    public static IEnumerable<string> Lines(Certificate certificate, CertificateOrigin origin) =>
        Body(certificate)
            .Concat(CertificateWords.Closing(certificate, origin).SelectMany(line => TerminalTable.Wrap(line, string.Empty)))
            .Select(TerminalTable.Ascii);

    /// <summary>What is checked, with the names by which it is asked for.</summary>
    /// <param name="families">Titles, and the names and sentences of laws.</param>
    public static IEnumerable<string> Catalog(IReadOnlyList<(string Family, IReadOnlyList<(string Name, string Law)> Laws)> families)
    {
        foreach ((string family, IReadOnlyList<(string Name, string Law)> laws) in families)
        {
            yield return family;
            foreach ((string name, string law) in laws)
            {
                yield return $"  {name}";
                foreach (string line in TerminalTable.Wrap(law, "    "))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<string> Body(Certificate certificate)
    {
        yield return "Theory against simulation";
        foreach (CertifiedFamily family in certificate.Families)
        {
            yield return string.Empty;
            yield return family.Title.ToUpperInvariant();
            foreach (CertifiedLaw law in family.Laws)
            {
                yield return $"  {law.Name}";
                foreach (
                    string line in TerminalTable
                        .Wrap($"{law.Law}.", "    ")
                        .Concat(TerminalTable.Wrap($"({law.Source})", "    "))
                        .Concat(Table(law))
                )
                {
                    yield return line;
                }
            }
        }

        yield return string.Empty;
    }

    private static IEnumerable<string> Table(CertifiedLaw law)
    {
        if (law.Numbers.Count > 0)
        {
            yield return Line(string.Empty, "theory", "simulated", "+-", "agree");
        }

        foreach (CertificateRow row in CertificateRow.Of(law))
        {
            string verdict = row.Agrees ? "yes" : "NO";
            bool isShort = row.Theory.Length <= NumberWidth && row.Simulated.Length <= NumberWidth;
            bool isNarrow = row.What.Length <= WhatWidth;
            if (isShort && isNarrow)
            {
                yield return Line(row.What, row.Theory, row.Simulated, row.PlusMinus, verdict);
                continue;
            }

            yield return $"    {row.What}";
            foreach (string line in isShort ? [Line(string.Empty, row.Theory, row.Simulated, row.PlusMinus, verdict)] : Long(row, verdict))
            {
                yield return line;
            }
        }
    }

    private static string[] Long(CertificateRow row, string verdict) =>
        row.Agrees
            ? [$"      {row.Simulated, -68} {verdict}"]
            : [$"      due    {row.Theory}", $"      found  {row.Simulated, -61} {verdict}"];

    private static string Line(string what, string theory, string simulated, string plusMinus, string verdict) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"    {what.PadRight(WhatWidth)} {theory.PadLeft(NumberWidth)} {simulated.PadLeft(NumberWidth)} "
                    + $"{plusMinus.PadLeft(PlusMinusWidth)}  {verdict}"
            )
            .TrimEnd();
}
