namespace SimInterdiction.Experiments.Batches;

/// <summary>The threads of this machine. The unit of work is one replication of all arms, which share what they can on
/// one thread.</summary>
internal sealed class ThreadExecutor : IExecutor
{
    // Enough for threads not to wait when durations differ several times over. Those of many arms together hardly
    // differ, and take more memory.
    private const int SlotsPerThread = 4;
    private const int SlotsPerThreadOfMany = 2;
    private const int ManyArms = 16;

    // Replications mostly take less and are not done in vain; a longer one is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.4);

    /// <inheritdoc/>
    public void Execute(BatchStage stage, CancellationToken stop)
    {
        int threads = Math.Clamp(stage.Threads, 1, stage.End - stage.Next);
        Slot[] slots =
        [
            .. Enumerable
                .Range(0, threads * (stage.Arms.Count < ManyArms ? SlotsPerThread : SlotsPerThreadOfMany))
                .Select(_ => new Slot(stage.Arms.Count)),
        ];
        var buffer = new ReorderBuffer(slots, stage.Next..stage.End, stage.Merge, stop);
        using var abandon = new CancellationTokenSource();
        using CancellationTokenRegistration soon = stop.Register(() => abandon.CancelAfter(Patience));
        Thread[] workers =
        [
            .. Enumerable
                .Range(1, threads)
                .Select(number => new Thread(() => Work(stage, buffer, abandon.Token))
                {
                    Name = $"Replications {number}",
                    IsBackground = true,
                }),
        ];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        buffer.ThrowIfFailed();
    }

    private static void Work(BatchStage stage, ReorderBuffer buffer, CancellationToken abandon)
    {
        using var simulators = new Simulators(stage.World, stage.Arms);
        try
        {
            while (buffer.TryBegin(out Slot? slot))
            {
                stage.LeaveOut(slot);
                for (int i = 0; i < slot.Outcomes.Length; i++)
                {
                    if (stage.Lacks(i, slot.Replication))
                    {
                        simulators.Simulate(i, slot.Replication, slot.Outcomes[i], abandon);
                        stage.Simulated(i, slot);
                    }
                }

                buffer.Complete(slot);
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            buffer.Abandon();
        }
        catch (Exception error)
        {
            // It is thrown again on the caller's thread; here it would end the process.
            buffer.Fail(error);
        }
    }
}
