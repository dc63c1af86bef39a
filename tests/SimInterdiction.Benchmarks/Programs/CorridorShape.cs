using System.Globalization;
using System.Text;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>The corridor benchmark as a scenario file: a planner could write it, and nothing in the product knows
/// it.</summary>
/// <remarks>
/// 12 shipments an hour, equally many on each corridor. In the scenario language a leg takes miles over speed, and the
/// speed is triangular here; the legs are as long as makes the mean time of a whole corridor 4 x 14/3 h, as in the
/// other programs. The answers depend on the time under way not at all. With more checkpoints than three the legs are
/// shorter and each checkpoint selects less, so that the time under way, and with it the number of pending events,
/// stays the same.
/// </remarks>
internal sealed record CorridorShape
{
    private const double PerHour = 12;
    private const double SlowMph = 30;
    private const double TypicalMph = 55;
    private const double FastMph = 70;
    private const double HoursUnderWay = 4 * 14.0 / 3;
    private const double SelectedInAll = 0.45;

    public required int Shipments { get; init; }

    public int Replications { get; init; } = 1;

    public int Corridors { get; init; } = 6;

    public int Checkpoints { get; init; } = 3;

    public int Jobs { get; init; } = 1;

    /// <summary>How many organizations, which learn where they lose shipments, share them equally; 0: nobody
    /// learns.</summary>
    public int Organizations { get; init; }

    /// <summary>Legitimate vehicles that pass each checkpoint.</summary>
    public int VehiclesPerHour { get; init; }

    /// <summary>The numbers a program is called with: shipments, and if need be replications, corridors, checkpoints of
    /// each, threads.</summary>
    public static CorridorShape Parse(IReadOnlyList<string> words)
    {
        int[] numbers = [.. words.Select(int.Parse)];
        return new CorridorShape
        {
            Shipments = numbers[0],
            Replications = numbers.ElementAtOrDefault(1) is > 0 and int r ? r : 1,
            Corridors = numbers.ElementAtOrDefault(2) is > 0 and int c ? c : 6,
            Checkpoints = numbers.ElementAtOrDefault(3) is > 0 and int k ? k : 3,
            Jobs = numbers.ElementAtOrDefault(4) is > 0 and int j ? j : 1,
        };
    }

    public string[] ToWords() =>
        [.. new[] { Shipments, Replications, Corridors, Checkpoints, Jobs }.Select(n => n.ToString(CultureInfo.InvariantCulture))];

    public string ToYaml()
    {
        var yaml = new StringBuilder();
        yaml.AppendLine("title: The corridor benchmark");
        yaml.AppendLine($"length: {Shipments / PerHour:0.######} h");
        yaml.AppendLine($"travel: {{ speed: {{ varies: [{SlowMph} mph, {TypicalMph} mph, {FastMph} mph] }} }}");
        yaml.AppendLine("places:");
        yaml.AppendLine("  city: { at: [30.0, -98.0] }");
        yaml.AppendLine("  border: { at: [28.0, -98.0], kind: port }");
        ForEachCheckpoint(
            (c, k) => yaml.AppendLine($"  {Name(c, k)}: {{ at: [{30 - (2.0 * k / (Checkpoints + 1)):0.####}, {-98 - (c * 0.001):0.###}] }}")
        );
        yaml.AppendLine("roads:");
        for (int c = 1; c <= Corridors; c++)
        {
            for (int leg = 1; leg <= Checkpoints + 1; leg++)
            {
                yaml.AppendLine($"  leg{c}_{leg}: {{ between: [{Place(c, leg - 1)}, {Place(c, leg)}], length: {LegMiles:0.######} mi }}");
            }
        }

        yaml.AppendLine("corridors:");
        for (int c = 1; c <= Corridors; c++)
        {
            yaml.AppendLine(
                $"  corridor{c}: {{ path: [{string.Join(", ", Enumerable.Range(0, Checkpoints + 2).Select(k => Place(c, k)))}] }}"
            );
        }

        string routes = string.Join(", ", Enumerable.Range(1, Corridors).Select(c => $"corridor{c}: {1.0 / Corridors:R}"));
        if (Organizations > 0)
        {
            yaml.AppendLine("organizations:");
            for (int o = 1; o <= Organizations; o++)
            {
                yaml.AppendLine(
                    $"  organization{o}: {{ route_choice: {{ risk_aversion: 10, learns: place, memory: 30 days, hears_after: 3 days, "
                        + "prior: 10%, prior_weight: 20 } }"
                );
            }
        }

        yaml.AppendLine("flows:");
        for (int flow = 1; flow <= Math.Max(1, Organizations); flow++)
        {
            string sender = Organizations > 0 ? $"organization: organization{flow}, " : string.Empty;
            yaml.AppendLine(
                $"  flow{flow}: {{ {sender}rate: {PerHour / Math.Max(1, Organizations):R} shipments per hour, routes: {{ {routes} }} }}"
            );
        }

        yaml.AppendLine(
            $"team_types: {{ team: {{ stops: {SelectedInAll / Checkpoints:R}, finds: 40%, search: {{ exponential: 1.5 h "
                + "}, lanes: 2, when_full: wave_through } }"
        );
        yaml.AppendLine($"task_forces: {{ all: {{ home: city, teams: {{ team: {Corridors * Checkpoints} }} }} }}");
        yaml.AppendLine("checkpoints:");
        ForEachCheckpoint((c, k) => yaml.AppendLine($"  {Name(c, k)}: {{ {Traffic} }}"));
        yaml.AppendLine("deployments:");
        yaml.AppendLine("  posted:");
        yaml.AppendLine("    post:");
        ForEachCheckpoint((c, k) => yaml.AppendLine($"      {Name(c, k)}: {{ task_force: all, team: team }}"));
        yaml.AppendLine($"experiment: {{ measure: shipment_seizure_rate, replications: {Replications}, seed: 2026 }}");
        return yaml.ToString();
    }

    private string Traffic => VehiclesPerHour > 0 ? $"traffic: {VehiclesPerHour} per hour" : string.Empty;

    private double LegMiles => HoursUnderWay / (Checkpoints + 1) / MeanHoursPerMile;

    // The mean of 1 / v for triangular v.
    private static double MeanHoursPerMile =>
        2
        / (FastMph - SlowMph)
        * (
            (FastMph / (FastMph - TypicalMph) * Math.Log(FastMph / TypicalMph))
            - (SlowMph / (TypicalMph - SlowMph) * Math.Log(TypicalMph / SlowMph))
        );

    private string Place(int corridor, int place) =>
        place == 0 ? "city"
        : place > Checkpoints ? "border"
        : Name(corridor, place);

    private static string Name(int corridor, int checkpoint) => $"stop{corridor}_{checkpoint}";

    private void ForEachCheckpoint(Action<int, int> act)
    {
        for (int c = 1; c <= Corridors; c++)
        {
            for (int k = 1; k <= Checkpoints; k++)
            {
                act(c, k);
            }
        }
    }
}
