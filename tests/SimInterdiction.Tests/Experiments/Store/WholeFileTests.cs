using System.Text;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Store;

public sealed class WholeFileTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private string File => Path.Combine(folder, "file.txt");

    [Test]
    public void What_is_written_piece_by_piece_is_there_as_a_whole()
    {
        WholeFile.Write(File, "before"u8.ToArray());
        WholeFile.Write(File, stream =>
        {
            stream.Write("one, "u8);
            stream.Write("two"u8);
        });
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo("one, two"));
    }

    [Test]
    public void Whatever_goes_wrong_in_writing_the_file_is_as_it_was_and_no_draft_is_left()
    {
        WholeFile.Write(File, "before"u8.ToArray());
        Assert.That(() => WholeFile.Write(File, stream =>
                {
                    stream.Write("half"u8);
                    throw new InvalidOperationException();
                }), Throws.InvalidOperationException);
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo("before"));
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { File }));
    }

    [Test]
    public void A_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("A folder says it there.");
            return;
        }

        foreach (UnixFileMode mode in new[] { UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)0b110_110_110 })
        {
            WholeFile.Write(File, "before"u8.ToArray());
            System.IO.File.SetUnixFileMode(File, mode);
            WholeFile.Write(File, "after"u8.ToArray());
            Assert.That((System.IO.File.GetUnixFileMode(File), System.IO.File.ReadAllText(File)), Is.EqualTo((mode, "after")));
        }
    }

    [Test]
    public void A_new_file_is_never_written_over_another_and_no_draft_is_left()
    {
        Assert.That(WholeFile.TryWriteNew(File, "first"u8.ToArray()), Is.True);
        Assert.That(WholeFile.TryWriteNew(File, "second"u8.ToArray()), Is.False);
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo("first"));
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { File }));
        Assert.That(() => WholeFile.TryWriteNew(Path.Combine(folder, "none", "file"), default), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void A_hash_is_that_of_all_that_was_written()
    {
        using var stream = new MemoryStream();
        string hash = Hashed.Write(stream, hashing =>
        {
            hashing.Write("ab"u8);
            hashing.Write("c"u8);
        });
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo("abc"));

        // FIPS 180-2, appendix B.1.
        Assert.That(hash, Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        Assert.That(Hashed.Of(hashing => hashing.Write("abc"u8)), Is.EqualTo(hash));
    }
}
