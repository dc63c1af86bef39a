using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SimInterdiction.Tests.Browser;

/// <summary>A Chromium without a window, if the machine has one.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Ignores the test, saying why, where there is no Chromium.</summary>
    public static string Require() => Find() ?? Ignored("no chromium in PATH (Debian: apt-get install chromium)");

    /// <summary>The source of a script that npm installs beside this file; ignores the test where it isn't
    /// there.</summary>
    public static string Script(string pathInModules, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "node_modules", pathInModules);
        return File.Exists(path)
            ? File.ReadAllText(path)
            : Ignored($"{pathInModules} is not installed (npm ci in tests/SimInterdiction.Tests/Browser)");
    }

    /// <summary>Runs it and gives its standard output.</summary>
    public static string Run(params string[] arguments)
    {
        using var profile = new TemporaryFolder();
        string[] all =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            $"--user-data-dir={profile.Path}",
            .. arguments,
        ];
        using var process = Process.Start(
            new ProcessStartInfo(Require(), all) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Chromium did not end within {Patience.TotalSeconds} s: {error.Result}");
        }

        return output.Result;
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static string Ignored(string why)
    {
        Assert.Ignore(why);
        throw new InvalidOperationException(why);
    }
}
