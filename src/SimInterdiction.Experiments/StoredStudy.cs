using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Kept;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Experiments;

/// <summary>A study that was simulated before, read from its store; nothing is written.</summary>
public sealed class StoredStudy
{
    private readonly StudyPlan plan;
    private readonly IWorld world;
    private readonly RunStore store;
    private Batch? batch;

    /// <param name="scenario">As it was run.</param>
    /// <param name="options">As it was run; with its store.</param>
    /// <exception cref="ArgumentException">An option names what the scenario doesn't have, or there is no
    /// store.</exception>
    public StoredStudy(Scenario scenario, StudyOptions options)
        : this(scenario, options, SimulatedWorld.Compile) { }

    internal StoredStudy(Scenario scenario, StudyOptions options, Func<Scenario, IWorld> compile)
    {
        store = options.Store ?? throw new ArgumentException("There is no store to read from.", nameof(options));
        (plan, world) = Study.Prepare(scenario, options, compile);
    }

    /// <summary>The result of the replications that are there for every deployment, without gaps from the first
    /// on. Read once.</summary>
    /// <param name="progress">As for
    /// <see cref="Study.Run(Scenario, StudyOptions, Action{StudyProgress}?, CancellationToken)"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="InvalidDataException">The store does not fit the scenario as this version reads it.</exception>
    public StudyResult Result(Action<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (KeptResult.Read(plan, store, world.EntryNames) is { } kept)
        {
            store.TellAllIsThere(plan.Batch.Arms, Asked);
            return kept;
        }

        return StudyAnalysis.Analyse(Read(progress, cancellation), plan, world.EntryNames);
    }

    /// <summary>Writes a result of it as a file, as <see cref="SimulatedStudy.Keep"/> makes it.</summary>
    /// <param name="result">From <see cref="Result"/>.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="IOException">The replications can't be read now.</exception>
    public void Keep(StudyResult result, Stream stream) => KeptResult.Write(stream, result, plan, store);

    /// <summary>Simulates chosen replications again and compares them with those that are there, bit by bit.</summary>
    /// <param name="isChosen">Whether to check a replication.</param>
    /// <param name="progress">As for
    /// <see cref="Study.Run(Scenario, StudyOptions, Action{StudyProgress}?, CancellationToken)"/>.</param>
    /// <param name="cancellation">Stops early, with what was checked so far.</param>
    /// <exception cref="InvalidDataException">The store does not fit the scenario as this version reads it.</exception>
    public RunCheck Verify(Predicate<int> isChosen, Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        using RunSession session = store.OpenToRead(plan.Batch.Arms, Asked, plan.KeyOf, world.EntryNames);
        var check = new VerifyingStore(session, plan.Batch.Arms, isChosen, world.EntryNames);
        var runner = new BatchRunner(world, plan.Batch, check, progress);
        Stages.Run(runner, plan.Rule, Available(session), cancellation);
        (int Arm, int First)[] missing = [.. runner.Batch.Running.Select(arm => (arm, session.FirstMissing([arm])))];
        return check.Result with
        {
            Missing =
            [
                .. missing
                    .Where(m => m.First < Math.Min(missing.Max(other => other.First), runner.Batch.Asked))
                    .Select(m => new CheckedReplication(plan.Batch.Arms[m.Arm], m.First)),
            ],
        };
    }

    /// <summary>What is simulated for a deployment against a variant of the organizations; null where the study has no
    /// such thing.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="adversary">The variant's name in the scenario, or <see cref="Arm.Frozen"/>; null for the one that
    /// results are about.</param>
    public Arm? ArmOf(string deployment, string? adversary)
    {
        string? variant = adversary is null ? plan.Arms.Main : plan.Arms.Variants.GetValueOrDefault(adversary, adversary);
        return plan.Batch.Arms.Contains(new Arm(deployment, variant)) ? new Arm(deployment, variant) : null;
    }

    /// <summary>Simulates one stored replication again, with a log of everything that happens, and compares it with
    /// what is stored.</summary>
    /// <param name="arm">One of the study's; see <see cref="ArmOf"/>.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <returns>Null where the replication is not there.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="InvalidDataException">The store does not fit the scenario as this version reads it, or the
    /// replication failed when it was run.</exception>
    public Replay? Replay(Arm arm, int replication, CancellationToken cancellation = default)
    {
        using RunSession session = store.OpenToRead([arm], Asked, plan.KeyOf, world.EntryNames);
        if (replication < 0 || !session.Holds(0, replication))
        {
            return null;
        }

        var compiled = CompiledScenario.Compile(plan.ScenarioOf(replication));
        var stored = new Outcome();
        session.Read(0, replication, stored);
        if (stored.Failure is { } failure)
        {
            throw new InvalidDataException($"Replication {replication} of {arm} failed when it was run: {failure}");
        }

        return ReplayOf(compiled, arm, replication, stored, cancellation);
    }

    /// <summary>Each deployment here less the one of the same name in another study, in the order here; replications
    /// are paired by their order.</summary>
    /// <remarks>
    /// Replications are independent, so pairing them is sound whatever the seeds; on the same seed, shipments and
    /// vehicles that both studies have meet the same luck, and the interval is the narrower for it. Intervals are
    /// simultaneous over the deployments compared.
    /// </remarks>
    /// <param name="other">The other study.</param>
    /// <param name="measure">What is compared.</param>
    /// <param name="first">Of a deployment, how many of the first replications are compared.</param>
    /// <param name="comparisons">How many comparisons of a table hold together in 95 % of cases: these, and those with
    /// further studies.</param>
    public IReadOnlyList<Comparison> LessThoseOf(StoredStudy other, Measure measure, Func<string, int> first, int comparisons)
    {
        var comparison = new PairedComparison(measure, Bonferroni.Confidence(Estimates.Confidence, comparisons), SmallestThatMatters: 0);
        string[] names = [.. MainArms.Select(a => a.Deployment)];
        string[] others = [.. other.MainArms.Select(a => a.Deployment)];
        return
        [
            .. names
                .Where(others.Contains)
                .Select(name =>
                    comparison.Compare(
                        name,
                        ValuesOf(name, measure).First(first(name)) with
                        {
                            IsOfOneDeployment = true,
                        },
                        name,
                        other.ValuesOf(name, measure).First(first(name))
                    )
                ),
        ];
    }

    /// <summary>Each deployment less the baseline by any measure, read from the replications: as
    /// <see cref="StudyResult.AlsoCompared"/> has it of those that the study asks for.</summary>
    /// <param name="measure">Of single periods.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IReadOnlyList<Comparison> AgainstBaseline(Measure measure, CancellationToken cancellation) =>
        StudyAnalysis.Compare(Read(progress: null, cancellation), plan, measure);

    /// <summary>What a deployment came to in its first replications.</summary>
    /// <param name="deployment">One of the study's.</param>
    /// <param name="measure">Of single periods.</param>
    /// <param name="replications">At most as many as there are.</param>
    public Estimate Estimate(string deployment, Measure measure, int replications) =>
        Estimates.Of(ValuesOf(deployment, measure).First(replications));

    /// <summary>Simulates a replication with a log of everything that happens.</summary>
    /// <param name="compiled">Its scenario.</param>
    /// <param name="arm">Of what.</param>
    /// <param name="replication">Which.</param>
    /// <param name="stored">What it came to before; null where it was simulated by this very process.</param>
    /// <param name="cancellation">Ends it at once.</param>
    internal static Replay ReplayOf(CompiledScenario compiled, Arm arm, int replication, Outcome? stored, CancellationToken cancellation)
    {
        var log = new EventLog(compiled);
        var journeys = new JourneyLog(compiled);
        var record = new ReplicationRecord(compiled.EntryCounts);
        using var simulated = new Replication(compiled, arm, log, journeys);
        simulated.Run(replication, record, cancellation);
        var now = new Outcome();
        now.Take(record, new WorkDone(simulated.Events, simulated.Shipments, simulated.Searches));
        var before = new ReplicationRecord(compiled.EntryCounts);
        (stored ?? now).CopyTo(before);
        var room = new ReplicationRecord(compiled.EntryCounts);
        return new Replay
        {
            Arm = arm,
            Replication = replication,
            Facts = log.Facts,
            Course = new Course(
                journeys.Journeys,
                DutySpell.Of(compiled, arm.Deployment, replication, LastOf(journeys.Journeys, compiled.Timeline.WindowEnd))
            ),
            Totals = record.Totals,
            Hash = OutcomeHash.Of(now, room),
            StoredHash = OutcomeHash.Of(stored ?? now, room),
            Differing =
            [
                .. Enum.GetValues<Total>()
                    .Select(total => new DifferingTotal(total, before.Totals[(int)total], record.Totals[(int)total]))
                    .Where(total => BitConverter.DoubleToInt64Bits(total.Stored) != BitConverter.DoubleToInt64Bits(total.Now)),
            ],
        };
    }

    private MeasureValues ValuesOf(string deployment, Measure measure) =>
        Read(progress: null, CancellationToken.None)
            .Arms[MainArms.Index().First(a => a.Item.Deployment == deployment).Index]
            .Totals.Values(measure);

    private int Asked => plan.Scenario.Experiment.Replications;

    private IEnumerable<Arm> MainArms => plan.Batch.Arms.Where(arm => arm.Adversary == plan.Arms.Main);

    private static Instant LastOf(IReadOnlyList<Journey> journeys, Instant atLeast) =>
        new(journeys.Select(journey => journey.Ended.Hours).Append(atLeast.Hours).Max());

    private Batch Read(Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (batch is not null)
        {
            return batch;
        }

        using RunSession session = store.OpenToRead(plan.Batch.Arms, Asked, plan.KeyOf, world.EntryNames);
        var runner = new BatchRunner(world, plan.Batch, session, progress);
        Stages.Run(runner, plan.Rule, Available(session), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return batch = runner.Batch;
    }

    private static Func<Batch, int> Available(RunSession session) =>
        running => Math.Min(running.Plan.Replications, session.FirstMissing(running.Running));
}
