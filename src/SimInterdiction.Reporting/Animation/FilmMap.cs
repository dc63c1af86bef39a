using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Geography;
using SkiaSharp;

namespace SimInterdiction.Reporting.Animation;

/// <summary>The ground on which a film moves: the map of the figure <c>map</c> with every corridor alike, and where its
/// places lie.</summary>
internal sealed class FilmMap
{
    public const double Width = 620;

    // Nearer than this, what stands beside two places would lie on one another.
    private const double Near = 15;
    private const double SquareStep = 10;

    private static readonly SKColor Road = SKColor.Parse("#B4B4B4");
    private readonly Film film;
    private readonly Projection projection;
    private readonly int[] posted;

    public FilmMap(Film film)
    {
        this.film = film;
        GeoPoint[] points = [.. film.Places.Select(p => p.At)];
        Height = Math.Round(Projection.Height(points, Width, 300, 560));
        projection = new Projection(points, new Box(0, 0, Width, Height));
        posted = [.. film.Panels.SelectMany(p => p.Posts).Select(p => p.Place).Distinct().Order()];
    }

    public double Height { get; }

    public (double X, double Y) Of(int place) => projection.Place(film.Places[place].At);

    /// <summary>The place beside which numbers of a posted place stand: an earlier posted one where that lies next to
    /// it, else itself.</summary>
    public int StandsWith(int place) =>
        posted.TakeWhile(p => p != place).FirstOrDefault(p => Distance(p, place) < Near && StandsWith(p) == p, place);

    /// <summary>How far to the right of its place the square of a posted place stands, so that those of near places
    /// stand side by side.</summary>
    public double Aside(int place) => SquareStep * posted.TakeWhile(p => p != place).Count(p => StandsWith(p) == StandsWith(place));

    public Scene Draw()
    {
        var scene = new Scene(Width, Height);
        var box = new Box(0, 0, Width, Height);
        var placement = new LabelPlacement(box.Shrunk(3));
        (int A, int B)[] legs =
        [
            .. film
                .Routes.SelectMany(r => r.Zip(r.Skip(1)))
                .Select(l => (Math.Min(l.First, l.Second), Math.Max(l.First, l.Second)))
                .Distinct(),
        ];
        var roads = new List<Mark>();
        foreach ((int a, int b) in legs)
        {
            roads.Add(new Mark.Line([Of(a), Of(b)], Road, 1.6));
            placement.ReserveLine(Of(a), Of(b));
        }

        foreach (int place in posted)
        {
            (double x, double y) = Of(place);
            placement.Reserve(new Box(x - 6, y - 6, x + 6 + Aside(place), y + 6));
            placement.Reserve(new Box(x - 15, y - 34, x + 15, y - 8));
        }

        scene.Add(new Mark.Clipped(box, [.. MapGround.Lines(projection), .. roads, .. film.Places.Index().Select(p => Dot(p.Index))]));
        foreach (Mark mark in placement.Near([.. film.Places.Index().Where(p => IsNamed(p.Index)).Select(Named)]).SelectMany(m => m))
        {
            scene.Add(mark);
        }

        foreach (Mark name in MapGround.Names(projection, placement))
        {
            scene.Add(name);
        }

        return scene;
    }

    private bool IsNamed(int place) => posted.Contains(place) || film.Places[place].IsEnd;

    private NamedDot Named((int Index, FilmPlace Place) place)
    {
        (double x, double y) = Of(place.Index);
        bool isPosted = posted.Contains(place.Index);
        Weight weight = isPosted ? Weight.Semibold : Weight.Regular;
        return new NamedDot(new Mark.Text(place.Place.Label, x, y, 12.5, Palette.Ink, weight) { Halo = true }, x, y, isPosted ? 6 : 3);
    }

    private Mark.Dot Dot(int place) => new(Of(place).X, Of(place).Y, 2.4, SKColors.White, Palette.Charcoal, 1.2);

    private double Distance(int one, int other) => Math.Sqrt(Math.Pow(Of(one).X - Of(other).X, 2) + Math.Pow(Of(one).Y - Of(other).Y, 2));
}
