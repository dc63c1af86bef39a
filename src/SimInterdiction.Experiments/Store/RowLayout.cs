using System.Text.Json;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>The rows that one replication can have in a chunk, in the order of <see cref="ReplicationRecord.Rows"/>:
/// that of everything together, then one for each entry of each dimension.</summary>
internal sealed class RowLayout
{
    /// <summary>The dimension of the row of everything together.</summary>
    public const string Everything = "all";

    private readonly List<(string Dimension, string Entry)> names = [(Everything, "")];
    private readonly Dictionary<(string Dimension, string Entry), int> numbers = [];

    public RowLayout(Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            names.AddRange(entryNames(dimension).Select(entry => (JsonNamingPolicy.SnakeCaseLower.ConvertName($"{dimension}"), entry)));
        }

        foreach ((int number, (string Dimension, string Entry) name) in names.Index())
        {
            numbers.Add(name, number);
        }
    }

    /// <summary>How many rows a replication has at most.</summary>
    public int Count => names.Count;

    public (string Dimension, string Entry) NameOf(int row) => names[row];

    /// <exception cref="InvalidDataException">There is no such entry.</exception>
    public int NumberOf(string dimension, string entry) =>
        numbers.TryGetValue((dimension, entry), out int number)
            ? number
            : throw new InvalidDataException($"The scenario has no {dimension} '{entry}'.");
}
