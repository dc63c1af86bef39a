using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cli;

public sealed class ServeTests
{
    [Test]
    public void A_folder_that_is_not_there_and_a_port_that_is_none_are_refused()
    {
        SimintCall none = Simint.Call("serve", "--folder", "/no/such/folder", "--no-open", "--port", "0");
        Assert.That((none.Code, none.Error), Is.EqualTo((ExitCode.Usage, "simint: there is no folder '/no/such/folder'.\n")));
        SimintCall port = Simint.Call("serve", "--port", "70000");
        Assert.That(port.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(port.Error, Does.StartWith("simint: --port takes a whole number from 0 to 65535, not '70000'."));
    }

    [Test]
    public void A_folder_for_results_that_can_not_be_made_is_refused()
    {
        using var desk = new Desk();
        SimintCall file = Simint.Call("serve", "--folder", desk.Folder, "--out", desk.File, "--no-open", "--port", "0");
        Assert.That(
            (file.Code, file.Error),
            Is.EqualTo((ExitCode.Usage, $"simint: the folder '{desk.File}' can't be made: '{desk.File}' is a file. Give another folder.\n"))
        );
        if (OperatingSystem.IsLinux())
        {
            SimintCall none = Simint.Call("serve", "--folder", desk.Folder, "--out", "/proc/x", "--no-open", "--port", "0");
            Assert.That(none.Code, Is.EqualTo(ExitCode.Usage));
            Assert.That(none.Error, Does.StartWith("simint: the folder '/proc/x' can't be made: "));
        }
    }

    [Test]
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public async Task The_token_is_printed_once_and_never_logged_and_a_taken_port_is_said()
    {
        using var desk = new Desk();
        using var served = await Served.Begin(desk);
        await served.Enter();
        using HttpResponseMessage wrong = await served.Client.GetAsync(new Uri(served.Origin, "/?token=0"));
        using SimintProcess second = Served.Start(desk, served.Origin.Port);
        Assert.That(second.WaitForExit(), Is.EqualTo(ExitCode.Usage));
        Assert.That(second.Error, Does.Contain($"uses port {served.Origin.Port}. Give another --port"));
        served.Process.Interrupt();
        Assert.That(served.Process.WaitForExit(), Is.EqualTo(ExitCode.Ok), served.Process.Error);
        Assert.That(served.Process.Error, Does.Not.Contain(served.Token));
    }

    [Test]
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public async Task Killed_in_a_run_and_started_again_it_goes_on_to_the_same_digits()
    {
        using var desk = new Desk();
        desk.MakeBusy();
        string run;
        using (var first = await Served.Begin(desk))
        {
            await first.Enter();
            using HttpResponseMessage started = await first.Client.PostAsJsonAsync(
                new Uri(first.Origin, "/api/queue"),
                new { file = "plan.yaml" }
            );
            Assert.That(started.IsSuccessStatusCode);
            Assert.That(
                SpinWait.SpinUntil(
                    () =>
                        Directory.Exists(desk.Workspace.Results)
                        && Directory.EnumerateFiles(desk.Workspace.Results, "*.parquet", SearchOption.AllDirectories).Any(),
                    TimeSpan.FromSeconds(60)
                )
            );
            first.Process.Kill();
            first.Process.WaitForExit();
            run = Directory.GetDirectories(Path.Combine(desk.Workspace.Results, "plan")).Single();
            Assert.That(RunManifest.Read(run)!.IsFinished, Is.False);
        }

        using var second = await Served.Begin(desk);
        await second.Enter();
        JsonElement runs = await second.Client.GetFromJsonAsync<JsonElement>(new Uri(second.Origin, "/api/runs"));
        string address = runs.GetProperty("runs")[0].GetProperty("run").GetString()!;
        using HttpResponseMessage resumed = await second.Client.PostAsJsonAsync(
            new Uri(second.Origin, $"/api/runs/{address}/resume"),
            new { }
        );
        Assert.That(resumed.IsSuccessStatusCode);
        Assert.That(SpinWait.SpinUntil(() => RunManifest.Read(run)!.IsFinished, TimeSpan.FromSeconds(120)));
        using var whole = new Desk();
        whole.MakeBusy();
        Assert.That(Desk.NumbersIn(run), Is.EqualTo(Desk.Numbers(whole.Completed())));
    }

    /// <summary>The page as a process of its own, and a browser's part.</summary>
    private sealed class Served : IDisposable
    {
        private Served(SimintProcess process, Uri address)
        {
            Process = process;
            Address = address;
        }

        public SimintProcess Process { get; }

        public HttpClient Client { get; } = new();

        public Uri Origin => new(Address.GetLeftPart(UriPartial.Authority));

        public string Token => Address.Query["?token=".Length..];

        private Uri Address { get; }

        public static SimintProcess Start(Desk desk, int port) =>
            new("serve", "--no-open", "--port", $"{port}", "--folder", desk.Folder, "--out", desk.Workspace.Results);

        public static async Task<Served> Begin(Desk desk)
        {
            SimintProcess process = Start(desk, port: 0);
            return new Served(process, new Uri(await process.FirstLine));
        }

        public async Task Enter()
        {
            using HttpResponseMessage page = await Client.GetAsync(Address);
            Assert.That(page.IsSuccessStatusCode);
        }

        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
            Client.Dispose();
        }
    }
}
