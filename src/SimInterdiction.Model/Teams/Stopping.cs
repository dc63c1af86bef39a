using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>How likely a team stops, or acts on, what passes its checkpoint, and how many legitimate vehicles it stops.
/// A share is the same at all times; looks are a greater one the fewer vehicles pass.</summary>
internal sealed class Stopping
{
    private readonly TeamType type;
    private readonly double trafficPerHour;
    private readonly Intensity? intensity;
    private readonly double usual;

    /// <param name="type">The team's type.</param>
    /// <param name="trafficPerHour">Legitimate vehicles passing in an hour on average.</param>
    /// <param name="intensity">How they spread over time; null for evenly.</param>
    public Stopping(TeamType type, double trafficPerHour, Intensity? intensity)
    {
        this.type = type;
        this.trafficPerHour = trafficPerHour;
        this.intensity = intensity;
        usual = type.ActsOnShareWith(trafficPerHour);
        VariesInTime = type.Looks is not null && intensity is not null;
        LooksAtMost = VariesInTime && type.StopsTraffic is null && type.Works == TeamWork.Lanes;
        LegitimatePerHour = LooksAtMost ? type.Looks!.Value.PerHour : type.LegitimateStopsPerHourWith(trafficPerHour);
        Greatest = VariesInTime ? ChanceWith(intensity!.Minimum) : usual;
    }

    /// <summary>Whether its chance depends on the time.</summary>
    public bool VariesInTime { get; }

    /// <summary>Whether its chance is the same at the same time of every week.</summary>
    public bool IsWeekly => !VariesInTime || intensity!.IsWeekly;

    /// <summary>The greatest chance that it ever has while its place is open.</summary>
    public double Greatest { get; }

    /// <summary>Legitimate vehicles it stops in an hour on duty of average traffic; where it looks at so many an hour,
    /// these, if as many pass.</summary>
    public double LegitimatePerHour { get; }

    private bool LooksAtMost { get; }

    /// <summary>The chance that it stops, or acts on, a passing shipment as the first of its type on duty.</summary>
    public double ChanceAt(Instant at) => VariesInTime ? ChanceWith(intensity!.At(at)) : usual;

    /// <summary>The same where traffic is so dense, relative to its average.</summary>
    public double ChanceWith(double density) =>
        !VariesInTime ? usual
        : type.Looks!.Value.PerHour == 0 ? 0
        : Math.Min(1, type.Looks.Value.PerHour / (trafficPerHour * density));

    /// <summary>Which part of <see cref="LegitimatePerHour"/> it stops where traffic is so dense.</summary>
    public double PartWith(double density) =>
        !LooksAtMost ? density
        : LegitimatePerHour == 0 ? 0
        : Math.Min(1, trafficPerHour * density / LegitimatePerHour);

    /// <summary>The times between two instants in which its chance is the same, in order, with it; 0 while its place is
    /// closed and nothing passes, if its chance varies at all.</summary>
    public IEnumerable<(Instant From, Instant To, double Chance)> Steps(Instant from, Instant to) =>
        VariesInTime
            ? intensity!.Steps(from, to).Select(step => (step.From, step.To, step.IsOpen ? ChanceWith(step.Factor) : 0))
            : [(from, to, usual)];

    /// <summary>Between two instants, the hours in which its place is open, and the integral of its chance over
    /// them.</summary>
    public (double Chance, double Open) HoursWithin(Instant from, Instant to)
    {
        (double chance, double open) = (0, 0);
        foreach ((Instant begins, Instant ends, double density, bool isOpen) in intensity?.Steps(from, to) ?? [(from, to, 1, true)])
        {
            chance += isOpen ? ChanceWith(density) * (ends - begins) : 0;
            open += isOpen ? ends - begins : 0;
        }

        return (chance, open);
    }
}
