using SimInterdiction.Application.Validations;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Certificates;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Prints a certificate.</summary>
/// <param name="write">How it is written.</param>
/// <param name="output">Takes it.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class ValidationPresenter(Func<Certificate, CertificateOrigin, string> write, TextWriter output, TextWriter error)
    : IObserveValidation,
        IDisposable
{
    private ProgressLine? line;

    public void Begins() => line = ProgressLine.Begin();

    public void Checking(string law, int done, int all) => line?.Show($"{done}/{all} {law}", done, all);

    public void Ends() => Dispose();

    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(ValidationOutcome outcome)
    {
        switch (outcome)
        {
            case ValidationOutcome.Completed completed:
                output.WriteLine(write(completed.Certificate, completed.Origin).TrimEnd());
                return completed.Agrees ? ExitCode.Ok : ExitCode.RunFailed;
            case ValidationOutcome.Stopped stopped:
                output.WriteLine(write(stopped.Certificate, stopped.Origin).TrimEnd());
                error.WriteLine("Stopped; the certificate holds the laws checked so far.");
                return ExitCode.StoppedAndSaved;
            case ValidationOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    public void Dispose()
    {
        line?.Dispose();
        line = null;
    }
}
