using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>Whatever names a run's files hold, nothing outside its folder is read, written or removed.</summary>
public sealed class OwnFolderTests
{
    private TemporaryFolder root = null!;
    private OwnFolder own = new("");

    [SetUp]
    public void MakeFolder()
    {
        root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root, "run", "figures"));
        Directory.CreateDirectory(Path.Combine(root, "victim"));
        File.WriteAllText(Path.Combine(root, "victim", "file.txt"), "precious");
        File.WriteAllText(Path.Combine(root, "run", "summary.csv"), "sound");
        own = new OwnFolder(Path.Combine(root, "run"));
    }

    [TearDown]
    public void RemoveFolder()
    {
        string left = File.ReadAllText(Path.Combine(root, "victim", "file.txt"));
        root.Dispose();
        Assert.That(left, Is.EqualTo("precious"));
    }

    private static string[] NamesThatLeadOut() =>
        [
            "../victim/file.txt",
            "../../victim/file.txt",
            "figures/../../victim/file.txt",
            "/etc/hostname",
            "//host/share",
            "C:/Windows/win.ini",
            "C:file",
            "..",
            ".",
            "",
            "figures/..",
            "figures//x",
            "./summary.csv",
            "figures\\..\\..\\victim\\file.txt",
            "..\\victim\\file.txt",
            "summary.csv:stream",
            "a\0b",
            "a\nb",
            "/",
            "figures/",
        ];

    [TestCaseSource(nameof(NamesThatLeadOut))]
    public void A_name_that_leads_out_is_damage_for_everything_done_by_name(string name)
    {
        Assert.That(own.FaultOf(name), Is.Not.Null);
        Assert.That((own.Read(name), own.HashOf(name)), Is.EqualTo(((byte[]?)null, (string?)null)));
        Assert.That(() => own.Remove(name), Throws.InstanceOf<InvalidDataException>());
        Assert.That(() => own.RemoveAll(name), Throws.InstanceOf<InvalidDataException>());
        Assert.That(() => own.Write(name, "x"u8.ToArray()), Throws.InstanceOf<InvalidDataException>());
    }

    [TestCase("summary.csv")]
    [TestCase("figures/01-answer.png")]
    [TestCase("..a/b..")]
    [TestCase("a name with spaces and ä")]
    public void A_name_inside_is_written_read_and_removed(string name)
    {
        own.Write(name, "content"u8.ToArray());
        Assert.That(own.Read(name), Is.EqualTo("content"u8.ToArray().ToArray()));
        Assert.That(
            own.HashOf(name),
            Is.EqualTo("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"),
            "SHA-256 of 'content', as sha256sum has it"
        );
        own.Remove(name);
        Assert.That(own.Read(name), Is.Null);
    }

    [Test]
    public void A_link_is_never_followed()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        File.CreateSymbolicLink(Path.Combine(own.Path, "link.txt"), Path.Combine(root, "victim", "file.txt"));
        Directory.CreateSymbolicLink(Path.Combine(own.Path, "documents"), Path.Combine(root, "victim"));
        foreach (string name in new[] { "link.txt", "documents/file.txt", "documents" })
        {
            Assert.That(own.FaultOf(name), Is.EqualTo(NameFault.IsLink));
            Assert.That((own.Read(name), own.HashOf(name)), Is.EqualTo(((byte[]?)null, (string?)null)));
            Assert.That(() => own.Write(name, "x"u8.ToArray()), Throws.InstanceOf<InvalidDataException>());
            Assert.That(() => own.RemoveAll(name), Throws.InstanceOf<InvalidDataException>());
        }

        Assert.That(own.AllFiles(), Is.EqualTo(new[] { "summary.csv" }));
    }

    [Test]
    public void A_link_in_the_place_of_a_draft_is_replaced_not_written_through()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        File.CreateSymbolicLink(Path.Combine(own.Path, "report.html.part"), Path.Combine(root, "victim", "file.txt"));
        own.Write("report.html", "new"u8.ToArray());
        Assert.That(own.Read("report.html"), Is.EqualTo("new"u8.ToArray()));
    }

    [Test]
    public void A_folder_with_links_is_removed_and_what_they_lead_to_stays()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        Directory.CreateSymbolicLink(Path.Combine(own.Path, "figures", "away"), Path.Combine(root, "victim"));
        own.RemoveAll("figures");
        Assert.That(Directory.Exists(Path.Combine(own.Path, "figures")), Is.False);
    }

    [Test]
    public void A_folder_in_the_place_of_a_file_is_no_file_and_stays()
    {
        own.Remove("figures");
        Assert.That(Directory.Exists(Path.Combine(own.Path, "figures")), Is.True);
        Assert.That((own.Read("figures"), own.HashOf("figures")), Is.EqualTo(((byte[]?)null, (string?)null)));
    }

    [Test]
    public void What_is_set_aside_is_kept_under_a_name_of_its_own()
    {
        foreach (string content in new[] { "first", "second" })
        {
            own.Write("000000-000009-0123456789abcdef.parquet", System.Text.Encoding.UTF8.GetBytes(content));
            own.SetAside("000000-000009-0123456789abcdef.parquet");
        }

        Assert.That(Directory.GetFiles(own.Path, "*.damaged*").Select(File.ReadAllText), Is.EquivalentTo(new[] { "first", "second" }));
        Assert.That(own.AllFiles(), Is.EqualTo(new[] { "summary.csv" }));
    }

    [Test]
    [CancelAfter(5000)]
    public void A_device_a_pipe_and_a_file_that_is_too_large_are_nothing_to_read()
    {
        Assume.That(OperatingSystem.IsLinux(), Is.True);
        Assert.That(PlainFile.Read("/dev/zero"), Is.Null);
        string pipe = Path.Combine(own.Path, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            made.WaitForExit();
        }

        Assert.That((own.Read("pipe"), own.HashOf("pipe")), Is.EqualTo(((byte[]?)null, (string?)null)));
        Assert.That((own.Read("summary.csv", most: 4), own.Read("summary.csv", most: 5)?.Length), Is.EqualTo(((byte[]?)null, (int?)5)));
    }
}
