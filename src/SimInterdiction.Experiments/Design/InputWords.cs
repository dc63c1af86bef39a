using System.Collections;
using System.Reflection;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Experiments.Design;

/// <summary>What uncertain inputs are, apart from what they are called and where they stand in the file: the words that
/// name their draws, and their order.</summary>
/// <remarks>
/// An input is what it changes: the fields of the scenario that differ when it alone is moved off its best guess, with
/// things named by what they are (<see cref="ThingWords"/>). Where inputs change the same fields of things that have no
/// place, such as two types of teams, what those things are and who posts them tells the inputs apart, then their
/// ranges. What nothing tells apart may change places without anybody noticing; there the name decides.
/// </remarks>
internal sealed class InputWords
{
    // Where an input is looked at: off the best guess of either skew, and not at an end, which rules may refuse.
    private static readonly double[] Probes = [0.7, 0.2, 0.45];

    private readonly string[] words;
    private readonly int[] order;

    /// <param name="uncertain">The scenario as a function of its inputs.</param>
    /// <param name="best">With every input at its best guess.</param>
    public InputWords(UncertainScenario uncertain, Scenario best)
    {
        UncertainRange[] inputs = [.. uncertain.Inputs];
        var things = new ThingWords(best);
        (string Short, string Long)[] changed = [.. inputs.Select((_, i) => Changed(uncertain, i, best, things))];
        order =
        [
            .. Enumerable
                .Range(0, inputs.Length)
                .OrderBy(i => changed[i].Short, StringComparer.Ordinal)
                .ThenBy(i => changed[i].Long, StringComparer.Ordinal)
                .ThenBy(i => inputs[i].Low)
                .ThenBy(i => inputs[i].BestGuess)
                .ThenBy(i => inputs[i].High)
                .ThenBy(i => inputs[i].Name, StringComparer.Ordinal),
        ];
        words = new string[inputs.Length];
        foreach (IGrouping<string, int> alike in order.GroupBy(i => changed[i].Short))
        {
            foreach ((int number, int input) in alike.Index())
            {
                words[input] = number == 0 ? alike.Key : $"{alike.Key}{number + 1}";
            }
        }
    }

    /// <summary>By input: what random numbers call it. No two have the same.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The inputs, as indices, in the order of what they are.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>Values of the inputs as the file lists them, from those in <see cref="Order"/>.</summary>
    public double[] AsWritten(IEnumerable<double> inOrder)
    {
        double[] values = new double[order.Length];
        foreach ((int input, double value) in order.Zip(inOrder))
        {
            values[input] = value;
        }

        return values;
    }

    // What it changes, in order: with things that have no place left out, and with what those are.
    private static (string Short, string Long) Changed(UncertainScenario uncertain, int input, Scenario best, ThingWords things)
    {
        UncertainRange range = uncertain.Inputs[input];
        double[] values = [.. uncertain.Inputs.Select(each => each.BestGuess)];
        foreach (double share in Probes)
        {
            values[input] = range.Low + (share * (range.High - range.Low));
            if (values[input] != range.BestGuess && Scenario(uncertain, values) is { } moved)
            {
                var changes = new List<(string Short, string Long)>();
                Compare(best, Alike(moved, best), (string.Empty, string.Empty), things, changes);
                return (Lines(changes.Select(c => c.Short)), Lines(changes.Select(c => c.Long)));
            }
        }

        return (string.Empty, string.Empty);
    }

    // How often and on which seed it is simulated is nothing that an input changes.
    private static Scenario Alike(Scenario moved, Scenario best) =>
        moved with
        {
            Experiment = moved.Experiment with { Seed = best.Experiment.Seed, Replications = best.Experiment.Replications },
        };

    private static string Lines(IEnumerable<string> lines) =>
        string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + '\n'));

    private static Scenario? Scenario(UncertainScenario uncertain, double[] values)
    {
        try
        {
            return uncertain.At(values);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void Compare(
        object? one,
        object? other,
        (string Short, string Long) at,
        ThingWords things,
        List<(string Short, string Long)> changes
    )
    {
        if (CanonicalText.Of(one) == CanonicalText.Of(other))
        {
            return;
        }

        PropertyInfo[] keys = one is null || one.GetType() != other?.GetType() ? [] : KeysOf(one.GetType());
        if (keys.Length == 0)
        {
            changes.Add(at);
            return;
        }

        foreach (PropertyInfo key in keys)
        {
            (string Short, string Long) there = ($"{at.Short}.{key.Name}", $"{at.Long}.{key.Name}");
            (object? left, object? right) = (key.GetValue(one), key.GetValue(other));
            if (Named(left) is { } of && Named(right) is { } with)
            {
                foreach ((string name, object? value) in of)
                {
                    (string Short, string Long) word = things.Of(key.Name, name);
                    Compare(
                        value,
                        with.GetValueOrDefault(name),
                        ($"{there.Short} {word.Short}", $"{there.Long} {word.Long}"),
                        things,
                        changes
                    );
                }
            }
            else
            {
                Compare(left, right, there, things, changes);
            }
        }
    }

    private static PropertyInfo[] KeysOf(Type type) =>
        [.. type.GetProperties().Where(property => property.IsDefined(typeof(KeyAttribute)))];

    // What a map holds by name.
    private static Dictionary<string, object?>? Named(object? value) =>
        value is IDictionary map && map.Keys.Cast<object>().All(key => key is string)
            ? map.Keys.Cast<string>().ToDictionary(key => key, key => map[key])
            : null;
}
