using SimInterdiction.Web.Safety;

namespace SimInterdiction.Tests.Web.Safety;

public sealed class SessionFileTests
{
    private const string Secret = "0123456789abcdef";

    [Test]
    public void What_is_kept_is_read_and_nobody_else_can_read_it()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder, "own", "session");
        SessionFile.TryWrite(file, Secret);
        Assert.That(SessionFile.Read(file, Secret.Length), Is.EqualTo(Secret));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherRead);
            Assert.That(SessionFile.Read(file, Secret.Length), Is.Null, "others could have read it");
        }
    }

    [TestCase("0123456789abcde")]
    [TestCase("0123456789abcdeg")]
    [TestCase("0123456789ABCDEF")]
    [TestCase("")]
    public void What_is_no_secret_is_not_taken(string text)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder, "session");
        SessionFile.TryWrite(file, text);
        Assert.That(SessionFile.Read(file, Secret.Length), Is.Null);
    }

    [Test]
    public void A_link_is_neither_followed_nor_written_through()
    {
        using var folder = new TemporaryFolder();
        string target = folder.File("target", Secret);
        string link = Path.Combine(folder, "session");
        File.CreateSymbolicLink(link, target);
        SessionFile.TryWrite(link, "fedcba9876543210");
        Assert.That(File.ReadAllText(target), Is.EqualTo(Secret));
        Assert.That(SessionFile.Read(link, Secret.Length), Is.Null);
    }

    [Test]
    public async Task An_open_page_goes_on_after_a_restart_and_the_printed_key_is_another()
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        using HttpResponseMessage before = await visit.Send(HttpMethod.Get, "/api/runs");
        Assert.That(before.IsSuccessStatusCode);
        string token = visit.Token;
        await visit.Restart();
        using HttpResponseMessage after = await visit.Send(HttpMethod.Get, "/api/runs");
        Assert.That((after.IsSuccessStatusCode, visit.Token != token), Is.EqualTo((true, true)));
    }
}
