using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Binding;

/// <summary>What is gathered while a tree becomes records: problems, and the inputs that nobody knows.</summary>
/// <param name="problems">Takes the problems.</param>
/// <param name="options">What may be changed while reading.</param>
/// <param name="choose">Which value an uncertain input takes.</param>
/// <param name="writtenAt">Where each <c>uncertain</c> was written, before inheritance copied it.</param>
internal sealed class BindingState(
    ProblemList problems,
    ReadingOptions options,
    Func<UncertainInput, double> choose,
    IReadOnlyDictionary<Node, List<string>> writtenAt
)
{
    private readonly Dictionary<Node, double> chosen = [];
    private readonly List<UncertainInput> uncertain = [];
    private readonly Dictionary<string, string> writtenFor = [];

    public ProblemList Problems { get; } = problems;

    public bool AcceptsNotYet { get; } = options.AcceptsNotYet;

    public IReadOnlyList<UncertainInput> Uncertain => uncertain;

    /// <summary>By each path that holds an uncertain value, the path at which it was written.</summary>
    public IReadOnlyDictionary<string, string> WrittenFor => writtenFor;

    /// <summary>Reads a value, and takes down that it is unknown where something in it was wrong.</summary>
    public object? Watching(string path, Func<object?> read)
    {
        (int errors, int lost) = (Problems.ErrorsReported, Problems.LostCount);
        object? value = read();
        if (Problems.ErrorsReported > errors && Problems.LostCount == lost)
        {
            Problems.Lose(path);
        }

        return value;
    }

    /// <summary>The value that an uncertain input takes: one for each place where it is written, whoever inherits
    /// it.</summary>
    public double Choose(Node written, UncertainInput input)
    {
        UncertainInput own = writtenAt.TryGetValue(written, out List<string>? paths)
            ? input with
            {
                Path = paths[0],
                Places = paths.Count,
            }
            : input;
        writtenFor[input.Path] = own.Path;
        if (!chosen.TryGetValue(written, out double value))
        {
            uncertain.Add(own);
            value = choose(own);
            if (!(value >= own.Low && value <= own.High))
            {
                throw new ArgumentOutOfRangeException(own.Path, value, $"It lies in {own.Written}.");
            }

            chosen.Add(written, value);
        }

        return value;
    }
}
