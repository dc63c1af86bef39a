using System.Reflection;

namespace SimInterdiction.Tests.Architecture;

/// <summary>Asked for slow tests, the runner passes over explicit ones as soon as a single other one is among
/// them.</summary>
public sealed class SlowTestsTests
{
    [Test]
    public void Every_slow_test_is_explicit()
    {
        MemberInfo[] marked = [.. Tests.SelectMany(fixture => fixture.GetMethods().Prepend<MemberInfo>(fixture))];
        Assert.That(
            marked.Where(member =>
                member.GetCustomAttributes<CategoryAttribute>(inherit: false).Any(category => category.Name == "Slow")
                && member.GetCustomAttribute<ExplicitAttribute>(inherit: false) is null
            ),
            Is.Empty
        );
    }

    private static IEnumerable<Type> Tests => typeof(SlowTestsTests).Assembly.GetTypes();
}
