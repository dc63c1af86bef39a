using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Web.Results;

namespace SimInterdiction.Tests.Web.Results;

/// <summary>The process that makes documents, played by a shell that writes down which process it is.</summary>
[Platform(Exclude = "Win", Reason = "There is no such shell.")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DocumentDeskTests : IDisposable
{
    private const string AnswersTwice = "printf '\\001\\001\\000\\000\\000a\\001\\001\\000\\000\\000b'; exec sleep 60";

    private static readonly DocumentKind Kind = DocumentCatalog.All[0];

    private readonly TimerClock clock = new();
    private readonly TemporaryFolder folder = new();

    private string Started => Path.Combine(folder, "started");

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task One_process_makes_what_is_asked_for_until_nobody_asks_for_ten_seconds()
    {
        using DocumentDesk desk = DeskOf(AnswersTwice);
        Assert.That((await desk.Make("run", Kind, CancellationToken.None)).Content, Is.EqualTo("a"u8.ToArray()));
        Assert.That((await desk.Make("run", Kind, CancellationToken.None)).Content, Is.EqualTo("b"u8.ToArray()));
        Assert.That(clock.Due, Is.EqualTo(TimeSpan.FromSeconds(10)));
        int first = Processes().Single();
        clock.Fire();
        Assert.That(() => IsRunning(first), Is.False.After(5_000, 20));
        Assert.That((await desk.Make("run", Kind, CancellationToken.None)).Content, Is.EqualTo("a"u8.ToArray()));
        desk.Dispose();
        Assert.That(() => IsRunning(Processes()[1]), Is.False.After(5_000, 20));
    }

    [Test]
    public async Task It_is_killed_when_nobody_waits_for_the_document_any_more()
    {
        using DocumentDesk desk = DeskOf("exec sleep 60");
        using var stop = new CancellationTokenSource();
        Task<(byte[]?, IResult?)> making = desk.Make("run", Kind, stop.Token);
        Assert.That(() => File.Exists(Started) && Processes().Length == 1, Is.True.After(5_000, 20));
        await stop.CancelAsync();
        await Assert.ThatAsync(() => making, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => IsRunning(Processes().Single()), Is.False.After(5_000, 20));
    }

    [TestCase("exit 3")]
    [TestCase("printf '\\001\\377\\000\\000\\000half'")]
    public async Task One_that_ends_too_early_is_told_in_a_sentence(string script)
    {
        using DocumentDesk desk = DeskOf(script);
        (byte[]? content, IResult? refusal) = await desk.Make("run", Kind, CancellationToken.None);
        Assert.That(content, Is.Null);
        Assert.That((refusal as IStatusCodeHttpResult)?.StatusCode, Is.EqualTo(500));
        Assert.That($"{(refusal as IValueHttpResult)?.Value}", Does.Contain("report.html could not be made"));
    }

    private DocumentDesk DeskOf(string script) =>
        new(
            new DocumentProgram("sh", ["-c", $"echo $$ >> '{Started}'; {script}"]),
            new Workspace(folder, new CommandWording()) { Clock = clock }
        );

    private int[] Processes() => [.. File.ReadAllLines(Started).Select(int.Parse)];

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
