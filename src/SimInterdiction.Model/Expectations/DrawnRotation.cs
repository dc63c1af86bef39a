using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>A posting that rotates by chance: of two instants in one period, its teams are at the same checkpoint; of
/// two in different periods, where they are at one says nothing about the other.</summary>
internal sealed class DrawnRotation
{
    private readonly Rotation rotation;
    private readonly int[] periodOf;

    private DrawnRotation(Station team, Timeline timeline, TimeCells cells)
    {
        rotation = team.Rules.Rotation!.Rotation;

        // A shift past midnight belongs to the day it starts, and so does the time up to the next one.
        double begins = team.Rules.Posting.Hours.From.Minutes / 60.0;
        DateOnly DayOf(int cell) => DateOnly.FromDateTime(timeline.At(cells.MiddleOf(cell) + -begins));
        periodOf = [.. Enumerable.Range(0, cells.Count).Select(cell => rotation.PeriodOf(DayOf(cell)))];
        Changes = [.. Enumerable.Range(1, cells.Count - 1).Where(cell => periodOf[cell] != periodOf[cell - 1])];
    }

    /// <summary>The cells in which a period begins, but for the first.</summary>
    public IReadOnlyList<int> Changes { get; }

    /// <summary>The rotations of some teams that are posted in the window.</summary>
    public static DrawnRotation[] Of(IEnumerable<Station> teams, Timeline timeline, TimeCells cells) =>
        [
            .. teams
                .Where(team => team.Rules.Rotation is { Rotation.IsByChance: true } && team.Rules.Active.To > timeline.WindowStart)
                .DistinctBy(team => team.Rules.Rotation!.Rotation, ReferenceEqualityComparer.Instance)
                .Select(team => new DrawnRotation(team, timeline, cells)),
        ];

    /// <summary>Whether a team is of it.</summary>
    public bool IsOf(Station team) => ReferenceEquals(team.Rules.Rotation?.Rotation, rotation);

    /// <summary>The chance to be at a checkpoint of its own, by index.</summary>
    public double ShareOf(int checkpoint) => rotation.ShareOf(checkpoint);

    /// <summary>Whether two cells are in the same period.</summary>
    public bool IsOnePeriod(int cell, int other) => periodOf[cell] == periodOf[other];
}
