using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Wording;

/// <summary>How a run ended, in a sentence or two.</summary>
internal static class OutcomeWords
{
    public static string Of(RunOutcome outcome) =>
        outcome switch
        {
            RunOutcome.Completed { Run: { } run } => Answer.Of(run.Result).Short + Failures(run),
            RunOutcome.Stopped { Run: { } run } =>
                $"Stopped after {Digits.Whole(run.Result.Replications)} of {Digits.Whole(run.Result.ReplicationsAsked)} replications of "
                    + "each deployment; they are saved.",
            RunOutcome.StoppedAtOnce { WasWaiting: true } => "Stopped while another program worked on the same run; nothing was simulated.",
            RunOutcome.StoppedAtOnce { HoldsReplications: true } =>
                "Stopped before the replications under way were done; what was saved before stays.",
            RunOutcome.StoppedAtOnce => "Stopped before the first replication was done; nothing was saved.",
            RunOutcome.NotSaved it => $"Not everything could be saved: {SaveFailureWords.Of(it.Why)}."
                + (it.HoldsReplications ? " What was saved stays; run it again to go on from there." : string.Empty),
            RunOutcome.OutOfMemory it => "Memory ran out."
                + (it.HoldsReplications ? " What was done is saved; run it again to go on from there." : string.Empty),
            RunOutcome.NotSimulated { Why: { } why } => Of(why),
            RunOutcome.Failed it => $"Every replication failed: {it.Result.Failed[0].Reason}",
            RunOutcome.Refused { Why: { } why } => RefusalWords.Of(why),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words."),
        };

    /// <summary>Why other machines could not simulate all of it.</summary>
    public static string Of(ExecutionFault fault) =>
        fault is ExecutionFault.AnswersDiffer it
            ? $"Two machines differ about replication {it.Replication} of {it.Arm}: {it.One} and {it.Other}. One of them is wrong, so "
                + "nothing more was taken in. Find out which, and run it again without it."
            : "Other machines could not simulate all of it; what they did is saved. Run it again to carry on.";

    private static string Failures(FinishedRun run) =>
        run.Result.Failed.Count == 0 ? string.Empty : $" {Plain.Count(run.Result.Failed.Count, "replication")} failed; they count nowhere.";
}
