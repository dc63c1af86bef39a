using SimInterdiction.Cluster.Wire;
using SimInterdiction.Cluster.Workers;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Workers as a table of text.</summary>
internal static class WorkerTable
{
    private static readonly string[] Heads = ["name", "process", "model", "processor", "busy", "chunks", "replications/s", "last seen"];

    public static IEnumerable<string> Lines(IReadOnlyList<ListedWorker> workers)
    {
        if (workers.Count == 0)
        {
            return ["No worker was here in the last ten minutes."];
        }

        string[][] rows = [Heads, .. workers.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Heads.Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string[] Row(ListedWorker worker)
    {
        WorkerState state = worker.State;

        // Of all its slots, while they are busy.
        double rate = state.Seconds > 0 ? state.Slots * state.Replications / state.Seconds : 0;
        return
        [
            state.Machine,
            $"{state.Process}",
            state.ModelVersion,
            state.Processor,
            state.HasEnded ? "stopped"
            : worker.IsThere ? $"{state.Doing.Count} of {state.Slots}"
            : "not heard",
            $"{state.Chunks:N0}",
            $"{rate:N1}",
            worker.IsThere ? "now"
            : worker.Age.TotalSeconds < 120 ? $"{worker.Age.TotalSeconds:N0} s ago"
            : $"{worker.Age.TotalMinutes:N0} min ago",
        ];
    }
}
