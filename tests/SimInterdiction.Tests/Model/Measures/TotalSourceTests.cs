using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Model.Measures;

public sealed class TotalSourceTests
{
    [Test]
    public void Every_total_says_where_it_is_counted([Values] Total total) => Assert.That(() => total.Source, Throws.Nothing);

    [Test]
    public void An_unknown_total_is_refused() => Assert.That(() => ((Total)(-1)).Source, Throws.InstanceOf<ArgumentOutOfRangeException>());
}
