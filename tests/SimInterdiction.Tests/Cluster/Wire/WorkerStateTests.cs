using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Tests.Cluster.Wire;

public sealed class WorkerStateTests
{
    private static readonly WorkerState State = new()
    {
        Id = "a1",
        Machine = "a machine",
        Process = 7,
        Processor = "a processor",
        ModelVersion = "v",
        Slots = 2,
    };

    [Test]
    public void What_workers_say_is_safe_to_show_and_short()
    {
        WorkerState read = WorkerState.Read((State with { Machine = "x\u001b[2J\ny" + new string('z', 5000) }).ToBytes())!;
        Assert.That(read.Machine, Does.StartWith("x\\u001B[2J y").And.Length.LessThan(400));
    }

    [Test]
    public void What_no_worker_says_is_nothing()
    {
        WorkerState[] odd =
        [
            State with
            {
                Slots = 0,
            },
            State with
            {
                Slots = 5000,
            },
            State with
            {
                Doing = ["a.1", "a.2", "a.3"],
            },
            State with
            {
                Id = "a.>",
            },
            State with
            {
                Machine = new string('z', 200_000),
            },
        ];
        Assert.That(odd.Select(state => WorkerState.Read(state.ToBytes())), Is.All.Null);
    }
}
