using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;

namespace SimInterdiction.Application.Validations;

/// <summary>Compares the simulation with theory, here and now.</summary>
internal sealed class Certification
{
    private readonly Func<string, Scenario> read;
    private readonly CertificationOptions options;

    /// <param name="read">Makes a scenario of its text.</param>
    /// <param name="options">What to check, and how.</param>
    public Certification(Func<string, Scenario> read, CertificationOptions options)
    {
        this.read = read;
        this.options = options;
    }

    /// <summary>Every law there is, by family, with its sentence.</summary>
    public static IReadOnlyList<(string Family, IReadOnlyList<(string Name, string Law)> Laws)> Catalog { get; } =
    [
        .. OracleCatalog.Families.Select(f => (f.Title, (IReadOnlyList<(string, string)>)[.. f.Oracles.Select(o => (o.Name, o.Law))])),
        (MachineChecks.Title, [.. MachineChecks.All.Select(m => (m.Name, m.Law))]),
    ];

    /// <summary>Checks one law after the other.</summary>
    /// <param name="begins">Called before each, with its name, how many are done and how many there are.</param>
    /// <param name="cancellation">Stops after the law under way, which is then left out.</param>
    public Certificate Run(Action<string, int, int>? begins, CancellationToken cancellation)
    {
        int done = 0;
        int all = Catalog.Sum(family => family.Laws.Count(law => IsWanted(law.Name)));
        CertifiedFamily[] families =
        [
            .. OracleCatalog.Families.Select(family => Check(family.Title, family.Oracles, oracle => oracle.Name, CheckOracle)),
            Check(MachineChecks.Title, MachineChecks.All, check => check.Name, CheckMachine),
        ];
        return new Certificate([.. families.Where(family => family.Laws.Count > 0)], options.Seed, done == all);

        CertifiedFamily Check<T>(string title, IReadOnlyList<T> laws, Func<T, string> nameOf, Func<T, CertifiedLaw> check)
        {
            var certified = new List<CertifiedLaw>();
            foreach (T law in laws.Where(law => IsWanted(nameOf(law))).TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                begins?.Invoke(nameOf(law), done, all);
                CertifiedLaw result = check(law);

                // One that was stopped midway says nothing.
                if (!cancellation.IsCancellationRequested)
                {
                    certified.Add(result);
                    done++;
                }
            }

            return new CertifiedFamily(title, certified);
        }

        CertifiedLaw CheckOracle(Oracle oracle)
        {
            Scenario scenario = read(oracle.Yaml);
            StudyResult result = Study.Run(
                scenario,
                new StudyOptions { Seed = scenario.Experiment.Seed + options.Seed, Jobs = options.Jobs },
                progress: null,
                cancellation
            );
            return new CertifiedLaw(
                oracle.Name,
                oracle.Law,
                oracle.Source,
                result.Replications,
                result.IsComplete ? OracleCheck.Of(oracle.Expectations, result) : [],
                []
            );
        }

        CertifiedLaw CheckMachine(MachineCheck check) =>
            new(check.Name, check.Law, check.Source, 0, [], check.Run(new MachineCheckSetting(read, options.Seed, options.Jobs)));
    }

    private bool IsWanted(string law) => options.Only is null || options.Only.Contains(law);
}

/// <summary>What to check, and how.</summary>
internal sealed record CertificationOptions
{
    /// <summary>Only these laws; null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Added to the seed of each law's scenario, so that 0 repeats what the developers saw.</summary>
    public long Seed { get; init; }

    /// <summary>Threads; 0 for one per core.</summary>
    public int Jobs { get; init; }
}
