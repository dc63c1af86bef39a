using System.Globalization;

namespace SimInterdiction.Optimization.Networks;

/// <summary>An instance of the stochastic network interdiction problem as it is published: where sensors should stand
/// against smugglers who know them (Pan and Morton 2008).</summary>
/// <param name="Network">Its network; each sensor is a candidate of its own.</param>
/// <param name="Sensors">How many sensors there can be.</param>
public sealed record SnipInstance(WatchedNetwork Network, int Sensors)
{
    private const string SensorArcs = "intd_arc0.txt";
    private const string OtherArcs = "arcgain0.txt";
    private const string Pairs = "Scenarios.txt";

    private static readonly string[] Names = [SensorArcs, OtherArcs, Pairs];

    /// <summary>The names of the three files of an instance.</summary>
    public static string Files => string.Join(", ", Names);

    /// <summary>Whether a folder has them.</summary>
    public static bool IsIn(string folder) => Names.All(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Reads the files.</summary>
    /// <param name="folder">Their folder.</param>
    /// <param name="sensors">How good sensors are.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="InvalidDataException">A line is not as it should be.</exception>
    public static SnipInstance Read(string folder, SnipSensors sensors)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var nodes = new Dictionary<double, int>();
        Arc[] watched =
        [
            .. Rows(folder, SensorArcs, 4).Select((row, i) => new Arc(Node(row[0]), Node(row[1]), row[2], i, Passes(row[2], row[3]))),
        ];
        Arc[] others = [.. Rows(folder, OtherArcs, 3).Select(row => new Arc(Node(row[0]), Node(row[1]), row[2]))];
        Trip[] trips = [.. Rows(folder, Pairs, 3).Select(row => new Trip(Node(row[0]), Node(row[1]), row[2]))];
        return new SnipInstance(new WatchedNetwork(nodes.Count, [.. watched, .. others], trips), watched.Length);

        int Node(double name)
        {
            nodes.TryAdd(name, nodes.Count);
            return nodes[name];
        }

        double Passes(double without, double asInFile) =>
            sensors switch
            {
                SnipSensors.AsInFile => asInFile,
                SnipSensors.Half => 0.5 * without,
                SnipSensors.Tenth => 0.1 * without,
                SnipSensors.Perfect => 0,
                _ => throw new ArgumentOutOfRangeException(nameof(sensors), sensors, "There are no such sensors."),
            };
    }

    /// <summary>The share of smugglers that passes, each on the path that is best for it.</summary>
    /// <param name="chosen">Where the sensors are.</param>
    public double PassesWith(bool[] chosen) =>
        Network.Trips.Zip(Network.PassingChances(i => chosen[i]), (trip, passes) => trip.Weight * passes).Sum();

    private static IEnumerable<double[]> Rows(string folder, string name, int columns)
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, name)))
        {
            string[] cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0)
            {
                continue;
            }

            double[] numbers =
            [
                .. cells.Select(cell =>
                    double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : double.NaN
                ),
            ];
            yield return numbers.Length == columns && numbers.All(double.IsFinite)
                ? numbers
                : throw new InvalidDataException($"{name} has a line that is not {columns} numbers: {line.Trim()}");
        }
    }
}

/// <summary>With which chance a smuggler passes a sensor: the published types 1 to 4.</summary>
public enum SnipSensors
{
    /// <summary>As the file says.</summary>
    AsInFile,

    /// <summary>Half of that without.</summary>
    Half,

    /// <summary>A tenth of that without.</summary>
    Tenth,

    /// <summary>Never.</summary>
    Perfect,
}
