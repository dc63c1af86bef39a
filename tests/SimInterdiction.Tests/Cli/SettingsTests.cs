using SimInterdiction.Cli;
using SimInterdiction.Cli.Settings;

namespace SimInterdiction.Tests.Cli;

/// <summary>A folder remembers where results go.</summary>
public sealed class SettingsTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_setting_is_shown_set_obeyed_and_forgotten()
    {
        Assert.That(Call("settings").Output, Does.Contain("out  results  (the default;"));
        Assert.That(Call("settings", "out", "of this year").Output, Does.Contain("out  'of this year'  (from .simint in this folder;"));
        Assert.That(Call("list", "runs").Output, Does.Contain("There are no runs in 'of this year'."));
        Assert.That(Call("list", "runs", "--out", "other").Output, Does.Contain("There are no runs in 'other'."), "an option comes first");
        Assert.That(Call("settings", "out", "--unset").Output, Does.Contain("out  results  (the default;"));
        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }

    [TestCase("settings ouut x", "there is no setting 'ouut': did you mean 'out'?")]
    [TestCase("settings --unset", "--unset takes the name of a setting, and no value.")]
    [TestCase("settings out x --unset", "--unset takes the name of a setting, and no value.")]
    public void What_is_no_setting_is_refused(string command, string told)
    {
        SimintCall call = Simint.Call(command.Split(' '));
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain(told));
    }

    [TestCase("plan.yaml")]
    [TestCase("plan.yaml/results")]
    public void A_file_is_no_folder_of_results(string given)
    {
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), "a scenario");
        SimintCall call = Call("settings", "out", given);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain("out takes the name of a folder, and 'plan.yaml' is a file."));
        Assert.That(File.Exists(Path.Combine(folder, FolderSettings.FileName)), Is.False);
    }

    [TestCase("out results")]
    [TestCase("jobs: 4")]
    [TestCase("out: a\u0007b")]
    public void A_damaged_file_is_named_and_nothing_is_guessed(string line)
    {
        File.WriteAllText(Path.Combine(folder, FolderSettings.FileName), $"# ours\n\nout: x\n{line}\n");
        FolderSettings read = FolderSettings.Read(folder, out string? trouble);
        Assert.That(trouble, Does.Contain("the file '.simint' of this folder has a line that is no setting"));
        Assert.That(read.Results, Is.Null);
        SimintCall call = Call("list", "runs");
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain("'.simint'"));
        Assert.That(Call("list", "runs", "--out", "x").Code, Is.EqualTo(ExitCode.Ok));
    }

    private SimintCall Call(params string[] arguments)
    {
        using var process = new SimintProcess(arguments, folder);
        return new SimintCall(process.WaitForExit(), process.Output, process.Error);
    }
}
