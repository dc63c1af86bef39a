using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>The comparison as plain lines for a terminal, at most 80 columns wide and in ASCII but for the
/// names.</summary>
public static class TerminalTable
{
    public const int Width = 80;

    private const int NarrowestName = 10;
    private const int MostNoticed = 3;

    public static IReadOnlyList<string> Lines(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        var lines = new List<string>();
        lines.AddRange(Wrap($"SYNTHETIC DATA   {study.Measure.Label}, {Heading(study)}", string.Empty));
        string[] rows = [.. Rows(view)];
        lines.AddRange(rows);
        if (rows.Any(row => row.Contains(Plain.Dash, StringComparison.Ordinal)))
        {
            lines.Add("  -: undefined, as there was nothing to measure");
        }

        lines.AddRange(OverInputsLines.Of(view));
        lines.AddRange(Steps(view));
        foreach (string sentence in StepWords.Sentences(view).Concat(CaseloadWords.Sentences(study)))
        {
            lines.AddRange(Wrap(sentence, string.Empty));
        }

        Answer answer = Answer.Of(study);
        foreach (string sentence in answer.Sentences.Count > 0 ? answer.Sentences : [Plain.Sentence(answer.Headline)])
        {
            lines.AddRange(Wrap(sentence, string.Empty));
        }

        lines.AddRange(WhatIfLines.Of(view));
        foreach (string sentence in RequirementWords.Of(study))
        {
            lines.AddRange(Wrap(sentence, string.Empty));
        }

        foreach (string sentence in AboutAdapting(study, provenance))
        {
            lines.AddRange(Wrap(sentence, string.Empty));
        }

        if (PrecisionWords.Of(study) is { } precision)
        {
            lines.AddRange(Wrap(precision, string.Empty));
        }

        if (LuckWords.Of(study) is { } luck)
        {
            lines.AddRange(Wrap(luck, string.Empty));
        }

        foreach (FailedReplication failed in study.Failed.Take(3))
        {
            lines.AddRange(Wrap($"Replication {failed.Replication} of {failed.Arm} failed and is left out: {failed.Reason}", string.Empty));
        }

        if (study.Failed.Count > 3)
        {
            lines.Add($"{study.Failed.Count - 3} more replications failed; the manifest names them.");
        }

        lines.AddRange(Wrap(ProvenanceBlock.Of(study, provenance).NotCovered, string.Empty));
        return [.. lines.Select(Ascii)];
    }

    private static IEnumerable<string> AboutAdapting(StudyResult study, Provenance provenance)
    {
        if (study.IsAdaptive && study.Comparisons.Count > 0)
        {
            var view = new StudyView(study);
            yield return Plain.Sentence(DisplacementWords.Headline(view));

            // The next best too: more replications may make it the one that is told.
            string?[] told = [DisplacementWords.Compared(view)?.Deployment, view.Told.Name, .. view.Ranked.Select(c => c.Deployment)];
            foreach (string name in told.OfType<string>().Distinct().Where(n => view.Deployment(n).Notice is not null).Take(MostNoticed))
            {
                if (NoticeWords.Headline(view, view.Deployment(name)) is { } notice)
                {
                    yield return Plain.Sentence(notice);
                }
            }
        }

        if (study.Adversaries.Count > 0 && study.Comparisons.Count > 0)
        {
            yield return Plain.Sentence(AdversaryWords.Headline(new StudyView(study)));
        }
    }

    private static string Heading(StudyResult study)
    {
        string paired = study.Deployments.Count > 1 ? "paired replication" : "replication";
        string early =
            study.Replications < study.ReplicationsAsked ? $" of {Digits.Whole(study.ReplicationsAsked)} asked for" : string.Empty;
        return $"{Plain.Duration(study.Scenario.LengthHours)}, "
            + $"{(study.Replications == 1 ? $"1 {paired}" : $"{ChoiceWords.Replications(study)} {paired}s")}{early}, seed "
            + $"{study.Seed}";
    }

    private static IEnumerable<string> Rows(StudyView view)
    {
        string period = Plain.Period(view.Study.Scenario.LengthHours);
        string interval = view.Scale.DifferenceUnit is { Length: > 0 } unit ? $"({unit}, 95%)" : "(95% interval)";
        List<string[]> rows =
        [
            ["deployment", "officer-", "average", view.Study.Choice is null ? $"4 {period}s in 5" : "choice", "against baseline", "better"],
            [string.Empty, "hours", string.Empty, view.Study.Choice is null ? "fall between" : string.Empty, interval, "in, %"],
        ];
        rows.AddRange(view.Study.Deployments.Select(d => Cells(view, d)));
        if (view.Study.Comparisons.Count == 0)
        {
            rows = [.. rows.Select(r => r[..4])];
        }

        rows = [.. rows.Select(row => (string[])[row[0], .. row.Skip(1).Select(Plain.Cell).Select(PlusMinus)])];
        return InColumns(rows, NarrowestName, 1, 2, 5)
            ?? InColumns([.. rows.Select(HoursWithName)], 0, 1, 4)
            ?? view.Study.Deployments.Zip(rows.Skip(2))
                .SelectMany(r =>
                    Listed(r.Second, view.Study.Choice is null ? $"4 {period}s in 5" : "choice", ComparisonOf(r.First), view.Scale)
                );

        Comparison? ComparisonOf(DeploymentResult deployment) =>
            view.Study.Comparisons.FirstOrDefault(c => c.Deployment == deployment.Name);
    }

    /// <summary>The rows as a table; null where they have no room for one.</summary>
    /// <param name="rows">Of as many cells each.</param>
    /// <param name="narrowest">The fewest characters that names have.</param>
    /// <param name="right">Which columns stand to the right.</param>
    private static IEnumerable<string>? InColumns(List<string[]> rows, int narrowest, params int[] right)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length))];
        int left = Width - (2 * widths.Length) - widths.Skip(1).Sum();
        widths[0] = Math.Min(widths[0], left);
        return left < narrowest ? null : rows.SelectMany(r => Row(r, widths, right));
    }

    // Officer-hours beside the name, on the line above, where numbers leave them no column. A name gives way before
    // them.
    private static string[] HoursWithName(string[] cells, int row) =>
        [
            row switch
            {
                0 => $"{cells[0]}, officer-hours",
                1 => string.Empty,
                _ => Cut(cells[0], $", {cells[1]} officer-hours"),
            },
            .. cells[2..],
        ];

    private static string[] Cells(StudyView view, DeploymentResult d)
    {
        Comparison? c = view.Study.Comparisons.FirstOrDefault(x => x.Deployment == d.Name);
        Estimate e = view.MeasureOf(d);
        string against = c is null ? "(baseline)" : view.Scale.Difference(c);
        return
        [
            view.MarkedLabelOf(d.Name),
            Digits.Hours(d.OfficerHours),
            view.Scale.Value(e),
            ChoiceWords.Standing(view.Study, d.Name) ?? SpreadWords.Of(view.Scale, e, d.Replications),
            against,
            c is null ? string.Empty : Better(c),
        ];
    }

    /// <summary>A row; a name too long for its column has a line of its own above its numbers.</summary>
    private static IEnumerable<string> Row(string[] cells, int[] widths, int[] right)
    {
        string name = cells[0];
        if (name.Length > widths[0])
        {
            yield return "  " + Cut(name);
            name = string.Empty;
        }

        IEnumerable<string> numbers = cells
            .Skip(1)
            .Select((cell, i) => right.Contains(i + 1) ? cell.PadLeft(widths[i + 1]) : cell.PadRight(widths[i + 1]));
        yield return ("  " + string.Join("  ", numbers.Prepend(name.PadRight(widths[0])))).TrimEnd();
    }

    /// <summary>A deployment as a short list, where its numbers are too long for columns.</summary>
    private static IEnumerable<string> Listed(string[] cells, string third, Comparison? comparison, MeasureScale scale)
    {
        yield return "  " + Cut(cells[0]);
        foreach (string line in Wrap($"{cells[1]} officer-hours, average {cells[2]}, {third}: {cells[3]}", "    "))
        {
            yield return line;
        }

        if (comparison is not null)
        {
            foreach (string line in Wrap($"against baseline {scale.DifferenceWithUnit(comparison)}, better in {cells[5]}%", "    "))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Steps(StudyView view)
    {
        if (view.Study.Steps.Count == 0)
        {
            return [];
        }

        List<string[]> rows =
        [
            ["step", "added to those before", view.Study.Steps.Any(step => step.Alone.Count > 0) ? "alone" : string.Empty],
            .. view.Study.Steps.Select(step => new[] { step.Label, Difference(step.UpToHere), Difference(step.Alone) }),
        ];
        int[] widths = [.. Enumerable.Range(0, 3).Select(i => rows.Max(row => row[i].Length))];
        widths[0] = Math.Clamp(widths[0], NarrowestName, Math.Max(NarrowestName, Width - 6 - widths[1] - widths[2]));
        return rows.SelectMany(row => StepRow(row, widths));

        string Difference(IReadOnlyList<Comparison> comparisons) =>
            comparisons.Count == 0 ? string.Empty : PlusMinus(Plain.Cell(view.Scale.Difference(comparisons[0])));
    }

    private static IEnumerable<string> StepRow(string[] cells, int[] widths)
    {
        string name = cells[0];
        if (name.Length > widths[0])
        {
            yield return "  " + Cut(name);
            name = string.Empty;
        }

        yield return $"  {name.PadRight(widths[0])}  {cells[1].PadRight(widths[1])}  {cells[2]}".TrimEnd();
    }

    private static string Better(Comparison c) =>
        c.BetterIn is { } share && !double.IsNaN(share)
            ? Digits
                .InHundred(share, c.BetterInInterval)
                .Replace(" of 100", string.Empty, StringComparison.Ordinal)
                .Replace(" to ", "-", StringComparison.Ordinal)
                .Replace("over ", ">", StringComparison.Ordinal)
                .Replace("under ", "<", StringComparison.Ordinal)
            : Plain.Undefined;

    private static string Cut(string name) => Cut(name, string.Empty);

    private static string Cut(string name, string ending)
    {
        int room = Width - 2 - ending.Length;
        return (name.Length > room ? name[..(room - 1)] + "~" : name) + ending;
    }

    /// <summary>A sentence in lines of at most <see cref="Width"/>, each after an indent; a word longer than that is
    /// broken.</summary>
    public static IEnumerable<string> Wrap(string text, string indent)
    {
        string line = indent;
        int longest = Width - indent.Length;
        foreach (
            string word in text.Split(' ').SelectMany(w => w.Length <= longest ? [w] : w.Chunk(longest).Select(part => new string(part)))
        )
        {
            if (line.Trim().Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line.TrimEnd();
                line = indent;
            }

            line = line.Length > indent.Length ? $"{line} {word}" : line + word;
        }

        yield return line.TrimEnd();
    }

    // Two signs for one, so before columns are measured.
    private static string PlusMinus(string text) => text.Replace("±", "+-", StringComparison.Ordinal);

    /// <summary>The line in signs that every terminal has.</summary>
    public static string Ascii(string line) => PlusMinus(line).Replace('−', '-').Replace('–', '-').Replace('…', '~');
}
