using System.Diagnostics;
using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;

namespace SimInterdiction.Cluster.Workers;

/// <summary>One chunk after the other, on one thread.</summary>
internal sealed class Slot(
    ServerConnection connection,
    WorkerOptions options,
    StudyCache studies,
    WorkerTally tally,
    ServerWatch server,
    IObserveWorker observer,
    Func<Task> say
)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OthersFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.6);

    private readonly ServerQueues queues = new(connection.Streams);
    private OpenedStudy? current;
    private ChunkSimulator? simulator;

    public async Task RunAsync(CancellationToken stop)
    {
        INatsJSConsumer? jobs = null;
        while (!stop.IsCancellationRequested)
        {
            INatsJSMsg<byte[]>? message = null;
            bool isThere = await server.TryAsync(
                async patience =>
                {
                    jobs ??= await OpenAsync(patience);
                    message = await jobs.NextAsync<byte[]>(opts: new NatsJSNextOpts { Expires = Round }, cancellationToken: patience);
                },
                stop
            );
            if (message is not null)
            {
                await AnswerAsync(message, stop);
            }
            else
            {
                // What the queue was made of may be gone.
                jobs = null;
                await Task.Delay(isThere ? TimeSpan.Zero : Pause, CancellationToken.None);
            }
        }

        simulator?.Dispose();
    }

    private async Task<INatsJSConsumer> OpenAsync(CancellationToken stop)
    {
        try
        {
            return await queues.JobsAsync(options.ModelVersion, stop);
        }
        catch (NatsJSApiException)
        {
            // The server has lost its streams, or nobody has made them yet.
            await queues.PrepareAsync(stop);
            return await queues.JobsAsync(options.ModelVersion, stop);
        }
    }

    private async Task AnswerAsync(INatsJSMsg<byte[]> message, CancellationToken stop)
    {
        if (ChunkJob.Read(message.Data) is not { } job)
        {
            await server.TryAsync(patience => message.AckTerminateAsync(cancellationToken: patience).AsTask(), stop);
            return;
        }

        if (job.FailedBy.Contains(tally.State.Id))
        {
            await server.TryAsync(patience => message.NakAsync(new AckOpts { NakDelay = OthersFirst }, patience).AsTask(), stop);
            return;
        }

        // Said before it begins, so that the head knows what a worker was at that is not heard of any more.
        tally.Begin(job.Chunk);
        await say();
        using var done = new CancellationTokenSource();
        Task alive = SayAliveAsync(message, done.Token);
        try
        {
            (string? problem, bool isUndone) = await SimulateAsync(job, stop);
            if (isUndone || stop.IsCancellationRequested)
            {
                await ReturnAsync(job, message);
                return;
            }

            if (problem is not null)
            {
                observer.GivesUp(problem);
                await PutAsync(job, ChunkAnswer.Write(ToAnswer(job, AnswerKind.GivenUp, problem), []), stop);
            }

            await server.TryAsync(patience => message.AckAsync(cancellationToken: patience).AsTask(), stop);
        }
        finally
        {
            tally.End(job.Chunk);
            await done.CancelAsync();
            await alive;
        }
    }

    // Why it can't be simulated here; or that it was not, and has to go back.
    private async Task<(string? Problem, bool IsUndone)> SimulateAsync(ChunkJob job, CancellationToken stop)
    {
        if (await studies.GetAsync(job.Study, stop) is not { } study)
        {
            return (null, true);
        }

        if (study.Simulation is not { } simulation || job.Arms.Any(arm => arm >= simulation.Arms.Count))
        {
            return (study.Problem ?? "the study has no such arms", false);
        }

        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<SimulatedChunk> chunks;
        try
        {
            chunks = await Task.Factory.StartNew(
                () => Simulate(study, simulation, job, stop),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        catch (OperationCanceledException)
        {
            return (null, true);
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (chunks.FirstOrDefault(chunk => chunk.Content.Length > connection.MostBytes) is { } large)
        {
            return ($"replication {large.First} alone has {large.Content.Length:N0} bytes, more than the server takes", false);
        }

        foreach (IReadOnlyList<SimulatedChunk> message in Packed(chunks))
        {
            byte[] bytes = ChunkAnswer.Write(ToAnswer(job, AnswerKind.Simulated, null) with { Seconds = seconds }, message);
            seconds = 0;
            if (!await PutAsync(job, bytes, stop))
            {
                return (null, true);
            }
        }

        long replications = (long)job.Arms.Count * (job.Last - job.First + 1);
        tally.Answered(replications, Stopwatch.GetElapsedTime(began).TotalSeconds);
        observer.Answered(tally.State.Chunks, tally.State.Replications);
        return (null, false);
    }

    private IReadOnlyList<SimulatedChunk> Simulate(OpenedStudy study, ChunkSimulation simulation, ChunkJob job, CancellationToken stop)
    {
        if (study != current)
        {
            simulator?.Dispose();
            simulator = simulation.ForOneThread();
            current = study;
        }

        return simulator!.Simulate(job.Arms, job.First, job.Last, connection.MostBytes / 2, stop);
    }

    // As much in each message as it may hold.
    private IEnumerable<IReadOnlyList<SimulatedChunk>> Packed(IReadOnlyList<SimulatedChunk> chunks)
    {
        var message = new List<SimulatedChunk>();
        long bytes = 0;
        foreach (SimulatedChunk chunk in chunks)
        {
            if (message.Count > 0 && bytes + chunk.Content.Length > connection.MostBytes - (message.Count * 64))
            {
                yield return [.. message];
                message.Clear();
                bytes = 0;
            }

            message.Add(chunk);
            bytes += chunk.Content.Length;
        }

        yield return message;
    }

    // A server that is away is waited for, and one that is full for a while, too; the lease goes on meanwhile.
    private async Task<bool> PutAsync(ChunkJob job, byte[] answer, CancellationToken stop)
    {
        long? full = null;
        while (!stop.IsCancellationRequested && !(full is { } since && Stopwatch.GetElapsedTime(since) > options.WaitsForRoom))
        {
            bool isThere = false;
            bool isReached = await server.TryAsync(
                async patience => isThere = await queues.TryPutAsync(Subjects.Answer(job.Head, job.Chunk), answer, patience),
                stop
            );
            if (isThere)
            {
                return true;
            }

            if (isReached && full is null)
            {
                observer.FindsServerFull();
                full = Stopwatch.GetTimestamp();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        return false;
    }

    // By an answer, since the head decides who gets it next.
    private async Task ReturnAsync(ChunkJob job, INatsJSMsg<byte[]> message)
    {
        byte[] answer = ChunkAnswer.Write(ToAnswer(job, AnswerKind.Returned, null), []);
        using var soon = new CancellationTokenSource(Farewell);
        await server.TryAsync(
            async patience =>
            {
                if (await queues.TryPutAsync(Subjects.Answer(job.Head, job.Chunk), answer, patience))
                {
                    await message.AckTerminateAsync(cancellationToken: patience);
                }
                else
                {
                    await message.NakAsync(new AckOpts { NakDelay = OthersFirst }, patience);
                }
            },
            soon.Token
        );
    }

    private async Task SayAliveAsync(INatsJSMsg<byte[]> message, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(ServerQueues.Lease / 3, done).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!done.IsCancellationRequested && connection.IsUp)
            {
                await server.TryAsync(patience => message.AckProgressAsync(cancellationToken: patience).AsTask(), done);
            }
        }
    }

    private ChunkAnswer ToAnswer(ChunkJob job, AnswerKind kind, string? reason) =>
        new()
        {
            Study = job.Study,
            Chunk = job.Chunk,
            Kind = kind,
            WorkerId = tally.State.Id,
            Worker = $"{options.Machine} ({options.Processor})",
            Reason = reason,
        };
}
