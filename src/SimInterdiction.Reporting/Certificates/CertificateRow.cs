using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Certificates;

/// <summary>A check as people read it; <paramref name="PlusMinus"/> is empty for what must come out exactly.</summary>
internal sealed record CertificateRow(string What, string Theory, string Simulated, string PlusMinus, bool Agrees)
{
    public static IEnumerable<CertificateRow> Of(CertifiedLaw law) =>
        law.Numbers.Select(Of).Concat(law.Exact.Select(e => new CertificateRow(e.What, e.Due, e.Found, string.Empty, e.Agrees)));

    private static CertificateRow Of(OracleCheck check)
    {
        Expectation expectation = check.Expectation;
        Measure measure = MeasureCatalog.Find(expectation.Measure)!;
        MeasureScale scale = MeasureScale.Of(measure);
        string entry = expectation.Of is { } of ? $", {of.Entry}" : string.Empty;
        string difference = expectation.IsDifference ? " less baseline" : string.Empty;
        string what = $"{expectation.Deployment}{difference}: {Plain.Small(measure.Label)}{entry}";
        double allowed = (check.HalfWidth + expectation.Bias) * scale.Factor;
        return allowed == 0
            ? new CertificateRow(what, Exactly(expectation.Value), Exactly(check.Simulated), string.Empty, check.Agrees)
            : new CertificateRow(
                what,
                Rounded(expectation.Value * scale.Factor) + scale.After,
                Rounded(check.Simulated * scale.Factor) + scale.After,
                Rounded(allowed),
                check.Agrees
            );

        string Exactly(double value) => Digits.Of(value * scale.Factor) + scale.After;

        // Two digits of what is allowed.
        string Rounded(double number) => Digits.ToPlace(number, (int)Math.Floor(Math.Log10(allowed)) - 1);
    }
}
