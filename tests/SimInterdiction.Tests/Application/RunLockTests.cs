using SimInterdiction.Application.Folders;

namespace SimInterdiction.Tests.Application;

public sealed class RunLockTests
{
    private TemporaryFolder folder = null!;
    private string path = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        path = Path.Combine(folder, ".lock");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Of_two_that_want_a_run_the_second_says_so_and_waits_for_the_first()
    {
        using var isWaiting = new ManualResetEventSlim();
        RunLock first = Take(() => Assert.Fail("nobody else has it"))!;
        Task<RunLock?> second = Task.Run(() => RunLock.Take(path, isWaiting.Set, CancellationToken.None));
        Assert.That(isWaiting.Wait(TimeSpan.FromSeconds(30)), Is.True);
        Assert.That(second.IsCompleted, Is.False);
        first.Dispose();
        using RunLock? taken = second.Result;
        Assert.That(taken, Is.Not.Null);
    }

    [Test]
    public void Waiting_can_be_given_up()
    {
        using RunLock first = Take(() => { })!;
        using var stop = new CancellationTokenSource();
        Assert.That(RunLock.Take(path, stop.Cancel, stop.Token), Is.Null);
    }

    [Test]
    public void A_file_left_behind_by_a_killed_process_holds_nobody_up()
    {
        File.WriteAllText(path, "12345");
        using RunLock? taken = Take(() => Assert.Fail("nobody has it"));
        Assert.That(taken, Is.Not.Null);
    }

    [Test]
    public void That_a_lock_can_not_be_made_is_no_waiting_but_an_error() =>
        Assert.That(
            () => RunLock.Take(Path.Combine(path, "no", "folder"), () => Assert.Fail("waits"), CancellationToken.None),
            Throws.InstanceOf<IOException>()
        );

    private RunLock? Take(Action waiting) => RunLock.Take(path, waiting, CancellationToken.None);
}
