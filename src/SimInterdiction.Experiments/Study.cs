using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Kept;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments;

/// <summary>Simulates every deployment of a scenario on common random numbers and compares each with the
/// baseline.</summary>
public static class Study
{
    private const int ManyArms = 100;

    /// <summary>Runs a scenario that was checked.</summary>
    /// <param name="scenario">What to simulate.</param>
    /// <param name="options">What differs from it.</param>
    /// <param name="progress">Called after every replication, and after each deployment of the first unless it is
    /// simulated elsewhere, by one thread at a time and not on the caller's; simulating waits for a slow callback, so
    /// it should return at once when it has nothing to show.</param>
    /// <param name="cancellation">Stops early: what has begun is finished, and the result is that of the replications
    /// done so far, without gaps.</param>
    /// <returns> The same to the last bit for any number of threads. A replication that failed for any deployment is
    /// left out for all of them and reported. With <see cref="StudyOptions.Only"/> each number is that of the full run:
    /// intervals of comparisons stay simultaneous over all deployments of the scenario, simulated or not. (Only a
    /// replication that fails for a deployment left out shows, <see cref="StudyResult.Best"/> and
    /// <see cref="StudyResult.Choice"/>, which are about those simulated, and the number of replications where a
    /// precision or a choice decides it.)
    /// </returns>
    /// <exception cref="ArgumentException">An option names what the scenario doesn't have, or asks for no
    /// replications.</exception>
    public static StudyResult Run(
        Scenario scenario,
        StudyOptions options,
        Action<StudyProgress>? progress,
        CancellationToken cancellation
    ) => Run(scenario, options, SimulatedWorld.Compile, progress, cancellation);

    /// <summary>The same, whose replications can be shown afterwards without reading or compiling anything
    /// again.</summary>
    /// <inheritdoc cref="Run(Scenario, StudyOptions, Action{StudyProgress}?, CancellationToken)"/>
    public static SimulatedStudy Simulate(
        Scenario scenario,
        StudyOptions options,
        Action<StudyProgress>? progress,
        CancellationToken cancellation
    ) => Simulate(scenario, options, SimulatedWorld.Compile, progress, cancellation);

    internal static StudyResult Run(
        Scenario scenario,
        StudyOptions options,
        Func<Scenario, IWorld> compile,
        Action<StudyProgress>? progress,
        CancellationToken cancellation
    )
    {
        using SimulatedStudy study = Simulate(scenario, options, compile, progress, cancellation);
        return study.Result;
    }

    private static SimulatedStudy Simulate(
        Scenario scenario,
        StudyOptions options,
        Func<Scenario, IWorld> compile,
        Action<StudyProgress>? progress,
        CancellationToken cancellation
    )
    {
        (StudyPlan plan, IWorld world) = Prepare(scenario, options, compile);
        if (options.Store is { } earlier && KeptResult.Read(plan, earlier, world.EntryNames) is { } kept)
        {
            earlier.TellAllIsThere(plan.Batch.Arms, plan.Scenario.Experiment.Replications);
            return new SimulatedStudy(kept, world, plan, earlier);
        }

        RunSession? session = options.Store?.OpenToWrite(plan.Batch, plan.Scenario.Experiment.Replications, plan.KeyOf, world.EntryNames);
        try
        {
            StudyResult result = Simulate(plan, world, session is null ? new NoStore() : session, progress, cancellation);
            CollectOfMany(plan);
            return new SimulatedStudy(result, world, plan, options.Store, session);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private static StudyResult Simulate(
        StudyPlan plan,
        IWorld world,
        IReplicationStore store,
        Action<StudyProgress>? progress,
        CancellationToken cancellation
    )
    {
        var runner = new BatchRunner(world, plan.Batch, store, progress);
        Stages.Run(runner, plan.Rule, _ => plan.Batch.Replications, cancellation);
        CollectOfMany(plan);
        return StudyAnalysis.Analyse(runner.Batch, plan, world.EntryNames);
    }

    // Simulators of so many arms, and then what was added up for each, take more than all the rest. Left to itself the
    // runtime lets them lie beside what is made next, which takes as much.
    private static void CollectOfMany(StudyPlan plan)
    {
        if (plan.Batch.Arms.Count >= ManyArms)
        {
            GC.Collect();
        }
    }

    /// <summary>What stands for all that decides a study's result: the scenario, the options, the model. The same study
    /// has the same key on every day.</summary>
    /// <returns>SHA-256, in lower-case hexadecimal digits.</returns>
    public static string KeyOf(Scenario scenario, StudyOptions options)
    {
        Scenario resolved = Apply(options, scenario);
        return StudyPlan.KeyOf(resolved, Chosen(options.Only, resolved), options.Adaptive, options.MainOnly, Drawn(options, resolved));
    }

    internal static (StudyPlan Plan, IWorld World) Prepare(Scenario scenario, StudyOptions options, Func<Scenario, IWorld> compile)
    {
        Scenario resolved = Apply(options, scenario);
        if (options.Drawn is not null && (resolved.Experiment.Precision is not null || resolved.Experiment.Choose == Choosing.Best))
        {
            throw new ArgumentException(
                "With inputs drawn anew there is neither a precision to reach nor a choice to make: replications make an "
                    + "average surer, not the inputs.",
                nameof(options)
            );
        }

        DrawnInputs? drawn = Drawn(options, resolved);
        IWorld world = compile(resolved);
        var plan = new StudyPlan(
            resolved,
            options.Adaptive,
            Chosen(options.Only, resolved),
            drawn,
            options.Jobs == 0 ? Environment.ProcessorCount : options.Jobs,
            options.MainOnly,
            options.Executor
        );
        return (plan, drawn is null ? world : new DrawnWorld(world, drawn, compile));
    }

    private static DrawnInputs? Drawn(StudyOptions options, Scenario resolved) =>
        options.Drawn is { } uncertain ? DrawnInputs.AboutBestGuess(uncertain, resolved) : null;

    // Before compiling: the seed is part of what is compiled.
    private static Scenario Apply(StudyOptions options, Scenario scenario)
    {
        int replications = options.Replications ?? scenario.Experiment.Replications;
        if (replications < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), replications, "A study has at least one replication.");
        }

        return scenario with
        {
            Experiment = scenario.Experiment with { Replications = replications, Seed = options.Seed ?? scenario.Experiment.Seed },
        };
    }

    private static string[] Chosen(IReadOnlyList<string>? only, Scenario scenario)
    {
        if (only?.FirstOrDefault(name => !scenario.Deployments.ContainsKey(name)) is { } unknown)
        {
            throw new ArgumentException($"No deployment is called '{unknown}'.");
        }

        return [.. scenario.Deployments.Keys.Where(name => only is null || name == scenario.Baseline || only.Contains(name))];
    }
}
