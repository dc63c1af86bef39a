using System.Globalization;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>What is said below the checks, on the terminal and on paper.</summary>
internal static class CertificateWords
{
    public static IEnumerable<string> Closing(Certificate certificate, CertificateOrigin origin)
    {
        yield return $"{certificate.Agreeing} of {certificate.Checks} checks "
            + $"agree{(certificate.IsComplete ? string.Empty : "; it was stopped before the others")}.";
        if (certificate.ChecksByChance > 0)
        {
            yield return Chance(certificate);
        }

        string[] disagreeing = [.. certificate.Laws.Where(law => law.Agreeing < law.Checks).Select(law => law.Name)];
        if (disagreeing.Length > 0)
        {
            yield return $"Disagreeing: {string.Join(", ", disagreeing)}. To tell chance from a fault, repeat with other random numbers: "
                + $"{origin.Repeat}. A fault disagrees again, to the same side; please report it.";
        }

        yield return $"SimInterdiction {origin.Version}, model {origin.ModelVersion}, seed {certificate.Seed}.";
        yield return $"{origin.Machine}.";
        yield return string.Create(CultureInfo.InvariantCulture, $"{origin.Date:d MMM yyyy HH:mm} UTC, {origin.Seconds:0} s.");
    }

    private static string Chance(Certificate certificate) =>
        "+- is half of the 99.9% interval: with a correct program too, chance alone makes about 1 check in 1,000 "
        + "disagree, and so at least one of these "
        + $"{certificate.ChecksByChance} in up to {Digits.ToPlace(100 * certificate.ChanceOfAnyDisagreeing, -1)}% of "
        + "certificates with other seeds.";
}
