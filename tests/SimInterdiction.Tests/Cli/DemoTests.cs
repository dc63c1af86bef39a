using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

public sealed class DemoTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("simint-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_demo_needs_no_file_of_its_own_and_ends_with_a_report()
    {
        (int code, string output, _) = Invoke("--replications", "1");
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
        string own = SimInterdiction.Scenarios.Describing.ScenarioTemplates.TextOf("smallest");
        File.WriteAllText(file, own);
        (int code, _, string error) = Invoke("--replications", "2");
        Assert.That((code, File.ReadAllText(file)), Is.EqualTo((ExitCode.Ok, own)));
        Assert.That(error, Does.Contain($"{file} was changed; it is used as it is."));
    }

    private (int Code, string Output, string Error) Invoke(params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Invoke(["demo", "--out", folder, "--no-open", .. more], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
