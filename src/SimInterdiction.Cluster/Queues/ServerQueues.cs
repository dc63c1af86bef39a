using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Queues;

/// <summary>The streams at the server. None of them is the truth: what is lost there is handed out again.</summary>
/// <param name="streams">The server.</param>
internal sealed class ServerQueues(INatsJSContext streams)
{
    /// <summary>After so long without a sign of life, a chunk goes to another worker.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    // A head may be busy for longer; one that begins anew takes all at once.
    private static readonly TimeSpan AnswerLease = TimeSpan.FromMinutes(1);

    private const int NotFound = 404;
    private const int NameInUse = 10058;
    private const int Overlaps = 10065;
    private const int MostRefusals = 10;
    private const long MostBytesOfJobs = 32_000_000;
    private const long MostBytesOfAnswers = 256_000_000;
    private const long MostBytesOfStudies = 128_000_000;
    private const int MostUnderWay = 100_000;
    private const int AtOnce = 100;

    // Slots that ask for a chunk at once; a server turns away what is above 512, unless told otherwise.
    private const int MostAsking = 20_000;

    // What heads that never came back have left; what is still needed after that, its head puts there again.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan WorkersKept = TimeSpan.FromMinutes(10);

    // What a busy server needs, and less than makes a difference to who waits.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.05);

    /// <summary>Sees to it that all streams are there.</summary>
    public async Task PrepareAsync(CancellationToken stop)
    {
        StreamConfig[] all =
        [
            new(Subjects.JobStream, [Subjects.AllJobs])
            {
                Retention = StreamConfigRetention.Workqueue,
                MaxAge = Longest,
                MaxBytes = MostBytesOfJobs,
                Discard = StreamConfigDiscard.New,
            },
            new(Subjects.AnswerStream, [Subjects.AllAnswers])
            {
                Retention = StreamConfigRetention.Workqueue,
                MaxAge = Longest,
                MaxBytes = MostBytesOfAnswers,
                Discard = StreamConfigDiscard.New,
            },
            new(Subjects.StudyStream, [Subjects.AllStudies])
            {
                MaxMsgsPerSubject = 1,
                MaxAge = Longest,
                MaxBytes = MostBytesOfStudies,
            },
            new(Subjects.WorkerStream, [Subjects.AllWorkers])
            {
                MaxMsgsPerSubject = 1,
                MaxAge = WorkersKept,
                Storage = StreamConfigStorage.Memory,
            },
        ];
        foreach (StreamConfig stream in all)
        {
            await PrepareAsync(stream, stop);
        }
    }

    /// <summary>The queue of jobs for workers with a version of the model. Idle workers ask for it again and again, and
    /// to find it costs the server much less than to make it.</summary>
    public async Task<INatsJSConsumer> JobsAsync(string version, CancellationToken stop)
    {
        string name = $"workers-{Subjects.Token(version)}";
        try
        {
            return await streams.GetConsumerAsync(Subjects.JobStream, name, stop);
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            return await streams.CreateOrUpdateConsumerAsync(
                Subjects.JobStream,
                new ConsumerConfig(name)
                {
                    FilterSubject = Subjects.JobsFor(version),
                    AckPolicy = ConsumerConfigAckPolicy.Explicit,
                    AckWait = Lease,
                    MaxDeliver = -1,
                    MaxAckPending = MostUnderWay,
                    MaxWaiting = MostAsking,
                },
                stop
            );
        }
    }

    /// <summary>The queue of answers to a head.</summary>
    /// <param name="head">The head.</param>
    /// <param name="isNew">Whether everything in it is to be delivered, also what was delivered before and not
    /// acknowledged.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<INatsJSConsumer> AnswersAsync(string head, bool isNew, CancellationToken stop)
    {
        if (isNew)
        {
            await ForgetConsumerAsync($"head-{head}", stop);
        }

        return await streams.CreateOrUpdateConsumerAsync(
            Subjects.AnswerStream,
            new ConsumerConfig($"head-{head}")
            {
                FilterSubject = Subjects.AnswersTo(head),
                AckPolicy = ConsumerConfigAckPolicy.Explicit,
                AckWait = AnswerLease,
                MaxDeliver = -1,
                MaxAckPending = MostUnderWay,
                InactiveThreshold = TimeSpan.FromMinutes(5),
            },
            stop
        );
    }

    /// <summary>Hands a message to a stream.</summary>
    /// <returns>Whether it is there; not where the stream is full.</returns>
    public async Task<bool> TryPutAsync(string subject, byte[] message, CancellationToken stop)
    {
        PubAckResponse answer = await streams.PublishAsync(subject, message, cancellationToken: stop);
        return answer.Error is null;
    }

    /// <summary>Forgets jobs; those that a worker has begun go on.</summary>
    /// <param name="subjects">Which.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task ForgetJobsAsync(string subjects, CancellationToken stop)
    {
        // One by one: a server before 2.9.12 that purges some subjects of a queue delivers nothing more of what was in
        // it, of other subjects either. From the first: it finds no last one where that was deleted.
        while (await SubjectsInAsync(Subjects.JobStream, subjects, stop) is { Count: > 0 } found)
        {
            INatsJSStream jobs = await streams.GetStreamAsync(Subjects.JobStream, cancellationToken: stop);
            foreach (string[] some in found.Keys.Chunk(AtOnce))
            {
                await Task.WhenAll(some.Select(subject => ForgetFirstAsync(jobs, subject, stop)));
            }
        }
    }

    /// <summary>Forgets all answers to a head that are there now.</summary>
    public async Task ForgetAnswersAsync(string head, CancellationToken stop)
    {
        await ForgetConsumerAsync($"head-{head}", stop);
        await streams.PurgeStreamAsync(Subjects.AnswerStream, new StreamPurgeRequest { Filter = Subjects.AnswersTo(head) }, stop);
    }

    /// <summary>The subjects in a stream that match a filter, each with how many messages it has; null where the stream
    /// is lost.</summary>
    public async Task<IReadOnlyDictionary<string, long>?> SubjectsInAsync(string stream, string filter, CancellationToken stop)
    {
        try
        {
            INatsJSStream found = await streams.GetStreamAsync(stream, new StreamInfoRequest { SubjectsFilter = filter }, stop);
            return found.Info.State.Subjects?.ToDictionary(pair => pair.Key, pair => (long)pair.Value) ?? [];
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            return null;
        }
    }

    /// <summary>The last message of a subject; null where there is none.</summary>
    public async Task<StoredMessage?> LastOfAsync(string stream, string subject, CancellationToken stop)
    {
        try
        {
            INatsJSStream found = await streams.GetStreamAsync(stream, cancellationToken: stop);
            StreamMsgGetResponse answer = await found.GetAsync(new StreamMsgGetRequest { LastBySubj = subject }, stop);
            return answer.Message;
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            return null;
        }
    }

    // Others may do the same at the same moment. Asked to make and to change one stream at once, a server of 2.9.10 now
    // and then never answers anybody again; asked by two to make it, it may tell one that it overlaps; and as it
    // starts, some answers are lost. So it is asked first, and again.
    private async Task PrepareAsync(StreamConfig wanted, CancellationToken stop)
    {
        for (int left = MostRefusals; ; left--)
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
            soon.CancelAfter(AnswersWithin);
            try
            {
                await MakeOrChangeAsync(wanted, soon.Token);
                return;
            }
            catch (Exception error) when (IsPassing(error) && left > 0 && !stop.IsCancellationRequested)
            {
                await Task.Delay(Moment, stop);
            }
        }
    }

    private async Task MakeOrChangeAsync(StreamConfig wanted, CancellationToken stop)
    {
        try
        {
            INatsJSStream found = await streams.GetStreamAsync(wanted.Name!, cancellationToken: stop);
            if (!IsAs(wanted, found.Info.Config))
            {
                await streams.UpdateStreamAsync(wanted, stop);
            }
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            await streams.CreateStreamAsync(wanted, stop);
        }
    }

    private static bool IsPassing(Exception error) =>
        error is OperationCanceledException or NatsJSApiNoResponseException or NatsNoReplyException
        || error is NatsJSApiException { Error.ErrCode: Overlaps or NameInUse };

    private static bool IsAs(StreamConfig wanted, StreamConfig found) =>
        found.Subjects!.SequenceEqual(wanted.Subjects!)
        && found.Retention == wanted.Retention
        && found.MaxAge == wanted.MaxAge
        && found.MaxBytes == Unlimited(wanted.MaxBytes)
        && found.MaxMsgsPerSubject == Unlimited(wanted.MaxMsgsPerSubject)
        && found.Discard == wanted.Discard
        && found.Storage == wanted.Storage;

    // A server says -1 for what has no limit and 0 was asked.
    private static long Unlimited(long asked) => asked == 0 ? -1 : asked;

    private static async Task ForgetFirstAsync(INatsJSStream stream, string subject, CancellationToken stop)
    {
        try
        {
            StreamMsgGetResponse first = await stream.GetAsync(new StreamMsgGetRequest { Seq = 1, NextBySubj = subject }, stop);
            await stream.DeleteMessageAsync(new StreamMsgDeleteRequest { Seq = first.Message.Seq }, stop);
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            // A worker has answered meanwhile.
        }
    }

    private async Task ForgetConsumerAsync(string name, CancellationToken stop)
    {
        try
        {
            await streams.DeleteConsumerAsync(Subjects.AnswerStream, name, stop);
        }
        catch (NatsJSApiException error) when (error.Error.Code == NotFound)
        {
            // There was none.
        }
    }
}
