using System.Diagnostics;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Certificates;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Validations;

/// <summary>The simulation held against what theory says, here and now.</summary>
public sealed class Validation
{
    private readonly Workspace workspace;
    private readonly Func<string, Scenario> read;

    public Validation(Workspace workspace)
        : this(workspace, text => ScenarioReader.ReadText(text).Scenario!) { }

    /// <param name="workspace">For whom.</param>
    /// <param name="read">Makes a scenario of its text.</param>
    internal Validation(Workspace workspace, Func<string, Scenario> read)
    {
        this.workspace = workspace;
        this.read = read;
    }

    /// <summary>Every law there is, by family, with its sentence.</summary>
    public static IReadOnlyList<(string Family, IReadOnlyList<(string Name, string Law)> Laws)> Catalog => Certification.Catalog;

    /// <param name="request">Which laws.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it gets on.</param>
    /// <param name="stop">Ends it; the law under way is left out.</param>
    public ValidationOutcome Execute(ValidationRequest request, Effort effort, IObserveValidation observer, CancellationToken stop)
    {
        string[] known = [.. Catalog.SelectMany(family => family.Laws).Select(law => law.Name)];
        if (request.Only.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            return new ValidationOutcome.Refused(new Refusal.UnknownName(NamedThing.Law, unknown, known));
        }

        long began = Stopwatch.GetTimestamp();
        var certification = new Certification(
            read,
            new CertificationOptions
            {
                Only = request.Only.Count > 0 ? request.Only : null,
                Seed = request.Seed,
                Jobs = effort.Jobs,
            }
        );
        observer.Begins();
        try
        {
            Certificate certificate = certification.Run(observer.Checking, stop);
            CertificateOrigin origin = OriginOf(certificate, Stopwatch.GetElapsedTime(began));
            return stop.IsCancellationRequested
                ? new ValidationOutcome.Stopped(certificate, origin)
                : new ValidationOutcome.Completed(certificate, origin);
        }
        finally
        {
            observer.Ends();
        }
    }

    private CertificateOrigin OriginOf(Certificate certificate, TimeSpan elapsed)
    {
        string commit = ProgramVersion.Commit is { } id
            ? $" ({id[..Math.Min(9, id.Length)]}{(ProgramVersion.IsDirty == true ? ", sources changed since" : string.Empty)})"
            : string.Empty;
        Machine here = Machine.Here;
        string[] disagreeing = [.. certificate.Laws.Where(law => law.Agreeing < law.Checks).Select(law => law.Name)];
        return new CertificateOrigin(
            ProgramVersion.Number + commit,
            ModelVersion.Current,
            $"{here.Os}; {here.Cpu}, {here.Cores} cores; {here.Runtime}",
            workspace.Now,
            elapsed.TotalSeconds
        )
        {
            Repeat = disagreeing.Length > 0 ? workspace.Wording.Of(new ValidationRequest(disagreeing, certificate.Seed + 1)) : null,
        };
    }
}

/// <summary>Hears how a validation gets on.</summary>
public interface IObserveValidation
{
    void Begins() { }

    /// <summary>A law is about to be checked.</summary>
    /// <param name="law">Its name.</param>
    /// <param name="done">How many are checked.</param>
    /// <param name="all">How many there are to check.</param>
    void Checking(string law, int done, int all) { }

    void Ends() { }
}

/// <summary>How a validation ended.</summary>
public abstract record ValidationOutcome
{
    private ValidationOutcome() { }

    /// <summary>All laws asked for were checked.</summary>
    public sealed record Completed(Certificate Certificate, CertificateOrigin Origin) : ValidationOutcome
    {
        /// <summary>Whether every check agrees.</summary>
        public bool Agrees => Certificate.Agreeing == Certificate.Checks;
    }

    /// <summary>It was stopped.</summary>
    /// <param name="Certificate">Of the laws checked so far.</param>
    /// <param name="Origin">What made it.</param>
    public sealed record Stopped(Certificate Certificate, CertificateOrigin Origin) : ValidationOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : ValidationOutcome;
}
