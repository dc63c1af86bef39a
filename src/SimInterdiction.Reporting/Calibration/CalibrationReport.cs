using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Calibration;

/// <summary>A fit with all that is needed to tell of it.</summary>
public sealed record CalibrationReport
{
    public required CalibrationResult Result { get; init; }

    /// <summary>In the order of <see cref="CalibrationResult.Unknowns"/>.</summary>
    public required IReadOnlyList<UnknownScale> Scales { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Length of the observed window.</summary>
    public required double LengthHours { get; init; }

    /// <summary>Whether traffickers adapt in the scenario.</summary>
    public required bool TraffickersAdapt { get; init; }

    /// <summary>"firearms_seized of today".</summary>
    public static string NameOf(CalibrationTarget target) => $"{target.Measure.Name} of {target.Deployment}";

    /// <summary>What the intervals hold, and what they leave out.</summary>
    public string NotCovered
    {
        get
        {
            int others = Provenance.Uncertain.Count(u => Result.Unknowns.All(f => f.Input.Name != u.Path));
            string rest =
                others == 0
                    ? "everything else is taken as it stands"
                    : $"{Plain.Count(others, "other input")} marked uncertain held at the best guess";
            string traffickers = TraffickersAdapt ? "traffickers adapt as the scenario says" : "traffickers don't adapt";
            return "Intervals cover the luck of the one period that a figure counts, its give-or-take and simulation error; "
                + $"{rest}; {traffickers}.";
        }
    }
}

/// <summary>How values of an unknown are shown.</summary>
/// <param name="Name">The path in the file.</param>
/// <param name="Factor">From base units to the planner's.</param>
/// <param name="Unit">The planner's unit, with the space before it if there is one.</param>
/// <param name="Before">What stood in the file before, as written.</param>
/// <param name="Calibrated">The fitted value, as it is written into the file.</param>
public sealed record UnknownScale(string Name, double Factor, string Unit, string Before, string Calibrated)
{
    private const double RoundingNoise = 1e-9;

    /// <summary>What people call it, such as <c>Roadside: chance to find</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Low, best and high as the file has them; null where the value is known exactly.</summary>
    public IReadOnlyList<string>? Uncertain { get; init; }

    /// <summary>The last step of the path, and the one before it where that is needed to be understood.</summary>
    public string ShortName => Name.Split('.') is [.., var owner, var last] ? $"{owner} {last}".Replace('_', ' ') : Name.Replace('_', ' ');

    /// <summary>"6.71%", to three digits.</summary>
    public string Show(double value) => Digits.Of(value * Factor) + Unit;

    /// <summary>"104,000 to 391,000 firearms per year", rounded outwards to two digits of half the distance.</summary>
    public string Span(double low, double high)
    {
        if (!(high > low))
        {
            return Show(low);
        }

        int place = (int)Math.Floor(Math.Log10((high - low) / 2 * Factor) + RoundingNoise) - 1;
        double step = Math.Pow(10, place);
        string first = Digits.ToPlace(Math.Floor((low * Factor / step) + RoundingNoise) * step, place);
        string last = Digits.ToPlace(Math.Ceiling((high * Factor / step) - RoundingNoise) * step, place);
        return Unit.StartsWith(' ') || Unit.Length == 0 ? $"{first} to {last}{Unit}" : $"{first}{Unit} to {last}{Unit}";
    }
}
