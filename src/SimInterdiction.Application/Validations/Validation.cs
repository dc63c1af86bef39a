using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Certificates;

namespace SimInterdiction.Cli.Running;

/// <summary>Checks the laws and prints the certificate.</summary>
internal sealed class Validating(
    Certification certification,
    Func<Certificate, CertificateOrigin, string> write,
    TextWriter output,
    TextWriter error
)
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        using var stop = new StopSignal();
        var clock = Stopwatch.StartNew();
        Certificate certificate = ProgressLine.While(true, line =>
            certification.Run(
                line is null ? null : (name, done, all) => line.Show(new WorkProgress($"{done}/{all} {name}", done, all)),
                stop.Token
            )
        );
        output.WriteLine(write(certificate, Origin(clock.Elapsed)).TrimEnd());
        if (stop.WasAsked)
        {
            error.WriteLine("Stopped; the certificate holds the laws checked so far.");
            return ExitCode.StoppedAndSaved;
        }

        return certificate.Agreeing == certificate.Checks ? ExitCode.Ok : ExitCode.RunFailed;
    }

    private static CertificateOrigin Origin(TimeSpan elapsed)
    {
        string commit = ProgramVersion.Commit is { } id
            ? $" ({id[..Math.Min(9, id.Length)]}{(ProgramVersion.IsDirty == true ? ", sources changed since" : string.Empty)})"
            : string.Empty;
        Machine here = Machine.Here;
        return new CertificateOrigin(
            ProgramVersion.Number + commit,
            ModelVersion.Current,
            $"{here.Os}; {here.Cpu}, {here.Cores} cores; {here.Runtime}",
            DateTime.Now,
            elapsed.TotalSeconds
        );
    }
}
