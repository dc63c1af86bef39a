using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Calibration;

/// <summary>A fit that goes on is the fit that was never interrupted.</summary>
public sealed class StoredCalibrationTests
{
    private static readonly UncertainScenario Finds = CalibrationWorlds.World(CalibrationWorlds.FindsFrom10To90);
    private static readonly CalibrationTarget Rate = CalibrationWorlds.Target("seizure_rate", 0.2);
    private static readonly CalibrationOptions OneOptions = CalibrationWorlds.Options(30, 1);

    private static readonly UncertainScenario RateAndStops = CalibrationWorlds.World(
        CalibrationWorlds.RateFrom4To40,
        CalibrationWorlds.StopsFrom5To90
    );
    private static readonly CalibrationTarget Seized = CalibrationWorlds.Target("shipments_seized", 45, 5);
    private static readonly CalibrationOptions TwoOptions = CalibrationWorlds.Options(20, 3) with { EnoughKept = 60 };

    // Never stopped, and stored nowhere.
    private static readonly Lazy<CalibrationResult> One = new(() => CalibrationWorlds.Calibrated(Finds, OneOptions, Rate));
    private static readonly Lazy<CalibrationResult> Two = new(() => CalibrationWorlds.Calibrated(RateAndStops, TwoOptions, Seized));

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase(1)]
    [TestCase(47)]
    [TestCase(200)]
    public void Stopped_while_it_looks_for_the_value_it_goes_on_and_ends_as_one_never_stopped(int stopAfter)
    {
        CalibrationResult whole = One.Value;
        int before = Stopped(Finds, OneOptions, Rate, stopAfter);
        (CalibrationResult resumed, StoreRecorder store) = Resumed(Finds, OneOptions with { Jobs = 2 }, Rate);
        Assert.That(Everything(resumed), Is.EqualTo(Everything(whole)));
        Assert.That(before + store.Simulated, Is.EqualTo(whole.Periods), "nothing is simulated twice, and nothing is lost");
    }

    // Among the first draws, in the second stage of them, and among the settings that averages are simulated at.
    [TestCase(30)]
    [TestCase(640)]
    [TestCase(-50)]
    public void Stopped_at_any_stage_it_resumes_and_ends_as_if_never_stopped(int stopAfter)
    {
        CalibrationResult whole = Two.Value;
        int before = Stopped(RateAndStops, TwoOptions, Seized, stopAfter > 0 ? stopAfter : whole.Periods + stopAfter);
        (CalibrationResult resumed, StoreRecorder store) = Resumed(RateAndStops, TwoOptions with { Jobs = 2 }, Seized);
        Assert.That(Everything(resumed), Is.EqualTo(Everything(whole)));
        Assert.That(before + store.Simulated, Is.EqualTo(whole.Periods), "nothing is simulated twice, and nothing is lost");
    }

    [Test]
    public void A_finished_fit_asked_for_again_simulates_nothing_and_says_the_same()
    {
        (CalibrationResult first, StoreRecorder whole) = Resumed(RateAndStops, TwoOptions, Seized);
        (CalibrationResult again, StoreRecorder store) = Resumed(RateAndStops, TwoOptions, Seized);
        Assert.That((whole.Simulated, store.Simulated), Is.EqualTo((first.Periods, 0)));
        Assert.That(Everything(again), Is.EqualTo(Everything(first)));
    }

    [Test]
    public void A_damaged_file_is_named_and_what_was_in_it_simulated_again()
    {
        (CalibrationResult first, _) = Resumed(RateAndStops, TwoOptions, Seized);
        string draws = Directory.GetFiles(folder, "000000-*.parquet", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!;
        byte[] content = File.ReadAllBytes(draws);
        content[content.Length / 2] ^= 1;
        File.WriteAllBytes(draws, content);
        (CalibrationResult again, StoreRecorder store) = Resumed(RateAndStops, TwoOptions, Seized);
        Assert.That(store.Damaged, Is.EqualTo(new[] { draws }));
        int last = int.Parse(Path.GetFileName(draws).Split('-')[1]);
        Assert.That((Everything(again), store.Simulated), Is.EqualTo((Everything(first), last + 1)));
    }

    [Test]
    public void Another_target_reuses_the_settings_tried_and_another_range_does_not()
    {
        (CalibrationResult first, _) = Resumed(RateAndStops, TwoOptions, Seized);
        (CalibrationResult other, StoreRecorder store) = Resumed(RateAndStops, TwoOptions, Seized with { Value = 40 });
        Assert.That(store.Simulated, Is.LessThanOrEqualTo(other.Periods - first.Draws!.All.Count));
        UncertainScenario wider = CalibrationWorlds.World(
            "flows.guns.rate between 4 and 41 shipments per day",
            CalibrationWorlds.StopsFrom5To90
        );
        (CalibrationResult moved, StoreRecorder all) = Resumed(wider, TwoOptions, Seized);
        Assert.That(all.Simulated, Is.EqualTo(moved.Periods));
    }

    [Test]
    public void Values_that_break_a_rule_together_fit_nothing_and_stop_nothing()
    {
        UncertainScenario strict = RateAndStops with
        {
            At = values => values[1] > 0.4 ? throw new InvalidDataException("too much") : RateAndStops.At(values),
        };
        (CalibrationResult result, StoreRecorder store) = Resumed(strict, TwoOptions, Seized);
        Assert.That(result.Draws!.Failed.Select(f => f.Reason), Is.Not.Empty.And.All.EqualTo("too much"));
        Assert.That(result.Draws.Kept.Select(k => k.Parameters[1]), Is.All.AtMost(0.4));
        Assert.That(Everything(Resumed(strict, TwoOptions, Seized).Result), Is.EqualTo(Everything(result)));
        Assert.That(store.Simulated, Is.EqualTo(result.Periods));
    }

    private static string Everything(CalibrationResult result) =>
        CanonicalText.Of(
            new object[]
            {
                result.Unknowns,
                result.Targets.Select(t => t.Average).ToArray(),
                result.Draws ?? (object)"none",
                result.Entangled,
                result.Periods,
            }
        );

    private int Stopped(UncertainScenario world, CalibrationOptions options, CalibrationTarget target, int after)
    {
        var recorder = new StoreRecorder();
        var store = new RunStore { Folder = folder, Observer = recorder };
        int told = 0;
        using var stop = new CancellationTokenSource();
        CalibrationOptions stopped = options with
        {
            Store = store,
            Progress = _ =>
            {
                if (++told == after)
                {
                    stop.Cancel();
                }
            },
        };
        Assert.That(() => ScenarioCalibration.Run(world, [target], stopped, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(recorder.Simulated, Is.GreaterThanOrEqualTo(after));
        return recorder.Simulated;
    }

    private (CalibrationResult Result, StoreRecorder Store) Resumed(
        UncertainScenario world,
        CalibrationOptions options,
        CalibrationTarget target
    )
    {
        var recorder = new StoreRecorder();
        var store = new RunStore { Folder = folder, Observer = recorder };
        return (CalibrationWorlds.Calibrated(world, options with { Store = store }, target), recorder);
    }
}
