using SimInterdiction.Cli.Terminal;
using SimInterdiction.Reporting.Words;
using Spectre.Console;

namespace SimInterdiction.Tests.Cli.Terminal;

public sealed class LiveRowsTests
{
    [Test]
    public void Deployments_stand_below_each_other_in_plain_characters()
    {
        string[] lines = Shown(rows: 3, height: 40);
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[0], Does.Match("^Deployment +Seizure rate so far +against baseline, points"));
        Assert.That(lines[1], Does.Match("^Plan 0 +1.5% +baseline"));
        Assert.That(lines[2], Does.Match(@"^Plan 1 +1.5% +-0.1 \(-0.2 to 0.0\)"));
    }

    [Test]
    public void Those_that_the_terminal_has_no_room_for_are_counted()
    {
        string[] lines = Shown(rows: 172, height: 24);
        Assert.That(lines, Has.Length.LessThan(24));
        Assert.That(lines[^1].Trim(), Is.EqualTo("and 154 more"));
    }

    [TestCase(80)]
    [TestCase(100)]
    public void A_long_name_gives_way_before_a_number(int width)
    {
        string[] lines = Shown(rows: 2, height: 40, width, " of a long name that says all that there is to say of it, holidays included");
        Assert.That(lines[^2], Does.Match(@"^Plan 0 of a long name .*~ +1\.5% +baseline$"));
        Assert.That(lines[^1], Does.Match(@"^Plan 1 of a long name .*~ +1\.5% +-0\.1 \(-0\.2 to 0\.0\)$"));
        Assert.That(lines.Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(width));
    }

    private static string[] Shown(int rows, int height, int width = 80, string name = "")
    {
        var table = new LiveTable(
            "Seizure rate",
            "points",
            0,
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(i => new LiveRow($"Plan {i}{name}", "1.5%", i == 0 ? null : "−0.1 (−0.2 to 0.0)", null, null, null)),
            ]
        );
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(LiveRows.Of(table, width, height));
        return [.. writer.ToString().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0)];
    }
}
