using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>The planners' page of a folder with the shipped scenarios, as a browser talks to it.</summary>
internal sealed class ServedPage : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
    private readonly Process process;
    private readonly HttpClient browser;

    /// <param name="simint">The program.</param>
    public ServedPage(string simint)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Machine.Repository(), "scenarios")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        long began = Stopwatch.GetTimestamp();
        process = Process.Start(
            new ProcessStartInfo(
                simint,
                ["serve", "--no-open", "--port", "0", "--folder", folder, "--out", Path.Combine(folder, "results")]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.BeginErrorReadLine();
        var address = new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The page did not start."));
        StartMilliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        string origin = address.GetLeftPart(UriPartial.Authority);
        browser = new HttpClient { BaseAddress = new Uri(origin) };
        browser.DefaultRequestHeaders.Add("Origin", origin);
        Page = address.PathAndQuery;
    }

    /// <summary>From start to address.</summary>
    public double StartMilliseconds { get; }

    /// <summary>Where the first page is, with its token.</summary>
    public string Page { get; }

    /// <summary>What is resident now, in 10^6 bytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The text of a scenario.</summary>
    public string TextOf(string file) => File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n");

    /// <summary>How long a page or its parts take, in milliseconds.</summary>
    public async Task<double> Get(string path) => (await Timed(() => browser.GetAsync(path))).Took;

    /// <summary>How long an answer takes, in milliseconds.</summary>
    public async Task<double> Post(string path, object wish) => (await Timed(() => browser.PostAsJsonAsync(path, wish))).Took;

    /// <summary>The same, with the answer.</summary>
    public async Task<(double Took, JsonElement Answer)> Ask(string path, object wish)
    {
        (double took, byte[] content) = await Timed(() => browser.PostAsJsonAsync(path, wish));
        return (took, JsonSerializer.Deserialize<JsonElement>(content));
    }

    public void Dispose()
    {
        browser.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double Took, byte[] Content)> Timed(Func<Task<HttpResponseMessage>> ask)
    {
        long began = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await ask();
        byte[] content = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? (Stopwatch.GetElapsedTime(began).TotalMilliseconds, content)
            : throw new InvalidOperationException($"{answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(content)}");
    }
}
