using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>A rotation by chance, of a posting or of a deployment's plans: at two instants of one period the same is
/// drawn; of two in different periods, what is drawn at one says nothing about the other.</summary>
internal sealed class DrawnRotation
{
    private readonly Rotation rotation;
    private readonly int[] periodOf;

    private DrawnRotation(Rotation rotation, HoursOfDay[] hours, Timeline timeline, TimeCells cells)
    {
        this.rotation = rotation;

        // A shift past midnight belongs to the day it starts, and so does the time up to the next one: up to the first,
        // where there are several.
        int first = hours.Min(each => each.From.Minutes);
        double begins = first / 60.0;
        IsBlurred = hours.Any(each => each.EndMinute - TimeOfDay.MinutesOfDay > first);
        DateOnly DayOf(int cell) => DateOnly.FromDateTime(timeline.At(cells.MiddleOf(cell) + -begins));
        periodOf = [.. Enumerable.Range(0, cells.Count).Select(cell => rotation.PeriodOf(DayOf(cell)))];
        Changes = [.. Enumerable.Range(1, cells.Count - 1).Where(cell => periodOf[cell] != periodOf[cell - 1])];
    }

    /// <summary>The cells in which a period begins, but for the first.</summary>
    public IReadOnlyList<int> Changes { get; }

    /// <summary>Whether some shift of one day is still on when one of the next begins: the end of the former is then
    /// taken to belong to the next day.</summary>
    public bool IsBlurred { get; }

    /// <summary>The rotations of some teams that are posted in the window.</summary>
    public static DrawnRotation[] Of(IEnumerable<Station> teams, Timeline timeline, TimeCells cells) =>
        [
            .. teams
                .Where(team => team.Rules.Rotation is { Rotation.IsByChance: true } && team.Rules.Active.To > timeline.WindowStart)
                .GroupBy(team => team.Rules.Rotation!.Rotation, (IEqualityComparer<Rotation>)ReferenceEqualityComparer.Instance)
                .Select(alike => new DrawnRotation(alike.Key, [.. alike.Select(team => team.Rules.Posting.Hours)], timeline, cells)),
        ];

    /// <summary>Whether a team is of it.</summary>
    public bool IsOf(Station team) => ReferenceEquals(team.Rules.Rotation?.Rotation, rotation);

    /// <summary>The chance that one of its parts is drawn, by index.</summary>
    public double ShareOf(int part) => rotation.ShareOf(part);

    /// <summary>Whether two cells are in the same period.</summary>
    public bool IsOnePeriod(int cell, int other) => periodOf[cell] == periodOf[other];
}
