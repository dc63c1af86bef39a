using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>How one distribution is written in a scenario.</summary>
/// <param name="Key">The key that names it.</param>
/// <param name="Examples">How it may be written, for the reference.</param>
/// <param name="Meaning">What it is, and what its parameters mean.</param>
/// <param name="Parameters">How its parameters are written, and the distribution that they make.</param>
internal sealed record DistributionEntry(string Key, IReadOnlyList<string> Examples, string Meaning, DistributionParameters Parameters);

/// <summary>Every distribution of the scenario language. Reading, messages, schema and reference are made from this
/// list.</summary>
internal static class DistributionCatalog
{
    /// <summary>The key of values with their shares.</summary>
    public const string Empirical = "empirical";

    /// <summary>The bounds that may stand beside a distribution.</summary>
    public const string Between = "between";

    private static readonly KeyAttribute Sigma = new("sigma", "Standard deviation of the logarithm.")
    {
        AtLeast = 0,
        Above = true,
        AtMost = LogNormal.MaxSigma,
    };

    public static IReadOnlyList<DistributionEntry> All { get; } =
    [
        new(
            "varies",
            ["{ varies: [1 min, 3 min, 8 min] }"],
            "lowest, most likely and highest value (triangular)",
            new RisingValues(3, "[low, typical, high]", v => new Triangular(v[0], v[1], v[2]))
        ),
        new("exponential", ["{ exponential: 20 min }"], "exponential, by its mean", new SingleValue(mean => new Exponential(mean))),
        new(
            "lognormal",
            ["{ lognormal: { median: 3, sigma: 1.0 } }"],
            "lognormal, by its median and the standard deviation of its logarithm",
            new NamedValues([new("median"), new("sigma", Sigma)], v => new LogNormal(v[0], v[1]))
        ),
        new(
            "uniform",
            ["{ uniform: [1 h, 2 h] }"],
            "every value between the two is equally likely",
            new RisingValues(2, "[low, high]", v => new Uniform(v[0], v[1]))
        ),
        new(
            "gamma",
            ["{ gamma: { mean: 3 h, sd: 1 h } }"],
            "gamma, by its mean and standard deviation",
            new NamedValues([new("mean"), new("sd")], v => new Gamma(v[0], v[1]))
            {
                Advice = "the mean and the sd are too far apart; use a fixed value, or lognormal",
            }
        ),
        new("fixed", ["{ fixed: 15 min }", "15 min"], "always the same", new ConstantValue()),
        new(
            Empirical,
            [
                "{ empirical: { 1: 60%, 2: 40% } }",
                "{ empirical: { counts: { 1: 24, 2: 18 } } }",
                "{ empirical: { from: loads.csv, column: size } }",
            ],
            "each of these values, with its share, or as often as it was seen",
            new ValuesWithShares()
        ),
    ];

    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(d => d.Key)];

    /// <summary>The entry that names a distribution; null where the map names none.</summary>
    public static Entry? In(MapNode map) => map.Entries.FirstOrDefault(e => Keys.Contains(e.Key));

    /// <summary>The distribution that an entry names; null after reporting.</summary>
    public static Distribution? Read(Entry entry, BindingTarget target, BindingState state)
    {
        DistributionParameters parameters = All.Single(d => d.Key == entry.Key).Parameters;
        try
        {
            return parameters.Read(entry, target, state);
        }
        catch (ArgumentException)
        {
            // Distributions check their own parameters; what they refuse beyond the checks here is at the edge of what
            // doubles hold.
            string message = $"there is no {entry.Key} distribution with these parameters";
            state.Problems.Error("S131", entry.KeyMark, message, hint: parameters.Advice);
            return null;
        }
    }
}
