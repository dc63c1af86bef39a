using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>A sensitivity analysis as plain lines for a terminal, at most 80 columns wide.</summary>
public static class SensitivityTable
{
    public static IReadOnlyList<string> Lines(SensitivityView view)
    {
        IEnumerable<string> body = view.Result.Method switch
        {
            SensitivityMethod.Tornado => Tornado(view),
            SensitivityMethod.Morris => Morris(view),
            SensitivityMethod.Sobol => Sobol(view),
            SensitivityMethod.Map => Map(view),
            SensitivityMethod.Discover => Discovery(view),
            _ => VerdictLines.Of(view),
        };
        return [.. Heading(view).Concat(body).Select(TerminalTable.Ascii)];
    }

    private static IEnumerable<string> Heading(SensitivityView view) => TerminalTable.Wrap($"SYNTHETIC DATA   {About(view)}", string.Empty);

    /// <summary>What was compared, how often, at how many settings.</summary>
    internal static string About(SensitivityView view)
    {
        string what =
            view.Result.Method == SensitivityMethod.Verdicts
                ? $"every deployment against {view.Baseline}"
                : $"{view.Deployment} against {view.Baseline}";
        return $"{what}: difference in {Plain.Small(view.Measure.Label)}{view.Scale.InUnit}, "
            + $"{Plain.Count(view.Result.Replications, "paired replication")} at each of "
            + $"{Plain.Count(view.Result.Settings, "setting")}, seed {view.Result.Seed}"
            + (LuckWords.Ahead(view.Measure, view.Result.Replications) is { } ahead ? $". {ahead}, here too." : string.Empty);
    }

    /// <summary>What becomes of the answer as an input goes through its range: "flips at 42%", "stays".</summary>
    internal static string Turns(SensitivityView view, InputSwing swing)
    {
        InputWords input = view.Input(swing.Path);
        return (swing.Answer, swing.TurnsAt) switch
        {
            (Answered.Flips, { } at) => $"flips at {input.ValueWithInterval(at)}",
            (Answered.Flips, null) => view.IsNothingAtBestGuess ? $"changes{MattersAt(" at ")}" : "flips in between",
            (Answered.MayFlip, { } at) => $"may flip, at {input.Value(at.Value!.Value)}",
            (Answered.MayFlip, null) => $"may {SensitivityAnswer.Flip(view, swing)}{MattersAt(", at ")}",
            (Answered.Stays, _) => "stays",
            (Answered.Shrinks, _) => $"gets too small to matter{MattersAt(" at ")}",
            _ => "not decided",
        };

        string MattersAt(string at) => swing.MattersAt is { } place ? $"{at}{input.ValueWithInterval(place)}" : string.Empty;
    }

    private static IEnumerable<string> Tornado(SensitivityView view)
    {
        foreach (InputSwing swing in view.Result.Tornado!)
        {
            InputWords input = view.Input(swing.Path);
            InputRange range = view.Result.Inputs.First(i => i.Path == swing.Path);
            foreach (string line in Head(input))
            {
                yield return line;
            }

            foreach (
                string line in TerminalTable.Wrap(
                    $"{input.Value(range.Low)}: {view.Difference(swing.AtLow)}; {input.Value(range.High)}: "
                        + $"{view.Difference(swing.AtHigh)}; {Turns(view, swing)}",
                    "      "
                )
            )
            {
                yield return line;
            }
        }

        SensitivityAnswer answer = SensitivityAnswer.Of(view);
        foreach (
            string sentence in answer
                .Sentences.Prepend(Plain.Sentence(answer.Headline))
                .Append("In brackets: 95% intervals, each on its own; they cover chance only.")
        )
        {
            foreach (string line in TerminalTable.Wrap(sentence, string.Empty))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Morris(SensitivityView view)
    {
        foreach (InputEffect effect in view.Result.Morris!)
        {
            foreach (string line in Head(view.Input(effect.Path)))
            {
                yield return line;
            }

            string spread = effect.Spread is { } s
                ? $"; varies by {view.Scale.Number(s, 0.9 * s, 1.1 * s)} with the other inputs"
                : string.Empty;
            foreach (
                string line in TerminalTable.Wrap(
                    $"moves it by {Size(view, effect.MeanSize)}, on the whole by {view.Difference(effect.Mean)}{spread}",
                    "      "
                )
            )
            {
                yield return line;
            }
        }

        foreach (
            string line in Say(
                "Each number: what moving the input over its whole range does, on average over settings of all other inputs "
                    + "(Morris's mu*, mu and sigma).",
                "In brackets: 95% intervals; they cover that few settings were looked at, and chance.",
                FirstMover(view)
            )
        )
        {
            yield return line;
        }
    }

    /// <summary>Which input moves the difference most, as far as that is known.</summary>
    internal static string FirstMover(SensitivityView view) =>
        First(view, "What moves it most", [.. view.Result.Morris!.Select(e => (e.Path, e.MeanSize))], "Nothing clearly moves it.");

    /// <summary>Which input accounts for most of its uncertainty, as far as that is known.</summary>
    internal static string FirstShare(SensitivityView view) =>
        First(
            view,
            "What accounts for most of the uncertainty",
            [.. view.Result.Sobol!.Select(s => (s.Path, s.Total))],
            "What the difference depends on is not decided."
        );

    private static IEnumerable<string> Sobol(SensitivityView view)
    {
        foreach (InputShare share in view.Result.Sobol!)
        {
            foreach (string line in Head(view.Input(share.Path)))
            {
                yield return line;
            }

            yield return $"      by itself {Percent(share.First)}, with the others {Percent(share.Total)}";
        }

        foreach (
            string line in Say(
                "Each number: the share of the uncertainty about the difference (its variance) that this input accounts for, if "
                    + "every input is drawn from a triangle between its lowest, best and highest value (Sobol's first and total "
                    + "index).",
                "In brackets: 95% intervals; they cover that few settings were looked at, and chance.",
                MoreAlone(view),
                FirstShare(view)
            )
        )
        {
            yield return line;
        }
    }

    /// <summary>That an input accounts for more by itself is chance, where it seems so; nothing where it
    /// doesn't.</summary>
    internal static string MoreAlone(SensitivityView view) =>
        view.Result.Sobol!.Any(share => share.First.Value > share.Total.Value)
            ? "By itself an input accounts for no more than with the others; where it seems to, that is chance."
            : string.Empty;

    private static IEnumerable<string> Map(SensitivityView view)
    {
        DifferenceMap map = view.Result.Map!;
        InputWords across = view.Input(map.Across);
        InputWords up = view.Input(map.Up);
        foreach (string line in TerminalTable.Wrap($"across: {Named(across)}", "  ").Concat(TerminalTable.Wrap($"down: {Named(up)}", "  ")))
        {
            yield return line;
        }

        string[][] rows = MapRows(view);
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length))];
        foreach (string[] row in rows)
        {
            yield return ("  " + string.Join("  ", row.Select((cell, c) => cell.PadLeft(widths[c])))).TrimEnd();
        }

        foreach (string line in Say(MapAnswer.Of(view) + ".", "(?): chance leaves open which is better; 95% intervals, each on its own."))
        {
            yield return line;
        }
    }

    /// <summary>The map as rows: values of the input across in the first, then one for each value of the other, the
    /// highest first.</summary>
    internal static string[][] MapRows(SensitivityView view)
    {
        DifferenceMap map = view.Result.Map!;
        string[] down = view.Input(map.Up).ShortValues(map.Ys);
        return
        [
            [string.Empty, .. view.Input(map.Across).ShortValues(map.Xs)],
            .. Enumerable
                .Range(0, map.Ys.Count)
                .Reverse()
                .Select(y => (string[])[down[y], .. map.Differences[y].Select(d => Brief(view, d))]),
        ];
    }

    // What it is, and the path that commands take.
    private static IEnumerable<string> Head(InputWords input) => TerminalTable.Wrap($"{input.Heading} ({input.Path})", "  ");

    // What it is, in which unit, and the path that commands take.
    private static string Named(InputWords input) =>
        $"{input.InSentence}{(input.Unit.Length > 0 ? $", {input.Unit.Trim()}" : string.Empty)} ({input.Path})";

    private static IEnumerable<string> Discovery(SensitivityView view)
    {
        if (view.Result.Discovery!.Region is { } region)
        {
            foreach ((string path, string words) in DiscoveryAnswer.Limits(view, region))
            {
                foreach (string line in Head(view.Input(path)))
                {
                    yield return line;
                }

                yield return $"      {words} (quasi-p {QuasiP(region, path)})";
            }
        }

        DiscoveryAnswer answer = DiscoveryAnswer.Of(view);
        foreach (string line in Say([Plain.Sentence(answer.Headline), .. answer.Sentences]))
        {
            yield return line;
        }
    }

    /// <summary>The quasi-p-values of an input's limits.</summary>
    internal static string QuasiP(DiscoveredRegion region, string path) =>
        Plain.List([
            .. region
                .Limits.Where(limit => limit.Path == path)
                .Select(limit => limit.QuasiP < .001 ? "under 0.001" : Digits.ToPlace(limit.QuasiP, -3)),
        ]);

    // The first of a ranking by estimates, with how many others chance leaves open as first.
    private static string First(SensitivityView view, string what, (string Path, SimulatedValue Size)[] ranked, string nothing)
    {
        if (ranked is not [{ Size: { Value: > 0, Low: > 0 } size } first, ..])
        {
            return ranked.All(r => r.Size is { Value: 0, Low: 0, High: 0 } or { Value: null }) ? "The difference never varies." : nothing;
        }

        int others = ranked.Skip(1).Count(other => other.Size.High is not { } high || high >= size.Low);
        string rivals = others > 0 ? $" comes out first; {Plain.Count(others, "other")} may as much" : string.Empty;
        return $"{what}: {view.Input(first.Path).InSentence}{rivals}.";
    }

    private static string Brief(SensitivityView view, SimulatedValue d) =>
        d.Value is { } v ? view.Scale.Signed(v, d.Low, d.High) + (view.SideOf(d) == 0 ? "?" : string.Empty) : "-";

    internal static string Size(SensitivityView view, SimulatedValue value) => view.Difference(value).TrimStart('+');

    /// <summary>A share as people see it: an estimate may come out outside of what a share can be; where its interval
    /// leaves all open, no number is worth saying, nor are parts of a percent.</summary>
    internal static string Percent(SimulatedValue share) =>
        share is not { Value: { } value, Low: { } low, High: { } high } ? Plain.Undefined
        : low <= 0 && high >= 1 ? "unknown (0% to 100%)"
        : high < 0.005 ? "below 1%"
        : $"{Whole(value)} ({Whole(low)} to {Whole(high)})";

    private static string Whole(double share) => $"{Math.Clamp(share, 0, 1) * 100:0}%";

    private static IEnumerable<string> Say(params string[] sentences) =>
        sentences.Where(s => s.Length > 0).SelectMany(s => TerminalTable.Wrap(s, string.Empty));
}
