using SimInterdiction.Application.Replays;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Tells what happens in a replication.</summary>
/// <param name="followsLeads">Whether to tell of the longest chain of leads.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class ReplayPresenter(bool followsLeads, TextWriter output, TextWriter error) : StoredRunPresenter(error)
{
    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>: also that of a failed run where the replication comes out otherwise than it
    /// is stored.</returns>
    public int Tell(ReplayOutcome outcome)
    {
        Dispose();
        switch (outcome)
        {
            case ReplayOutcome.Completed completed:
                Print(completed);
                return completed.Replay.IsAsStored ? ExitCode.Ok : ExitCode.RunFailed;
            case ReplayOutcome.Stopped:
                Error.WriteLine("Stopped; nothing was written.");
                return ExitCode.StoppedAndSaved;
            case ReplayOutcome.NotSaved { Why: { } why }:
                Error.WriteLine($"simint: {SaveWords.Of(why)}.");
                return ExitCode.RunFailed;
            case ReplayOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Print(ReplayOutcome.Completed completed)
    {
        Write(completed.Story.Opening());
        if (completed.OtherModelVersion is { } other)
        {
            Write(
                TerminalTable.Wrap(
                    $"The run was simulated by another version of the model ({other}); this is {ModelVersion.Current}. It may differ "
                        + "for that reason.",
                    string.Empty
                )
            );
        }

        Write(
            completed.Shipment is { } shipment ? completed.Story.Shipment(shipment)
            : followsLeads ? completed.Story.Leads()
            : [.. completed.Story.Summary(), string.Empty, "Next: --follow lead, --follow SHIPMENT, --animate FILE, or --csv FILE."]
        );
        foreach (string log in completed.Logs)
        {
            output.WriteLine($"{completed.Replay.Facts.Count:N0} facts, warm-up included: {log}");
        }

        if (completed.Map is { } map)
        {
            output.WriteLine($"Moving map: {map}");
        }
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            output.WriteLine(line);
        }
    }
}
