using System.Diagnostics;
using SimInterdiction.Model.Files;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>Anything but a regular file is neither waited for nor read without end.</summary>
[Platform(Exclude = "Win")]
public sealed class SpecialFileTests
{
    private static string Pipe()
    {
        string path = Path.Combine(Files.Folder, $"pipe-{Guid.NewGuid():N}");
        using var making = Process.Start("mkfifo", path);
        making.WaitForExit();
        Assume.That(making.ExitCode, Is.Zero);
        return path;
    }

    private static string[] Specials() => ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/tty"];

    [TestCaseSource(nameof(Specials))]
    public void A_device_is_refused_unread(string path)
    {
        Assume.That(Path.Exists(path), Is.True);
        string link = Path.Combine(Files.Folder, $"link-{Guid.NewGuid():N}");
        File.CreateSymbolicLink(link, path);
        Assert.Multiple(() =>
        {
            Assert.That(ScenarioReader.ReadFile(path).Problems.Single().Code, Is.EqualTo("S040"));
            Assert.That(ScenarioReader.ReadFile(link).Problems.Single().Code, Is.EqualTo("S040"));
            Files.AssertWrong("S040", $"places: {{ from: ⟦{path}⟧ }}");
            Files.AssertWrongFile("S040", $"based_on: ⟦{path}⟧\n");
        });
    }

    [TestCase("")]
    [TestCase(" ")]
    public void No_name_is_no_file(string path)
    {
        Problem problem = ScenarioReader.ReadFile(path).Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("S001"));
        Assert.That(ProblemText.Format(problem), Does.EndWith("error S001: no file is named\n  = allowed: the name of a file"));
    }

    [Test, CancelAfter(10_000)]
    public void A_pipe_is_not_waited_for()
    {
        string pipe = Pipe();
        Assert.Multiple(() =>
        {
            Assert.That(ScenarioReader.ReadFile(pipe).Problems.Single().Code, Is.EqualTo("S040"));
            Files.AssertWrong("S040", $"flows: {{ from: ⟦{pipe}⟧ }}");
            Assert.That(() => RegularFile.Read(pipe, 100), Throws.InstanceOf<IOException>());
        });
    }

    // /proc says that its files are empty.
    [Test]
    public void A_file_that_hides_its_length_is_read_up_to_the_limit()
    {
        const string Listing = "/proc/self/maps";
        Assume.That(File.Exists(Listing), Is.True);
        Assert.That(RegularFile.Read(Listing, 100_000_000), Is.Not.Empty);
        Assert.That(() => RegularFile.Read(Listing, 100), Throws.InstanceOf<FileTooLargeException>());
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5000)]
    public void A_file_is_read_whole_up_to_its_last_allowed_byte(int length)
    {
        string path = Path.Combine(Files.Folder, $"plain-{length}");
        byte[] content = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        File.WriteAllBytes(path, content);
        Assert.That(RegularFile.Read(path, length), Is.EqualTo(content));
        Assert.That(RegularFile.Read(path, length + 1), Is.EqualTo(content));
        if (length > 0)
        {
            Assert.That(() => RegularFile.Read(path, length - 1), Throws.InstanceOf<FileTooLargeException>());
        }
    }
}
