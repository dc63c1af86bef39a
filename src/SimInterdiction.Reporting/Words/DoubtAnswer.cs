using SimInterdiction.Experiments.Doubt;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a tornado answers, in words: whether doubt about any one input turns the answer, and where.</summary>
public sealed record DoubtAnswer(string Headline, IReadOnlyList<string> Sentences)
{
    /// <param name="view">Of a sensitivity with a tornado.</param>
    public static DoubtAnswer Of(DoubtView view)
    {
        InputSwing[] swings = [.. view.Result.Tornado ?? []];
        InputSwing[] turning = [.. swings.Where(s => s.TurnsAt is not null).OrderBy(s => Distance(view, s))];
        return new DoubtAnswer(HeadlineOf(view, turning), [.. SentencesOf(view, swings, turning)]);
    }

    /// <summary>"below 42%", "above 20": the side of the turning point that is away from the best guess.</summary>
    public static string Beyond(DoubtView view, InputSwing swing)
    {
        InputDoubt input = view.Result.Inputs.First(i => i.Path == swing.Path);
        double turns = swing.TurnsAt!.Value.Value!.Value;
        string side = turns > input.Best ? "above" : turns < input.Best ? "below" : "right at";
        return $"{side} {view.Input(swing.Path).Value(turns)}";
    }

    private static string HeadlineOf(DoubtView view, InputSwing[] turning)
    {
        if (view.Result.BestGuess.Value is null)
        {
            return $"The {Plain.Small(view.Measure.Label)} is undefined at best guess: there is nothing to compare";
        }

        if (view.SideAtBestGuess == 0)
        {
            return $"{view.Deployment} is not surely better or worse than {view.Baseline} even at best guess";
        }

        string better = view.SideAtBestGuess > 0 ? "better" : "worse";
        if (turning.Length > 0)
        {
            string more = turning.Length == 1 ? string.Empty : $"; {Plain.Count(turning.Length - 1, "more doubt")} can turn it";
            return $"The answer turns with {Plain.Small(view.Input(turning[0].Path).FullName)} {Beyond(view, turning[0])}{more}";
        }

        // Also where the difference keeps its sign, it may shrink to what doesn't matter.
        return Shrinking(view) is { } small
            ? $"No doubt turns the answer, but with {small} it is too small to matter"
            : $"No doubt turns the answer: {view.Deployment} stays {better} than {view.Baseline}";
    }

    private static IEnumerable<string> SentencesOf(DoubtView view, InputSwing[] swings, InputSwing[] turning)
    {
        yield return $"At best guess: {view.DifferenceWithUnit(view.Result.BestGuess)} against {view.Baseline} (95% interval {Ends(view, view.Result.BestGuess)}).";
        if (swings.FirstOrDefault(s => s.Swing.Value is { } v && v != 0) is { } widest)
        {
            InputWords input = view.Input(widest.Path);
            InputDoubt doubt = view.Result.Inputs.First(i => i.Path == widest.Path);
            yield return $"What moves it most: {Plain.Small(input.FullName)}, from {view.DifferenceWithUnit(widest.AtLow)} at {input.Value(doubt.Low)} to {view.DifferenceWithUnit(widest.AtHigh)} at {input.Value(doubt.High)}.";
        }
        else if (swings.Length > 0)
        {
            yield return "No doubt moves it at all.";
        }

        foreach (InputSwing swing in turning)
        {
            yield return $"The answer turns with {Plain.Small(view.Input(swing.Path).FullName)} {Beyond(view, swing)}{ChanceAbout(view, swing)}.";
        }

        if (turning.Length == 0 && swings.Length > 0)
        {
            yield return $"No doubt about a single input turns the answer{(view.Result.Inputs.Count > 1 ? "; together they might (--method map, --method verdicts)" : string.Empty)}.";
        }
    }

    private static string ChanceAbout(DoubtView view, InputSwing swing)
    {
        SimulatedValue at = swing.TurnsAt!.Value;
        InputWords input = view.Input(swing.Path);
        return (at.Low, at.High) switch
        {
            ({ } low, { } high) when input.ShortValue(low) != input.ShortValue(high) => $" (chance leaves {input.ShortValue(low)} to {input.ShortValue(high)} open)",
            ({ } low, null) => $" (chance leaves open from {input.ShortValue(low)} on)",
            (null, { } high) => $" (chance leaves open up to {input.ShortValue(high)})",
            (null, null) => " (chance leaves open where, in all its range)",
            _ => string.Empty,
        };
    }

    private static string Ends(DoubtView view, SimulatedValue value) =>
        value is { Value: { } v, Low: { } low, High: { } high } ? Digits.Ends(v * view.Scale.Factor, low * view.Scale.Factor, high * view.Scale.Factor) : "undefined";

    /// <summary>"finds (outbound team) at 40%": the first end of an input at which a difference that matters at best guess is surely too small to; null without one.</summary>
    public static string? Shrinking(DoubtView view) =>
        view.Result.Tornado!.FirstOrDefault(s => view.IsTooSmall(s.AtLow) || view.IsTooSmall(s.AtHigh)) is { } small && !view.IsTooSmall(view.Result.BestGuess)
            ? $"{Plain.Small(view.Input(small.Path).FullName)} at {SmallEnd(view, small)}"
            : null;

    private static string SmallEnd(DoubtView view, InputSwing swing)
    {
        InputDoubt input = view.Result.Inputs.First(i => i.Path == swing.Path);
        return view.Input(swing.Path).Value(view.IsTooSmall(swing.AtLow) ? input.Low : input.High);
    }

    // How far the input would have to move, in shares of its range.
    private static double Distance(DoubtView view, InputSwing swing)
    {
        InputDoubt input = view.Result.Inputs.First(i => i.Path == swing.Path);
        return Math.Abs(swing.TurnsAt!.Value.Value!.Value - input.Best) / (input.High - input.Low);
    }
}
