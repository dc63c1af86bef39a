namespace SimInterdiction.Tests.Application;

/// <summary>The front end of the recipe works as it stands.</summary>
public sealed class SmallestFrontEndTests
{
    [Test]
    public void It_runs_a_scenario_and_tells_progress()
    {
        using var desk = new Desk();
        var page = new StringWriter();
        string shown = new SmallestFrontEnd(page).Show(desk.File, Path.Combine(desk.Folder, "results"));
        Assert.That(shown, Is.EqualTo("Done: 40 replications."));
        Assert.That(page.ToString().Count(c => c == '.'), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public void It_says_where_a_scenario_is_wrong()
    {
        using var desk = new Desk();
        desk.Append("lenght: 30 days");
        string shown = new SmallestFrontEnd(TextWriter.Null).Show(desk.File, Path.Combine(desk.Folder, "results"));
        Assert.That(shown, Does.Contain("Line 13: "));
    }
}
