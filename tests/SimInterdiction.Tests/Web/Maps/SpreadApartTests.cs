using SimInterdiction.Web.Maps;

namespace SimInterdiction.Tests.Web.Maps;

public sealed class SpreadApartTests
{
    [Test]
    public void What_is_far_apart_stays_where_it_is()
    {
        (double, double)[] points = [(0, 0), (20, 0), (0, 30)];
        Assert.That(SpreadApart.Of(points, 17), Is.EqualTo(points));
    }

    [Test]
    public void Two_near_ones_part_by_equal_ways()
    {
        (double X, double Y)[] apart = SpreadApart.Of([(100, 50), (104, 50)], 16);
        Assert.That(apart[0].X, Is.EqualTo(94).Within(.1));
        Assert.That(apart[1].X, Is.EqualTo(110).Within(.1));
        Assert.That(apart.Select(each => each.Y), Is.All.EqualTo(50));
    }

    [Test]
    public void Those_on_one_point_all_part()
    {
        (double X, double Y)[] apart = SpreadApart.Of([.. Enumerable.Repeat((5.0, 5.0), 7)], 10);
        for (int i = 0; i < apart.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.That(Math.Sqrt(Math.Pow(apart[i].X - apart[j].X, 2) + Math.Pow(apart[i].Y - apart[j].Y, 2)), Is.GreaterThan(9.9));
            }
        }
    }
}
