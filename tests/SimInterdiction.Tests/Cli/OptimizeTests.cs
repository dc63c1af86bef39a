using System.Text.Json.Nodes;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Cli;

public sealed class OptimizeTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_one_team_of_two_corridors_goes_to_the_coast_and_that_is_proven()
    {
        string file = Copy("two-corridors.yaml");
        SimintCall call = Call(file, "--json", "--set", "today=in_the_valley");
        Assert.That((call.Code, call.Error), Is.EqualTo((ExitCode.Ok, "")));
        JsonNode found = JsonNode.Parse(call.Output)!;
        JsonNode best = found["deployments"]!.AsArray()[1]!;
        Assert.That((double)best["seizure_rate"]!, Is.EqualTo(.12).Within(1e-9));
        Assert.That((double)found["bound"]!, Is.EqualTo(.12).Within(1e-6));
        Assert.That((string?)found["ended"], Is.EqualTo("proven"));
    }

    [Test]
    public void The_file_that_it_writes_is_valid_and_has_the_best_beside_the_others()
    {
        string file = Copy("night-shift.yaml");
        Assert.That(Call(file).Code, Is.EqualTo(ExitCode.Ok));
        string written = file.Replace(".yaml", "-best.yaml");
        Assert.That(Simint.Call("check", written), Has.Property("Code").EqualTo(ExitCode.Ok));
        Assert.That(Simint.Call("expect", written).Output, Does.Contain("day ").And.Contain("best "));
    }

    [Test]
    public void A_file_that_is_there_is_not_replaced_unless_told_to()
    {
        string file = Copy("night-shift.yaml");
        Assert.That(Call(file).Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(Call(file).Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(Call(file, "--force").Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void What_is_kept_may_not_take_more_than_there_is()
    {
        SimintCall call = Call(Copy("southbound.yaml"), "--keep", "houston_1", "--budget", "10 officer-hours");
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(call.Error, Does.Contain("officer-hours, at most 10"));
    }

    [TestCase("--budget", "a lot")]
    [TestCase("--budget", "10")]
    [TestCase("--keep", "nobody")]
    [TestCase("--task-forces", "nobody")]
    [TestCase("--save", "../elsewhere.yaml")]
    public void What_makes_no_sense_is_refused(string option, string value) =>
        Assert.That(Call(Copy("night-shift.yaml"), option, value).Code, Is.EqualTo(ExitCode.Usage));

    private string Copy(string name)
    {
        foreach (string file in Directory.GetFiles(ShippedScenariosTests.Folder, $"{Path.GetFileNameWithoutExtension(name)}*.*"))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        return Path.Combine(folder.Path, name);
    }

    private static SimintCall Call(params string[] arguments) => Simint.Call(["optimize", .. arguments]);
}
