using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>A program in a table, and what it took in each round.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Command">How it is started; its size comes last.</param>
/// <param name="Size">How many customers or shipments it is given; in a second run three times as many.</param>
internal sealed record Contestant(string Title, IReadOnlyList<string> Command, int Size)
{
    private const int Longer = 3;

    /// <summary>Seconds of the whole process at <see cref="Size"/>, by round: start, reading and just-in-time compiling
    /// included.</summary>
    public List<double> WholeSeconds { get; } = [];

    /// <summary>Nanoseconds for each further customer or shipment, by round: the longer run less the shorter
    /// one.</summary>
    public List<double> FurtherNanoseconds { get; } = [];

    public IReadOnlyList<double> WholeNanoseconds => [.. WholeSeconds.Select(s => s / Size * 1e9)];

    public void Measure()
    {
        double whole = UserSeconds(Size);
        double longer = UserSeconds(Longer * Size);
        WholeSeconds.Add(whole);
        FurtherNanoseconds.Add((longer - whole) / ((Longer - 1) * Size) * 1e9);
    }

    public string Answer() => Child.Run(With(Size)).Output;

    private double UserSeconds(int size) => Child.Run(With(size)).UserSeconds;

    private string[] With(int size) => [.. Command, size.ToString()];
}
