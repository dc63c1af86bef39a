using System.Threading.Channels;
using NATS.Client.JetStream;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cluster.Heads;

/// <summary>One stage of a study as its head sees it: chunks out, answers in, until nothing is lacking.</summary>
internal sealed class HeadSession
{
    private const int AheadPerSlot = 4;
    private const int FewestSlots = 2;
    private const int MostWaiting = 256;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NobodyAfter = TimeSpan.FromSeconds(5);

    private readonly BatchStage stage;
    private readonly IObserveCluster observer;
    private readonly TimeProvider clock;
    private readonly ChunkCutter cutter;
    private readonly WorkerRoster roster;
    private readonly HeadLine line;
    private readonly AnswerDesk desk;
    private readonly Dictionary<int, HandedOut> under = [];
    private readonly Channel<INatsJSMsg<byte[]>> answers = Channel.CreateBounded<INatsJSMsg<byte[]>>(MostWaiting);
    private readonly ChunkNames names;
    private RosterCount? told;
    private long heardAnybody;
    private bool saidNobody;

    public HeadSession(
        ServerConnection connection,
        StudyDocument study,
        BatchStage stage,
        ChunkNames names,
        bool isFresh,
        TimeSpan usualChunk,
        IObserveCluster observer,
        TimeProvider clock
    )
    {
        this.stage = stage;
        this.names = names;
        this.observer = observer;
        this.clock = clock;
        cutter = new ChunkCutter(stage, usualChunk.TotalSeconds);
        roster = new WorkerRoster(ModelVersion.Current, clock);
        line = new HeadLine(connection, Packed(study, stage), stage.Folder, names.Session, observer);
        desk = new AnswerDesk(stage, new AnswerScope(line.Study, names.Session, isFresh), under, cutter, observer, clock);
        heardAnybody = clock.GetTimestamp();
    }

    /// <exception cref="ExecutionException">Two answers differ, or chunks were given up.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] listening = [line.ReceiveAsync(answers.Writer, end.Token), line.ListenAsync(roster.Hear, end.Token)];
        bool differs = false;
        try
        {
            await WorkAsync(listening, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is not answered yet is handed out again by whoever goes on.
        }
        catch (ExecutionException)
        {
            // Whoever goes on must not take the same two answers.
            differs = true;
            throw;
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(listening).ContinueWith(_ => { }, TaskScheduler.Default);
            await line.ForgetAsync(differs || stage.Next >= stage.End, Farewell);
        }

        // An answer may have come after all.
        if (stage.Next < stage.End && desk.GivenUp.Count > 0 && !stop.IsCancellationRequested)
        {
            throw new ExecutionException(new ExecutionFault.GivenUp(desk.GivenUp));
        }
    }

    private async Task WorkAsync(IReadOnlyList<Task> listening, CancellationToken stop)
    {
        bool isBegun = false;
        long looked = clock.GetTimestamp();
        while (!stop.IsCancellationRequested && stage.Next < stage.End && (under.Count > 0 || !cutter.IsDone))
        {
            // They end with this, or because something is broken, which must not look like nobody answering.
            if (listening.FirstOrDefault(task => task.IsCompleted) is { } ended)
            {
                await ended;
            }

            isBegun = isBegun || await line.BeginAsync(stop);
            if (isBegun)
            {
                await HandOutAsync(stop);
            }

            await TakeInAsync(stop);
            stage.MergeHeld(stop);
            Look();
            if (isBegun && clock.GetElapsedTime(looked) >= LookEvery)
            {
                await line.ReconcileAsync(under, stop);
                RepeatSlow();
                looked = clock.GetTimestamp();
            }
        }

        stage.MergeHeld(stop);
    }

    private async Task HandOutAsync(CancellationToken stop)
    {
        while (desk.NextWithdrawn() is { } withdrawn)
        {
            await line.WithdrawAsync(withdrawn, stop);
        }

        foreach (HandedOut handed in under.Values.Where(handed => handed.IsDue).ToArray())
        {
            if (!await line.PutAsync(handed, stop))
            {
                return;
            }

            handed.Sent(clock.GetTimestamp());
        }

        int slots = Math.Max(FewestSlots, roster.Count().Slots);
        while (under.Count < AheadPerSlot * slots && cutter.Next(slots) is { } chunk)
        {
            var handed = new HandedOut(names.Next(), chunk);
            under.Add(handed.Name.Number, handed);
            if (!await line.PutAsync(handed, stop))
            {
                return;
            }

            handed.Sent(clock.GetTimestamp());
        }
    }

    private async Task TakeInAsync(CancellationToken stop)
    {
        if (!answers.Reader.TryPeek(out _))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Tick);
            try
            {
                await answers.Reader.WaitToReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return;
            }
        }

        for (int i = 0; i < MostWaiting && answers.Reader.TryRead(out INatsJSMsg<byte[]>? answer); i++)
        {
            // Only what is on the disk is taken off the server; and what differs, which would end the next run as well.
            bool isDone = true;
            try
            {
                isDone = desk.Take(answer.Data ?? []);
            }
            finally
            {
                if (isDone)
                {
                    await line.AcknowledgeAsync(answer, stop);
                }
            }
        }
    }

    private void Look()
    {
        if (line.IsLost)
        {
            roster.ForgiveSilence();
        }

        (IReadOnlyList<WorkerState> missed, IReadOnlyList<string> back) = roster.TakeNews();
        foreach (WorkerState worker in missed)
        {
            desk.Missed(worker);
        }

        foreach (string worker in back)
        {
            desk.Forgive(worker);
        }

        RosterCount now = roster.Count();
        desk.GiveUpHopeless(now.Able);
        heardAnybody = now.Workers > 0 ? clock.GetTimestamp() : heardAnybody;
        if (now.Workers > 0 && (now.Workers, now.Slots) != (told?.Workers, told?.Slots))
        {
            observer.Counts(now.Workers, now.Slots);
            told = now;
        }

        bool isNobody = clock.GetElapsedTime(heardAnybody) >= NobodyAfter && !line.IsLost;
        if (isNobody && !saidNobody)
        {
            observer.Waits(now.Others);
            told = null;
        }

        saidNobody = isNobody;
    }

    // A chunk that takes several times as long as it should goes to somebody who has nothing else to do; the first
    // answer counts.
    private void RepeatSlow()
    {
        if (!cutter.IsDone || cutter.SecondsEach is not { } each)
        {
            return;
        }

        int idle = roster.Count().Idle;
        foreach (HandedOut handed in under.Values.Where(h => h.IsSlow(each, clock)).Take(idle))
        {
            handed.Repeat();
        }
    }

    private static StudyPackage Packed(StudyDocument study, BatchStage stage) =>
        new(study, [.. stage.Arms.Select((arm, i) => new PackedArm(arm.Deployment, arm.Adversary, stage.KeyOf(i)))]);
}
