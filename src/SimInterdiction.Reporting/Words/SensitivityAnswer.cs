using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a tornado answers, in words: whether uncertainty about any one input flips the answer, or may, and
/// where.</summary>
public sealed record SensitivityAnswer(string Headline, IReadOnlyList<string> Sentences)
{
    /// <param name="view">Of a sensitivity with a tornado.</param>
    public static SensitivityAnswer Of(SensitivityView view)
    {
        InputSwing[] swings = [.. view.Result.Tornado ?? []];
        return new SensitivityAnswer(HeadlineOf(view, swings), [.. SentencesOf(view, swings)]);
    }

    /// <summary>The inputs that surely flip the answer, the nearest to its best guess first.</summary>
    internal static InputSwing[] Flipping(SensitivityView view) => [.. Of(view, Answered.Flips)];

    /// <summary>Those that may, as far as chance lets it be told.</summary>
    internal static InputSwing[] Open(SensitivityView view) => [.. Of(view, Answered.MayFlip)];

    /// <summary>Those with which a difference that matters gets too small to.</summary>
    internal static InputSwing[] Shrinking(SensitivityView view) => [.. Of(view, Answered.Shrinks)];

    /// <summary>What an answer does with an input: one side flips to the other, none that matters changes to
    /// one.</summary>
    internal static string Flips(SensitivityView view) => view.IsNothingAtBestGuess ? "changes" : "flips";

    /// <summary>The same as something that may be.</summary>
    internal static string Flip(SensitivityView view) => Flips(view).TrimEnd('s');

    /// <summary>The same of one input; where both ends keep the sign, what is open is only whether it still
    /// matters.</summary>
    internal static string Flip(SensitivityView view, InputSwing swing) =>
        MayOnlyShrink(view, swing) ? "be too small to matter" : Flip(view);

    /// <summary>Whether an open input leaves the sign as it is at both ends, so that the difference may only become too
    /// small to matter.</summary>
    internal static bool MayOnlyShrink(SensitivityView view, InputSwing swing) =>
        swing is { Answer: Answered.MayFlip, TurnsAt: null }
        && !view.IsNothingAtBestGuess
        && view.SideOf(swing.AtLow) == view.SideAtBestGuess
        && view.SideOf(swing.AtHigh) == view.SideAtBestGuess;

    /// <summary>"finds (outbound team) below 42%", or at the end of its range, or both ends, where it is not known to
    /// flip in between.</summary>
    internal static string Where(SensitivityView view, InputSwing swing)
    {
        string[] ends = [.. OpenEndsOf(view, swing).Select(end => end.At)];
        string where =
            swing.TurnsAt is null ? $"at {string.Join(" or ", ends)}"
            : ends.Length > 1 ? $"{Beyond(view, swing)} or at {ends[1]}"
            : Beyond(view, swing);
        return $"{view.Input(swing.Path).InSentence} {where}";
    }

    /// <summary>"below 42%", "above 20": the side of the turning point that is away from the best guess; "at 1, the
    /// lowest" where that is the end of its range.</summary>
    public static string Beyond(SensitivityView view, InputSwing swing) => Beyond(view, swing, swing.TurnsAt!.Value);

    private static string Beyond(SensitivityView view, InputSwing swing, SimulatedValue place)
    {
        InputRange input = view.Result.Inputs.First(i => i.Path == swing.Path);
        double turns = place.Value!.Value;
        string side =
            turns > input.Best ? "above"
            : turns < input.Best ? "below"
            : "right at";
        string value = view.Input(swing.Path).Value(turns);
        return turns < input.Best && value == view.Input(swing.Path).Value(input.Low) ? $"at {value}, the lowest"
            : turns > input.Best && value == view.Input(swing.Path).Value(input.High) ? $"at {value}, the highest"
            : $"{side} {value}";
    }

    private static string HeadlineOf(SensitivityView view, InputSwing[] swings)
    {
        if (view.Result.BestGuess.Value is null)
        {
            return $"{view.Measure.Label}: undefined at best guess, so there is nothing to compare";
        }

        InputSwing[] flipping = Flipping(view);
        if (view.SideAtBestGuess == 0 && !view.IsNothingAtBestGuess)
        {
            string sure = flipping.Length > 0 ? $", and {view.Input(flipping[0].Path).InSentence} decides which" : " even at best guess";
            return $"{view.Deployment} is not surely better or worse than {view.Baseline}{sure}";
        }

        InputSwing[] open = Open(view);
        if (flipping.Length > 0)
        {
            int others = flipping.Length - 1 + open.Length;
            string more =
                others == 0 ? string.Empty : $"; {Plain.Count(others, "more input")} {(open.Length > 0 ? "may" : "can")} {Flip(view)} it";
            return $"The answer {Flips(view)} with {Where(view, flipping[0])}{To(view, flipping[0])}{more}";
        }

        if (open.Length > 0)
        {
            string more = open.Length == 1 ? string.Empty : $", or with {Plain.Count(open.Length - 1, "more input")}";
            return MayOnlyShrink(view, open[0])
                ? $"The difference may be too small to matter with {Where(view, open[0])}{more}"
                : $"The answer may {Flip(view)} with {Where(view, open[0])}{more}: not decided";
        }

        string stays = view.IsNothingAtBestGuess
            ? $"no difference from {view.Baseline} that matters"
            : $"{view.Deployment} stays {(view.SideAtBestGuess > 0 ? "better" : "worse")} than {view.Baseline}";
        return swings.Any(s => s.Answer == Answered.NotDecided) ? "Whether a single input changes the answer is not decided"
            : Smaller(view) is { } small ? $"{None(view, "flip")} the answer{small}"
            : $"{None(view, "change")} the answer: {stays}";
    }

    /// <summary>"No single uncertain input flips", or of the only one that it does not.</summary>
    internal static string None(SensitivityView view, string verb) =>
        view.Result.Tornado!.Count == 1 ? $"The only uncertain input does not {verb}" : $"No single uncertain input {verb}s";

    private static IEnumerable<string> SentencesOf(SensitivityView view, InputSwing[] swings)
    {
        yield return $"At best guess: {view.DifferenceWithUnit(view.Result.BestGuess)} against {view.Baseline} (95% interval "
            + $"{Ends(view, view.Result.BestGuess)}, of this difference alone).";
        if (swings.Length > 0)
        {
            yield return MovesMost(view, swings);
        }

        foreach (InputSwing swing in Flipping(view))
        {
            yield return view.IsNothingAtBestGuess
                ? $"With {Where(view, swing)} it is{To(view, swing).TrimStart(':')}: {view.Difference(OpenEndOf(view, swing).Difference)}"
                    + $"{Matters(view, swing, "; it begins to matter")}."
            : swing.TurnsAt is { } turns
                ? $"The answer flips with {Where(view, swing)}{ChanceAbout(view, swing, turns)}"
                    + $"{Matters(view, swing, "; it gets too small to matter")}."
            : $"The answer flips between the ends of {view.Input(swing.Path).InSentence}.";
        }

        foreach (InputSwing swing in Open(view))
        {
            (string At, SimulatedValue Difference)[] ends = OpenEndsOf(view, swing);
            yield return $"It may {Flip(view, swing)} with {Where(view, swing)}: the difference "
                + $"{(swing.TurnsAt is null ? "there" : $"at {Plain.List([.. ends.Select(end => end.At)])}")} is "
                + $"{Plain.List([.. ends.Select(end => view.Difference(end.Difference))])}"
                + (ends.Any(end => IsOtherAlone(view, end.Difference)) ? OfMany(view) : string.Empty)
                + Matters(view, swing, $"; it would {(view.IsNothingAtBestGuess ? "begin" : "get too small")} to matter")
                + ".";
        }

        foreach (InputSwing swing in Shrinking(view))
        {
            (string at, SimulatedValue difference) = SmallEnd(view, swing);
            yield return $"With {view.Input(swing.Path).InSentence} at {at} it is too small to matter: "
                + $"{view.Difference(difference)}{Matters(view, swing, "; it gets so")}.";
        }

        if (swings.Length > 1 && swings.All(s => s.Answer is Answered.Stays or Answered.Shrinks))
        {
            yield return "Several together were not tried.";
        }

        if (view.Deployments > 2)
        {
            yield return $"This is about {view.Deployment} against {view.Baseline} only: whether a third deployment is then best, the "
                + "method 'verdicts' tells.";
        }
    }

    // By its interval: the widest estimate need not be the widest swing, nor one at all.
    private static string MovesMost(SensitivityView view, InputSwing[] swings)
    {
        if (swings.All(s => s.Swing is { Low: 0, High: 0 }))
        {
            return "No input moves it at all.";
        }

        if (swings.FirstOrDefault(s => s.Swing is { Low: > 0 } or { High: < 0 }) is not { } widest)
        {
            return "No input clearly moves it: all of this may be chance.";
        }

        InputWords input = view.Input(widest.Path);
        InputRange range = view.Result.Inputs.First(i => i.Path == widest.Path);
        double least = Math.Min(Math.Abs(widest.Swing.Low ?? 0), Math.Abs(widest.Swing.High ?? 0));
        int others = swings.Count(s => s != widest && Math.Max(Math.Abs(s.Swing.Low ?? 0), Math.Abs(s.Swing.High ?? 0)) > least);
        // The list goes by the estimates.
        string mayBeChance =
            swings[0] == widest ? string.Empty : $"What swings it widest, {view.Input(swings[0].Path).InSentence}, may be chance. ";
        string most =
            others == 0 ? "What moves it most"
            : swings[0] == widest ? $"What comes out as moving it most ({Plain.Count(others, "other")} may as much)"
            : $"Of what surely moves it, the most ({Plain.Count(others, "other")} may as much)";
        return $"{mayBeChance}{most}: {input.InSentence}, from {view.DifferenceWithUnit(widest.AtLow)} at "
            + $"{input.Value(range.Low)} to {view.DifferenceWithUnit(widest.AtHigh)} at {input.Value(range.High)}.";
    }

    private static IEnumerable<InputSwing> Of(SensitivityView view, Answered answer) =>
        (view.Result.Tornado ?? [])
            .Where(s => s.Answer == answer)
            .OrderBy(s => s.TurnsAt is null ? double.PositiveInfinity : Distance(view, s));

    private static string OpenEnd(SensitivityView view, InputSwing swing) => OpenEndOf(view, swing).At;

    // The end at which the answer is least sure: what matters least there, or, where nothing does at best guess, what
    // matters most.
    private static (string At, SimulatedValue Difference) OpenEndOf(SensitivityView view, InputSwing swing)
    {
        InputRange input = view.Result.Inputs.First(i => i.Path == swing.Path);
        int side = view.SideAtBestGuess * (view.Measure.BetterWhen < 0 ? -1 : 1);
        bool isLow =
            !view.IsNothingAtBestGuess ? side * (swing.AtLow.Value ?? 0) <= side * (swing.AtHigh.Value ?? 0)
            : swing.Answer == Answered.Flips ? SurelyFrom0(swing.AtLow) >= SurelyFrom0(swing.AtHigh)
            : Reach(swing.AtLow) >= Reach(swing.AtHigh);
        return (view.Input(swing.Path).Value(isLow ? input.Low : input.High), isLow ? swing.AtLow : swing.AtHigh);
    }

    // The end at which the answer is least sure, and the other where its interval crosses 0 too.
    private static (string At, SimulatedValue Difference)[] OpenEndsOf(SensitivityView view, InputSwing swing)
    {
        (string At, SimulatedValue Difference) first = OpenEndOf(view, swing);
        InputRange input = view.Result.Inputs.First(i => i.Path == swing.Path);
        bool isLow = first.At == view.Input(swing.Path).Value(input.Low);
        (string At, SimulatedValue Difference) other = (
            view.Input(swing.Path).Value(isLow ? input.High : input.Low),
            isLow ? swing.AtHigh : swing.AtLow
        );
        bool mayBeOther =
            swing.Answer == Answered.MayFlip
            && other.At != first.At
            && !view.IsNothingAtBestGuess
            && view.SideOf(other.Difference) != view.SideAtBestGuess;
        return mayBeOther ? [first, other] : [first];
    }

    // Whether an end's own interval shows another answer than at best guess.
    private static bool IsOtherAlone(SensitivityView view, SimulatedValue end) =>
        view.IsNothingAtBestGuess
            ? SurelyFrom0(end) >= view.Result.SmallestDifferenceThatMatters
            : view.SideOf(end) == -view.SideAtBestGuess;

    private static string OfMany(SensitivityView view) =>
        $", as one of {Plain.Count(2 * view.Result.Tornado!.Count, "end")} looked at may come out by chance";

    private static double SurelyFrom0(SimulatedValue difference) => Math.Max(difference.Low ?? 0, -(difference.High ?? 0));

    private static double Reach(SimulatedValue difference) => Math.Max(-(difference.Low ?? 0), difference.High ?? 0);

    // ": clearly worse", what no difference that matters changes to.
    private static string To(SensitivityView view, InputSwing swing) =>
        view.IsNothingAtBestGuess ? $": clearly {(view.SideOf(OpenEndOf(view, swing).Difference) > 0 ? "better" : "worse")}" : string.Empty;

    // "; it gets too small to matter below 42% (chance leaves 40% to 45% open)", as far as the estimates pass that.
    private static string Matters(SensitivityView view, InputSwing swing, string words) =>
        swing.MattersAt is { } at ? $"{words} {Beyond(view, swing, at)}{ChanceAbout(view, swing, at)}" : string.Empty;

    private static string ChanceAbout(SensitivityView view, InputSwing swing, SimulatedValue at)
    {
        InputWords input = view.Input(swing.Path);
        return (at.Low, at.High) switch
        {
            ({ } low, { } high) when input.ShortValue(low) != input.ShortValue(high) =>
                $" (chance leaves {input.ShortValue(low)} to {input.ShortValue(high)} open)",
            ({ } low, null) => $" (chance leaves open from {input.ShortValue(low)} on)",
            (null, { } high) => $" (chance leaves open up to {input.ShortValue(high)})",
            (null, null) => " (chance leaves open where, in all its range)",
            _ => string.Empty,
        };
    }

    private static string Ends(SensitivityView view, SimulatedValue value) =>
        value is { Value: { } v, Low: { } low, High: { } high } ? view.Scale.Ends(v, low, high) : Plain.Undefined;

    /// <summary>", but with finds (outbound team) at 40% it is too small to matter", or may be, where a difference that
    /// matters at best guess doesn't surely everywhere; null elsewhere.</summary>
    internal static string? Smaller(SensitivityView view)
    {
        InputSwing? surely = Shrinking(view).FirstOrDefault();
        double matters = view.Result.SmallestDifferenceThatMatters;
        if ((surely ?? view.Result.Tornado!.FirstOrDefault(MayBe)) is not { } small)
        {
            return null;
        }

        string at = surely is null ? OpenEnd(view, small) : SmallEnd(view, small).At;
        return $", but with {view.Input(small.Path).InSentence} at {at} it {(surely is null ? "may be" : "is")} " + "too small to matter";

        bool MayBe(InputSwing swing) =>
            SurelyFrom0(view.Result.BestGuess) >= matters && Math.Min(SurelyFrom0(swing.AtLow), SurelyFrom0(swing.AtHigh)) < matters;
    }

    private static (string At, SimulatedValue Difference) SmallEnd(SensitivityView view, InputSwing swing)
    {
        InputRange input = view.Result.Inputs.First(i => i.Path == swing.Path);
        bool isLow = view.IsTooSmall(swing.AtLow);
        return (view.Input(swing.Path).Value(isLow ? input.Low : input.High), isLow ? swing.AtLow : swing.AtHigh);
    }

    // How far the input would have to move, in shares of its range.
    private static double Distance(SensitivityView view, InputSwing swing)
    {
        InputRange input = view.Result.Inputs.First(i => i.Path == swing.Path);
        return Math.Abs(swing.TurnsAt!.Value.Value!.Value - input.Best) / (input.High - input.Low);
    }
}
