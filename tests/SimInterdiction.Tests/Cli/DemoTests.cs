using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

public sealed class DemoTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test, Explicit("draws every figure of the border"), Category("Slow")]
    public void The_demo_needs_no_file_of_its_own_and_ends_with_a_report()
    {
        (int code, string output, _) = Demo("--replications", "1");
        Assert.That(code, Is.EqualTo(ExitCode.Ok));
        string run = Directory.GetDirectories(Path.Combine(folder, "demo")).Single();
        Assert.That(
            output,
            Does.Contain(Path.Combine(run, "report.html")).And.Contain($"simint run {Path.Combine(folder, "demo", "demo.yaml")}")
        );
        Assert.That(File.ReadAllText(Path.Combine(run, "report.html")), Does.Contain("<h1>Southwest border, October to March</h1>"));
    }

    [Test]
    public void What_was_changed_in_the_demo_is_kept_and_said()
    {
        Directory.CreateDirectory(Path.Combine(folder, "demo"));
        string file = Path.Combine(folder, "demo", "demo.yaml");
        const string Own = "title: Mine, and not finished";
        File.WriteAllText(file, Own);
        (int code, _, string error) = Demo("--replications", "2");
        Assert.That((code, File.ReadAllText(file)), Is.EqualTo((ExitCode.ScenarioErrors, Own)));
        Assert.That(error, Does.Contain($"{file} was changed; it is used as it is."));
    }

    private SimintCall Demo(params string[] more) => Simint.Call(["demo", "--out", folder, "--no-open", .. more]);
}
