using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>Settings of uncertain inputs that tell what hangs on them.</summary>
public static class InputSettings
{
    /// <summary>Of so many inputs that matter most, all combinations of their ends are looked at.</summary>
    public const int CornerInputs = 3;

    /// <summary>All at best guess, then each alone at its lowest and its highest, as far as that is another
    /// value.</summary>
    public static IReadOnlyList<PlacedInputs> Alone(IReadOnlyList<UncertainRange> inputs) =>
        [.. OneAtATime.DesignPoints(inputs).Select(changed => new PlacedInputs(changed))];

    /// <summary>All combinations of the ends of some inputs that are none of those known.</summary>
    /// <param name="inputs">Few.</param>
    /// <param name="known">Those known.</param>
    public static IReadOnlyList<PlacedInputs> Corners(IReadOnlyList<UncertainRange> inputs, IReadOnlyList<PlacedInputs> known)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(known);
        var all = known.ToList();
        foreach (int number in Enumerable.Range(0, 1 << inputs.Count))
        {
            PlacedInputs corner = Corner(inputs, number);
            if (!all.Exists(each => Same(each, corner)))
            {
                all.Add(corner);
            }
        }

        return all[known.Count..];
    }

    /// <summary>The values of all inputs at a setting, in their order.</summary>
    public static double[] ValuesAt(this PlacedInputs setting, IReadOnlyList<UncertainRange> inputs)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return
        [
            .. inputs.Select(input =>
                setting.Changed.Where(c => c.Path == input.Name).Select(c => c.Value).DefaultIfEmpty(input.BestGuess).First()
            ),
        ];
    }

    // What is at its best guess is not said to be changed.
    private static PlacedInputs Corner(IReadOnlyList<UncertainRange> inputs, int corner) =>
        new([
            .. inputs
                .Select((input, i) => (input, Value: (corner >> i & 1) == 0 ? input.Low : input.High))
                .Where(c => c.Value != c.input.BestGuess)
                .Select(c => new InputValue(c.input.Name, c.Value)),
        ]);

    private static bool Same(PlacedInputs one, PlacedInputs other) =>
        one.Changed.OrderBy(c => c.Path, StringComparer.Ordinal).SequenceEqual(other.Changed.OrderBy(c => c.Path, StringComparer.Ordinal));
}
