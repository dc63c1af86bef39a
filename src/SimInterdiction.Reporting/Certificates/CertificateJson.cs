using System.Text.Json;
using SimInterdiction.Experiments.Oracles;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>The certificate for scripts, in the measures' own units (rates are shares, times hours).</summary>
public static class CertificateJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Write(Certificate certificate, CertificateOrigin origin) =>
        JsonSerializer.Serialize(
            new
            {
                certificate.Agreeing,
                certificate.Checks,
                certificate.IsComplete,
                certificate.ChecksByChance,
                certificate.ChanceOfAnyDisagreeing,
                ErrorRate = OracleCheck.ErrorRate,
                certificate.Seed,
                origin.Version,
                origin.ModelVersion,
                origin.Machine,
                origin.Date,
                Seconds = Math.Round(origin.Seconds, 1),
                Laws = certificate.Families.SelectMany(family =>
                    family.Laws.Select(law => new
                    {
                        law.Name,
                        Family = family.Title,
                        law.Law,
                        law.Source,
                        law.Replications,
                        Numbers = law.Numbers.Select(Number),
                        Exact = law.Exact.Select(e => new
                        {
                            e.What,
                            e.Due,
                            e.Found,
                            e.Agrees,
                        }),
                    })
                ),
            },
            Json
        );

    private static object Number(OracleCheck check) =>
        new
        {
            check.Expectation.Deployment,
            check.Expectation.Measure,
            Dimension = check.Expectation.Of?.Dimension.ToString().ToLowerInvariant(),
            check.Expectation.Of?.Entry,
            check.Expectation.IsDifference,
            Theory = check.Expectation.Value,
            check.Simulated,
            check.HalfWidth,
            check.Expectation.Bias,
            check.Agrees,
        };
}
