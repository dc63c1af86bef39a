using SimInterdiction.Experiments.Doubt;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>A sensitivity analysis as plain lines for a terminal, at most 80 columns wide.</summary>
public static class SensitivityTable
{
    public static IReadOnlyList<string> Lines(DoubtView view)
    {
        IEnumerable<string> body = view.Result.Method switch
        {
            SensitivityMethod.Tornado => Tornado(view),
            SensitivityMethod.Morris => Morris(view),
            SensitivityMethod.Sobol => Sobol(view),
            SensitivityMethod.Map => Map(view),
            _ => VerdictLines.Of(view),
        };
        return [.. Heading(view).Concat(body).Select(TerminalTable.Ascii)];
    }

    private static IEnumerable<string> Heading(DoubtView view)
    {
        string what = view.Result.Method == SensitivityMethod.Verdicts ? $"every deployment against {view.Baseline}" : $"{view.Deployment} against {view.Baseline}";
        return TerminalTable.Wrap(
            $"SYNTHETIC DATA   {what}: difference in {Plain.Small(view.Measure.Label)}{view.Scale.InUnit}, {Plain.Count(view.Result.Replications, "paired replication")} at each of {Plain.Count(view.Result.Settings, "setting")}, seed {view.Result.Seed}",
            string.Empty);
    }

    private static IEnumerable<string> Tornado(DoubtView view)
    {
        foreach (InputSwing swing in view.Result.Tornado!)
        {
            InputWords input = view.Input(swing.Path);
            InputDoubt doubt = view.Result.Inputs.First(i => i.Path == swing.Path);
            yield return "  " + swing.Path;
            string turns = swing.TurnsAt is { } at ? $"; turns at {input.ValueWithInterval(at)}" : string.Empty;
            foreach (string line in TerminalTable.Wrap($"{input.Value(doubt.Low)}: {view.Difference(swing.AtLow)}; {input.Value(doubt.High)}: {view.Difference(swing.AtHigh)}{turns}", "      "))
            {
                yield return line;
            }
        }

        DoubtAnswer answer = DoubtAnswer.Of(view);
        foreach (string sentence in answer.Sentences.Prepend(answer.Headline + ".").Append("In brackets: 95% intervals of chance, each for itself. They say nothing about doubt."))
        {
            foreach (string line in TerminalTable.Wrap(sentence, string.Empty))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Morris(DoubtView view)
    {
        foreach (InputEffect effect in view.Result.Morris!)
        {
            yield return "  " + effect.Path;
            string spread = effect.Spread is { } s ? $"; varies by {Digits.Of(s * view.Scale.Factor, 0.9 * s * view.Scale.Factor, 1.1 * s * view.Scale.Factor)} with the other inputs" : string.Empty;
            foreach (string line in TerminalTable.Wrap($"moves it by {Size(view, effect.MeanSize)}, on the whole by {view.Difference(effect.Mean)}{spread}", "      "))
            {
                yield return line;
            }
        }

        foreach (string line in Say(
            "Each number: what moving the input over its whole range does, on average over settings of all other inputs (Morris's mu*, mu and sigma).",
            "In brackets: 95% intervals; they cover that few settings were looked at, and chance.",
            view.Result.Morris is [{ MeanSize.Value: > 0 } first, ..] ? $"What moves it most: {Plain.Small(view.Input(first.Path).FullName)}." : "Nothing moves it."))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Sobol(DoubtView view)
    {
        foreach (InputShare share in view.Result.Sobol!)
        {
            yield return "  " + share.Path;
            yield return $"      by itself {Percent(share.First)}, with the others {Percent(share.Total)}";
        }

        foreach (string line in Say(
            "Each number: the share of the doubt about the difference (its variance) that this input accounts for, if every input is drawn from a triangle between its lowest, best and highest value (Sobol's first and total index).",
            "In brackets: 95% intervals; they cover that few settings were looked at, and chance.",
            view.Result.Sobol is [{ Total.Value: > 0 } first, ..] ? $"Most of the doubt comes from: {Plain.Small(view.Input(first.Path).FullName)}." : "The difference never varies."))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Map(DoubtView view)
    {
        DifferenceMap map = view.Result.Map!;
        InputWords across = view.Input(map.Across);
        InputWords up = view.Input(map.Up);
        yield return $"  across: {map.Across}";
        yield return $"  down:   {map.Up}";
        string[] head = [string.Empty, .. map.Xs.Select(across.ShortValue)];
        string[][] rows = [head, .. Enumerable.Range(0, map.Ys.Count).Reverse().Select(y => (string[])[up.ShortValue(map.Ys[y]), .. map.Differences[y].Select(d => Brief(view, d))])];
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(c => rows.Max(r => r[c].Length))];
        foreach (string[] row in rows)
        {
            yield return ("  " + string.Join("  ", row.Select((cell, c) => cell.PadLeft(widths[c])))).TrimEnd();
        }

        foreach (string line in Say(MapAnswer.Of(view) + ".", "(?): chance leaves open which is better; 95% intervals, each for itself."))
        {
            yield return line;
        }
    }

    private static string Brief(DoubtView view, SimulatedValue d) =>
        d.Value is { } v ? Digits.Signed(v * view.Scale.Factor, d.Low * view.Scale.Factor, d.High * view.Scale.Factor) + (view.SideOf(d) == 0 ? "?" : string.Empty) : "-";

    private static string Size(DoubtView view, SimulatedValue value) => view.Difference(value).TrimStart('+');

    private static string Percent(SimulatedValue share) =>
        new MeasureScale(100, string.Empty, "%", "points").ValueWithInterval(new Estimate(share.Value, share.Low, share.High));

    private static IEnumerable<string> Say(params string[] sentences) => sentences.SelectMany(s => TerminalTable.Wrap(s, string.Empty));
}
