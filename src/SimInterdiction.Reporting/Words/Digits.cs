using System.Globalization;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Reporting.Words;

/// <summary>
/// Writes numbers with no more digits than their interval supports, and none finer than a given power of ten
/// (<c>finest</c>), where what matters is much larger than what is known.
/// </summary>
public static class Digits
{
    private const int MostSignificant = 4;
    private const int WithoutInterval = 3;

    // How many digits more an end has that is next to what decides.
    private const int FinerAtMost = 6;

    // Digits after the point of so many millions.
    private const int MostNamed = 2;

    /// <summary>
    /// The last place, as a power of ten, of numbers of which differences under <paramref name="matters"/> are too
    /// small to matter: the smallest power that is at least a tenth of it. Null for 0: no rule.
    /// </summary>
    public static int? Finest(double matters) => matters > 0 ? (int)Math.Ceiling(Math.Log10(matters / 10) - 1e-9) : null;

    /// <summary>
    /// The number, rounded to the first digit of half its interval's width (the second where the first is a 1, or where
    /// an end would look like the number); three significant digits where there is no width. What is more than 0 is
    /// never shown as 0: "under 0.1".
    /// </summary>
    public static string Of(double value, double? low = null, double? high = null, int? finest = null) =>
        OfAt(value, Place(value, low, high, finest));

    /// <summary>The same rounded to a power of ten, whatever its interval.</summary>
    public static string OfAt(double value, int place) =>
        At(value, place) is var text && value > 0 && IsZero(text) ? $"under {One(place)}" : text;

    /// <summary>The same with its sign, also when positive; 0 where it rounds to that.</summary>
    public static string Signed(double value, double? low = null, double? high = null, int? finest = null) =>
        WithSign(At(value, Place(value, low, high, finest)));

    /// <summary>The same rounded to a power of ten, whatever its interval.</summary>
    public static string SignedToPlace(double value, int place) => WithSign(At(value, place));

    /// <summary>"+0.4 (0.2 to 0.5)"; signs inside only where the ends differ in sign. "+1.5 (±0.1)" where both
    /// ends round to the number, and "(always)" only for a width of 0: it came out alike in all replications there
    /// are, however few. Without an interval only the number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="low">The lower end of its interval.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="finest">The finest place, but for an end that would look as if it gave another verdict.</param>
    /// <param name="matters">The smallest difference that matters: the verdict on the ends as shown is that on the ends
    /// as they are. 0 for none: then only an end beyond 0 is shown to be.</param>
    public static string SignedWithInterval(double value, double? low, double? high, int? finest = null, double matters = 0) =>
        low is { } l && high is { } h ? SignedAt(value, l, h, Place(value, l, h, finest), finest, matters) : Signed(value, finest: finest);

    /// <summary>The same with all three rounded to a power of ten, or to the next finer one where an end would look
    /// like the number.</summary>
    public static string SignedAt(double value, double low, double high, int place, int? finest = null, double matters = 0)
    {
        if (IsExact(value, low, high))
        {
            return $"{WithSign(At(value, place))} (always)";
        }

        place = PlaceOfBoth(low, high, Apart(value, low, high, place), matters);
        string ends = EndsOrWithin(low, high, place, finest, matters);
        (int ofLow, int ofHigh) = PlacesOfEnds(low, high, place, finest, matters);
        int own = place;
        while (
            !ends.StartsWith('±')
            && own > place - FinerAtMost
            && (Rounded(value, own) < Rounded(low, ofLow) || Rounded(value, own) > Rounded(high, ofHigh))
        )
        {
            own--;
        }

        return $"{WithSign(At(value, own))} ({ends})";
    }

    /// <summary>"0.2 to 0.5", or "±0.1" where both ends would look the same.</summary>
    public static string Ends(double value, double low, double high, int? finest = null, double matters = 0) =>
        EndsOrWithin(low, high, PlaceOfBoth(low, high, Place(value, low, high, finest), matters), finest, matters);

    /// <summary>The same rounded to a power of ten.</summary>
    public static string EndsAt(double low, double high, int place) => EndsOrWithin(low, high, place, finest: null, matters: 0);

    private static string? Within(double low, double high, int place) => At(low, place) == At(high, place) ? One(place) : null;

    private static string EndsOrWithin(double low, double high, int place, int? finest, double matters) =>
        Within(low, high, place) is { } within ? $"±{within}" : BothEnds(low, high, place, finest, matters);

    // "+0.2 (±0.1)" leaves open on which side of 0.2 it is: then both ends are told.
    private static int PlaceOfBoth(double low, double high, int place, double matters)
    {
        int finer = place;
        while (matters > 0 && finer > place - FinerAtMost && Within(low, high, finer) is not null && !IsClear(Math.Pow(10, finer)))
        {
            finer--;
        }

        return finer;

        bool IsClear(double one) => Decided(Rounded(low, finer) - one, Rounded(high, finer) + one, matters) == Decided(low, high, matters);
    }

    // "−0.1 to 0.0" leaves open on which side of 0 it ends.
    private static bool LooksLikeNone(double end, double other, int place) => Known(end, other) != 0 && Rounded(end, place) == 0;

    // What is left of sums that should cancel is nothing.
    private static double Known(double end, double other) => Math.Abs(end) <= 1e-9 * Math.Abs(other) ? 0 : end;

    private static string One(int place) => At(Math.Pow(10, place), place);

    private static string BothEnds(double low, double high, int place, int? finest, double matters)
    {
        (int ofLow, int ofHigh) = PlacesOfEnds(low, high, place, finest, matters);
        (string first, string last) = (At(low, ofLow), At(high, ofHigh));
        if (first.Split(' ') is [string number, string named] && last.EndsWith(named, StringComparison.Ordinal))
        {
            first = number;
        }

        return low < 0 && high > 0 ? $"{WithSign(first)} to {WithSign(last)}" : $"{first} to {last}";
    }

    // As many digits more as it takes for the verdict on what is shown to be that on what is known, and for no end to
    // look like 0 that isn't.
    private static (int Low, int High) PlacesOfEnds(double low, double high, int place, int? finest, double matters)
    {
        int least = Math.Max(place - FinerAtMost, matters > 0 ? int.MinValue : finest ?? int.MinValue);
        (low, high) = (Known(low, high), Known(high, low));
        Verdict verdict = Decided(low, high, matters);
        int ofLow = place;
        while (ofLow > least && (LooksLikeNone(low, high, ofLow) || Decided(Rounded(low, ofLow), high, matters) != verdict))
        {
            ofLow--;
        }

        int ofHigh = place;
        while (
            ofHigh > least && (LooksLikeNone(high, low, ofHigh) || Decided(Rounded(low, ofLow), Rounded(high, ofHigh), matters) != verdict)
        )
        {
            ofHigh--;
        }

        return (ofLow, ofHigh);
    }

    private static Verdict Decided(double low, double high, double matters) => Verdicts.Decide(new Interval(low, high), matters);

    /// <summary>The last place, as a power of ten, that a number's interval supports; three significant digits without
    /// one.</summary>
    public static int PlaceOf(double value, double? low, double? high, int? finest = null) => Place(value, low, high, finest);

    /// <summary>The place, as a power of ten, in which a tenth of the distance of two numbers shows, but for more than
    /// four digits.</summary>
    public static int PlaceOfDistance(double low, double high)
    {
        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        return Math.Max(Power((high - low) / 10), largest > 0 ? Power(largest) - MostSignificant + 1 : int.MinValue);
    }

    /// <summary>The number rounded to a power of ten.</summary>
    public static string ToPlace(double value, int place) => At(value, place);

    /// <summary>A round number, such as a key's: to its first digit.</summary>
    public static string Round(double value) => value == 0 ? "0" : At(value, Power(Math.Abs(value)));

    /// <summary>An average count: as its interval supports, but without decimals from 10 on, unless an end would then
    /// look like the number.</summary>
    public static string Counted(double value, double? low = null, double? high = null) => At(value, CountedPlace(value, low, high));

    /// <summary>The ends of its interval, to the same place: "10 to 11".</summary>
    public static string CountedEnds(double value, double low, double high) =>
        BothEnds(low, high, CountedPlace(value, low, high), finest: null, matters: 0);

    private static int CountedPlace(double value, double? low, double? high)
    {
        int place = Place(value, low, high);
        place = Math.Abs(value) >= 10 ? Math.Max(0, place) : place;
        return low is { } from && high is { } to ? Apart(value, from, to, place) : place;
    }

    /// <summary>Officer-hours: whole, but with a decimal where small and broken.</summary>
    public static string Hours(double value) => Math.Abs(value) < 100 && value != Math.Round(value) ? At(value, -1) : At(value, 0);

    /// <summary>A whole number with thousands separators.</summary>
    public static string Whole(double value) => At(value, 0);

    /// <summary>"99 of 100": never 100 or 0 of 100 where it isn't all or none.</summary>
    public static string InHundred(double? share)
    {
        if (share is not { } s || double.IsNaN(s))
        {
            return Plain.Undefined;
        }

        double rounded = Math.Round(s * 100);
        return (rounded, s) switch
        {
            (100, < 1) => "over 99 of 100",
            (0, > 0) => "under 1 of 100",
            _ => $"{rounded} of 100",
        };
    }

    /// <summary>"71 of 100 (56 to 83)"; without an interval only the share.</summary>
    public static string InHundred(double? share, (double Low, double High)? interval) =>
        share is not null && interval is { } within
            ? $"{InHundred(share)} ({100 * within.Low:0} to {100 * within.High:0})"
            : InHundred(share);

    /// <summary>"71%", "over 99%": a share of replications however few, never 100% or 0% where it isn't all or
    /// none.</summary>
    public static string Percent(double? share) => InHundred(share).Replace(" of 100", "%", StringComparison.Ordinal);

    /// <summary>"71% (56% to 83%)"; without an interval only the share.</summary>
    public static string Percent(double? share, (double Low, double High)? interval) =>
        share is not null && interval is { } within
            ? $"{Percent(share)} ({100 * within.Low:0}% to {100 * within.High:0}%)"
            : Percent(share);

    /// <summary>Whether a number has an interval of no width: it came out alike in all replications.</summary>
    public static bool IsExact(double value, double? low, double? high) =>
        low is { } from && high is { } to && to - from <= 1e-12 * Math.Abs(value);

    /// <summary>The last place of a number that does not vary: whole where it is whole, else three significant digits,
    /// and never less than all before the point.</summary>
    public static int PlaceOfExact(double value) => value == Math.Round(value) ? 0 : Place(value, low: null, high: null);

    /// <summary>The power of ten that is the last one shown.</summary>
    private static int Place(double value, double? low, double? high, int? finest = null)
    {
        int place = Math.Max(Known(value, low, high), finest ?? int.MinValue);
        return low is { } from && high is { } to ? Apart(value, from, to, place) : place;
    }

    // One place finer where one end would look like the number itself, and the other would not: unless that is nothing,
    // or all digits are shown.
    private static int Apart(double value, double low, double high, int place)
    {
        return
            Touches(place)
            && !Touches(place - 1)
            && !IsZero(At(value, place).TrimStart('−'))
            && Power(Largest()) - place + 1 < MostSignificant
            ? place - 1
            : place;

        bool Touches(int at) => At(low, at) != At(high, at) && (At(low, at) == At(value, at) || At(high, at) == At(value, at));

        double Largest() => Math.Max(Math.Abs(value), Math.Max(Math.Abs(low), Math.Abs(high)));
    }

    private static int Known(double value, double? low, double? high)
    {
        double largest = Math.Max(Math.Abs(value), Math.Max(Math.Abs(low ?? 0), Math.Abs(high ?? 0)));
        if (largest == 0)
        {
            return 0;
        }

        int lead = Power(largest);
        double halfWidth = ((high ?? 0) - (low ?? 0)) / 2;
        bool hasWidth = low is not null && high is not null && halfWidth > largest * 1e-12;
        return hasWidth ? Math.Max(LastOf(halfWidth), lead - MostSignificant + 1) : Math.Min(0, lead - WithoutInterval + 1);
    }

    // The first digit of the half-width; where that is a 1, the second: else rounding would move the ends by half their
    // distance.
    private static int LastOf(double halfWidth) => halfWidth < 2 * Math.Pow(10, Power(halfWidth)) ? Power(halfWidth) - 1 : Power(halfWidth);

    private static int Power(double value) => (int)Math.Floor(Math.Log10(value));

    private static double Rounded(double value, int place) =>
        place > 0 ? Math.Round(value / Math.Pow(10, place)) * Math.Pow(10, place) : Math.Round(value, Math.Min(15, -place));

    private static string At(double value, int place)
    {
        if (!double.IsFinite(value))
        {
            return Plain.Undefined;
        }

        double rounded = Rounded(value, place);
        double size = Math.Abs(rounded);
        string text = size switch
        {
            >= 1e15 => size.ToString("0.0e+0", CultureInfo.InvariantCulture),
            >= 1e12 => Named(value, size, 12, place) + " trillion",
            >= 1e9 => Named(value, size, 9, place) + " billion",
            >= 1e6 => Named(value, size, 6, place) + " million",
            _ => size.ToString($"N{Math.Clamp(-place, 0, 12)}", CultureInfo.InvariantCulture),
        };
        return rounded < 0 ? "−" + text : text;
    }

    // Rounded once: what is already rounded to a finer place than is shown would be rounded a second time.
    private static string Named(double value, double rounded, int power, int place) =>
        ((power - place > MostNamed ? Math.Abs(value) : rounded) / Math.Pow(10, power)).ToString(
            $"N{Math.Clamp(power - place, 0, MostNamed)}",
            CultureInfo.InvariantCulture
        );

    private static string WithSign(string number) =>
        number.StartsWith('−') || IsZero(number) || number == Plain.Undefined ? number : "+" + number;

    private static bool IsZero(string number) => number.All(c => c is '0' or '.');
}
