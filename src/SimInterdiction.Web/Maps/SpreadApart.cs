namespace SimInterdiction.Web.Maps;

/// <summary>Symbols of places that lie on one another, such as the ports of a city, are moved apart until each can be
/// seen and hit.</summary>
internal static class SpreadApart
{
    private const int MostRounds = 400;

    /// <summary>The points, moved as little as is needed that no two are nearer than asked for; those that are far from
    /// all others stay.</summary>
    /// <param name="points">Where they lie.</param>
    /// <param name="least">How far apart two must be.</param>
    public static (double X, double Y)[] Of(IReadOnlyList<(double X, double Y)> points, double least)
    {
        (double X, double Y)[] moved = [.. points];
        for (int round = 0; round < MostRounds; round++)
        {
            bool isDone = true;
            for (int i = 0; i < moved.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    isDone &= !Push(moved, j, i, least);
                }
            }

            if (isDone)
            {
                break;
            }
        }

        return moved;
    }

    // Two that lie on the same point are pushed in a direction of their own.
    private static bool Push((double X, double Y)[] points, int one, int other, double least)
    {
        (double x, double y) = (points[other].X - points[one].X, points[other].Y - points[one].Y);
        double distance = Math.Sqrt((x * x) + (y * y));
        if (distance >= least)
        {
            return false;
        }

        (double alongX, double alongY) = distance > 1e-6 ? (x / distance, y / distance) : (Math.Cos(other), Math.Sin(other));
        double push = ((least - distance) / 2) + 0.01;
        points[one] = (points[one].X - (alongX * push), points[one].Y - (alongY * push));
        points[other] = (points[other].X + (alongX * push), points[other].Y + (alongY * push));
        return true;
    }
}
