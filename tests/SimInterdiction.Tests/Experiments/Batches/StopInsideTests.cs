using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>A study whose replications take longer than anybody waits ends soon after it is stopped, on any number of
/// threads.</summary>
public sealed class StopInsideTests
{
    [Test]
    public void A_study_of_endless_replications_ends_soon_after_it_is_stopped([Values(1, 2, 3)] int threads)
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("experiment: { replications: 50 }"));
        Flow endless = scenario.Flows["houston"] with { Rate = new FlowRate(1e12, Counted.Shipments) };
        scenario = scenario with { Flows = new OrderedDictionary<string, Flow> { ["houston"] = endless } };
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        var clock = Stopwatch.StartNew();
        StudyResult result = Study.Run(scenario, new StudyOptions { Jobs = threads }, progress: null, stop.Token);

        // Without being heard inside a replication the stop would wait for years; on a busy machine it waits for the
        // machine.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
        Assert.That((result.Replications, result.Failed.Count, result.IsComplete), Is.EqualTo((0, 0, false)));
    }
}
