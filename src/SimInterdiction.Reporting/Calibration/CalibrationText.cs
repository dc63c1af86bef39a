using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Calibration;

/// <summary>A fit for a terminal of 80 columns.</summary>
public static class CalibrationText
{
    public static IEnumerable<string> Lines(CalibrationReport report) => Body(report).Select(TerminalTable.Ascii);

    private static IEnumerable<string> Body(CalibrationReport report)
    {
        CalibrationResult result = report.Result;
        yield return ProvenanceBlock.SyntheticWarning;
        yield return About(report);
        foreach ((CalibratedInput unknown, UnknownScale scale) in result.Unknowns.Zip(report.Scales))
        {
            yield return string.Empty;
            yield return $"  {scale.Name}: {scale.Calibrated.Replace('_', ',')}";
            foreach (string line in Sentences(unknown, scale).SelectMany(sentence => TerminalTable.Wrap(sentence, "    ")))
            {
                yield return line;
            }
        }

        yield return string.Empty;
        foreach (
            string line in result
                .Targets.Select(check => $"{CalibrationReport.NameOf(check.Target)}: {CalibrationWords.Met(check)}")
                .SelectMany(sentence => TerminalTable.Wrap(sentence, "  "))
        )
        {
            yield return line;
        }

        yield return string.Empty;
        foreach (string line in Remarks(report).SelectMany(sentence => TerminalTable.Wrap(sentence, string.Empty)))
        {
            yield return line;
        }
    }

    /// <summary>What was simulated for it.</summary>
    internal static string About(CalibrationReport report) =>
        $"Calibrated to given figures: {Plain.Duration(report.LengthHours)}, "
        + $"{Plain.Count(report.Result.Replications, "replication")}, seed {report.Result.Seed}.";

    /// <summary>What a table of the fitted numbers leaves to be said of one: how it is written, and how much the
    /// figures tell of it.</summary>
    internal static string Told(CalibratedInput unknown, UnknownScale scale) => $"{Written(scale)}{Narrowed(unknown)}";

    private static IEnumerable<string> Sentences(CalibratedInput unknown, UnknownScale scale)
    {
        yield return $"Before: {scale.Before}.";
        if (unknown.Fits)
        {
            yield return $"{scale.Span(unknown.Interval.Low, unknown.Interval.High)} holds the true value in 95 of 100 such fits, "
                + "where the model is right.";
        }

        if (scale.Uncertain is not null)
        {
            yield return Written(scale).TrimEnd();
        }

        if (unknown.SimulationError is { } error)
        {
            yield return $"{scale.Span(error.Low, error.High)} is what simulation error alone leaves open; more replications narrow "
                + "only that.";
        }

        yield return $"Searched: {scale.Span(unknown.Input.Low, unknown.Input.High)}. {Narrowed(unknown)}";
    }

    private static string Written(UnknownScale scale) =>
        scale.Uncertain is { } three
            ? $"Written as uncertain: [{string.Join(", ", three).Replace('_', ',')}]. Runs hold it at "
                + $"{scale.Calibrated.Replace('_', ',')}; sensitivity analyses use the range. "
            : string.Empty;

    private static string Narrowed(CalibratedInput unknown) =>
        CalibrationWords.Narrowed(unknown)
        + (unknown.Fits && unknown.ReachesEnd ? " The interval comes to an end of it: a wider range would reach farther." : string.Empty);

    /// <summary>What can't be told apart, how many settings were tried, and what intervals leave out.</summary>
    internal static IEnumerable<string> Remarks(CalibrationReport report)
    {
        foreach (Entanglement pair in report.Result.Entangled)
        {
            yield return CalibrationWords.Entangled(pair, report);
        }

        if (report.Result.Draws is { } draws)
        {
            yield return $"{Plain.Count(draws.All.Count, "setting")} tried, drawn evenly from the ranges, one "
                + $"{Plain.Period(report.LengthHours)} each; {Digits.Whole(draws.Kept.Count)} matched all figures within "
                + "tolerance.";
            if (draws.Failed.Count > 0)
            {
                yield return $"{Plain.Count(draws.Failed.Count, "setting")} could not be simulated and fit nothing: "
                    + $"{draws.Failed[0].Reason}";
            }
        }

        yield return report.NotCovered;
    }
}
