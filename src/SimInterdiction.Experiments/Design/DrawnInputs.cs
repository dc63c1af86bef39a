using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Design;

/// <summary>Uncertain inputs that are drawn anew every few replications, independently of each other.</summary>
/// <remarks>
/// A draw is a pure function of the seed, its number and what the input is (<see cref="InputWords"/>): the same for all
/// deployments and organizations, on any thread, whatever the input is called, whatever else is drawn and however many
/// replications there are.
/// </remarks>
internal sealed class DrawnInputs
{
    /// <summary>
    /// So many replications share a draw about the best guess. What differs between them is chance alone, so that
    /// chance can be told from uncertainty; two are enough for that, and leave the most draws.
    /// </summary>
    public const int ReplicationsOfDraw = 2;

    private const string Purpose = "uncertain";

    // Where the scenario is looked at to tell two inputs apart: off the best guess, and not at an end, which rules may
    // refuse.
    private static readonly double[] Probes = [0.2, 0.7];

    private readonly UncertainScenario uncertain;
    private readonly ExperimentPlan experiment;
    private readonly int replicationsOfDraw;
    private readonly (StreamKey Key, Distribution Distribution)[] draws;
    private readonly IReadOnlyList<string> words;
    private readonly Lazy<object[]> probes;

    private DrawnInputs(
        UncertainScenario uncertain,
        Scenario resolved,
        int replicationsOfDraw,
        Func<UncertainRange, Distribution> distribution
    )
    {
        this.uncertain = uncertain;
        this.replicationsOfDraw = replicationsOfDraw;
        experiment = resolved.Experiment;
        var register = new StreamRegister((ulong)experiment.Seed);
        words = new InputWords(uncertain, resolved).Words;
        draws = [.. uncertain.Inputs.Select((input, i) => (register.KeyOf(Purpose, words[i]), distribution(input)))];
        probes = new Lazy<object[]>(() => [.. Probes.Select(u => Probe([.. draws.Select(draw => draw.Distribution.Quantile(u))]))]);
    }

    /// <summary>As what is believed of them: from the triangular distribution between the least and the most they may
    /// be, its mode at the best guess.</summary>
    /// <param name="uncertain">The scenario as a function of its inputs.</param>
    /// <param name="resolved">With the inputs at their best guess, options applied.</param>
    public static DrawnInputs AboutBestGuess(UncertainScenario uncertain, Scenario resolved) =>
        new(uncertain, resolved, ReplicationsOfDraw, input => new Triangular(input.Low, input.BestGuess, input.High));

    /// <summary>By each replication for itself, evenly between the least and the most they may be, wherever the best
    /// guess is.</summary>
    public static DrawnInputs Evenly(UncertainScenario uncertain, Scenario resolved) =>
        new(uncertain, resolved, replicationsOfDraw: 1, input => new Uniform(input.Low, input.High));

    /// <summary>How often they are drawn anew.</summary>
    public InputDraws Draws => new(draws.Length, replicationsOfDraw);

    /// <summary>The values of a replication, in the inputs' order.</summary>
    public double[] ValuesOf(int replication) =>
        [.. draws.Select(draw => draw.Distribution.Quantile(Philox.Draw(draw.Key, (uint)Draws.Of(replication), 0).FirstFine))];

    /// <summary>The scenario of a replication.</summary>
    /// <exception cref="InvalidDataException">The values together break a rule of scenarios.</exception>
    public Scenario At(int replication) => With(ValuesOf(replication));

    /// <summary>What stands for the uncertainty, beside the scenario at best guess.</summary>
    /// <returns>SHA-256, in lower-case hexadecimal digits.</returns>
    public string Key => CanonicalText.Hash(new object[] { uncertain.Inputs, words, Distributions, replicationsOfDraw, probes.Value });

    /// <summary>The key of an arm: also which inputs are drawn, and what they change in it.</summary>
    /// <param name="scenario">As simulated, with the inputs at their best guess.</param>
    /// <param name="arm">The arm.</param>
    public ArmKey KeyOf(Scenario scenario, Arm arm)
    {
        ArmKey key = ArmKey.Of(scenario, arm);
        object[] changes = [.. probes.Value.Select(probe => probe is Scenario there ? ArmKey.Of(there, arm).Hash : probe)];
        string drawn = CanonicalText.Hash(new object[] { uncertain.Inputs, words, Distributions, replicationsOfDraw, changes });
        return key with
        {
            Sections = new SortedDictionary<string, string>(key.Sections.ToDictionary(), StringComparer.Ordinal)
            {
                ["the inputs drawn anew"] = drawn,
            },
        };
    }

    private Distribution[] Distributions => [.. draws.Select(draw => draw.Distribution)];

    // The scenario, or why there is none: then replications drawn near there fail for that reason.
    private object Probe(double[] values)
    {
        try
        {
            return With(values);
        }
        catch (InvalidDataException reason)
        {
            return reason.Message;
        }
    }

    // How often and on which seed is for the study to say, not for the file.
    private Scenario With(double[] values)
    {
        Scenario drawn = uncertain.At(values);
        return drawn with { Experiment = drawn.Experiment with { Seed = experiment.Seed, Replications = experiment.Replications } };
    }
}
