namespace SimInterdiction.Reporting.Certificates;

/// <summary>Which program certified what, where and when.</summary>
/// <param name="Version">The program's version, with its commit where that is known.</param>
/// <param name="ModelVersion">Digits that stand for the sources of engine and model.</param>
/// <param name="Machine">Operating system, processor, cores and runtime, in a line.</param>
/// <param name="Date">When, in universal time.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record CertificateOrigin(string Version, string ModelVersion, string Machine, DateTime Date, double Seconds)
{
    /// <summary>How to repeat the laws that disagree with other random numbers, as the front end words it; null where
    /// none does.</summary>
    public string? Repeat { get; init; }
}
