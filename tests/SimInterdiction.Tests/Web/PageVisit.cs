using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Documents;
using SimInterdiction.Cli.Solving;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Tests.Application;
using SimInterdiction.Web;

namespace SimInterdiction.Tests.Web;

/// <summary>The page served from a folder with a small scenario, and a visitor who speaks plain HTTP.</summary>
internal sealed class PageVisit : IAsyncDisposable
{
    private readonly PageRequest request;
    private PlannersPage page;
    private readonly HttpClient client;

    private PageVisit(Desk desk, PageRequest request, PlannersPage page)
    {
        Desk = desk;
        this.request = request;
        this.page = page;
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Origin };
    }

    public Desk Desk { get; }

    /// <summary>The printed address.</summary>
    public Uri Address => page.Address;

    public Uri Origin => new(page.Address.GetLeftPart(UriPartial.Authority));

    public string Token => page.Address.Query["?token=".Length..];

    /// <summary>What a browser that came in sends with each request.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>Serves a page and comes in.</summary>
    /// <param name="asCommands">Whether its reports word requests as commands.</param>
    /// <param name="withFigures">Whether its runs draw figures, which takes seconds.</param>
    /// <param name="remembers">Whether it knows its visitors again after a restart.</param>
    /// <param name="cluster">The machines that simulate; null for this one.</param>
    public static async Task<PageVisit> Begin(
        bool asCommands = false,
        bool withFigures = false,
        bool remembers = false,
        ICluster? cluster = null
    )
    {
        var desk = new Desk();
        Workspace workspace = asCommands ? desk.Workspace with { Wording = new CommandWording() } : desk.Workspace;
        var request = new PageRequest(workspace, desk.Folder, Port: 0)
        {
            Effort = desk.Effort with { WithFigures = withFigures, Cluster = cluster },
            Solver = SolverCommand.Program,
            Documents = DocumentCommand.Program,
            SessionFile = remembers ? Path.Combine(desk.Folder, "own", "session") : null,
        };
        var start = (PageStart.Started)await PlannersPage.StartAsync(request);
        var visit = new PageVisit(desk, request, start.Page);
        using HttpResponseMessage entered = await visit.Send(HttpMethod.Get, start.Page.Address.PathAndQuery, asStranger: true);
        visit.Cookie = entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return visit;
    }

    /// <summary>What the page says at its start.</summary>
    public IReadOnlyList<string> Notes => page.Notes;

    /// <summary>Starts another page on the same folders.</summary>
    public async Task<PlannersPage> Another() => ((PageStart.Started)await PlannersPage.StartAsync(request)).Page;

    /// <summary>Ends the page, and starts it again at the same port.</summary>
    /// <param name="meanwhile">What happens while there is none.</param>
    public async Task Restart(Action? meanwhile = null)
    {
        int port = Origin.Port;
        await page.DisposeAsync();
        meanwhile?.Invoke();
        page = ((PageStart.Started)await PlannersPage.StartAsync(request with { Port = port })).Page;
    }

    /// <summary>Sends a request, with the cookie unless as a stranger.</summary>
    public Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        bool asStranger = false,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (!asStranger)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        // A server that refuses what is too large, or from whom, may hang up on what is still being sent.
        request.Headers.ExpectContinue = content is not null;
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<JsonElement> Get(string path)
    {
        using HttpResponseMessage answer = await Send(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> Post(string path, object body)
    {
        using HttpResponseMessage answer = await Send(HttpMethod.Post, path, JsonContent.Create(body));
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Status and sentence of a refusal, which is one line without anything of the program's inside.</summary>
    public async Task<(int Status, string Sentence)> Refusal(HttpMethod method, string path, HttpContent? content = null)
    {
        using HttpResponseMessage answer = await Send(method, path, content);
        string sentence = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!;
        Assert.That(sentence, Does.EndWith(".").And.Not.Contain("\n").And.Not.Contain("   at ").And.Not.Contain("Exception"));
        return ((int)answer.StatusCode, sentence);
    }

    /// <summary>The status of a request line that no client would send, as it stands.</summary>
    public async Task<int> StatusOfRaw(string target)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Origin.Port);
        await using NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {Origin.Authority}\r\nCookie: {Cookie}\r\nConnection: close\r\n\r\n")
        );
        using var reader = new StreamReader(stream);
        string line = await reader.ReadLineAsync() ?? "";
        return int.Parse(line.Split(' ')[1]);
    }

    /// <summary>Starts a scenario.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> Start(string file = "plan.yaml", int? replications = null) =>
        (await Post("/api/queue", new { file, replications })).GetProperty("number").GetInt32();

    /// <summary>Starts the scenario, and waits until the run is over.</summary>
    /// <returns>Its last news.</returns>
    public async Task<JsonElement> RunToTheEnd(object? wish = null)
    {
        int number = (await Post("/api/queue", wish ?? new { file = "plan.yaml" })).GetProperty("number").GetInt32();
        return await News(number, news => news.GetProperty("isOver").GetBoolean());
    }

    /// <summary>Follows the events until a run is as wanted.</summary>
    public async Task<JsonElement> News(int number, Predicate<JsonElement> isWanted)
    {
        await foreach ((_, JsonElement board) in Events())
        {
            JsonElement news = board
                .GetProperty("runs")
                .EnumerateArray()
                .FirstOrDefault(run => run.GetProperty("number").GetInt32() == number);
            if (news.ValueKind == JsonValueKind.Object && isWanted(news))
            {
                return news;
            }
        }

        throw new InvalidOperationException("The events have ended.");
    }

    /// <summary>The events, with their ids, until the reader breaks off.</summary>
    /// <param name="after">The last id that is known.</param>
    /// <param name="asHeader">Whether it is told as a browser does, in a header, or in the address.</param>
    public async IAsyncEnumerable<(string Id, JsonElement Board)> Events(string? after = null, bool asHeader = false)
    {
        string path = after is null || asHeader ? "/api/events" : $"/api/events?after={after}";
        using HttpResponseMessage answer = await Send(
            HttpMethod.Get,
            path,
            headers: asHeader && after is not null ? [("Last-Event-ID", after)] : []
        );
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        string id = "";
        string data = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0)
            {
                yield return (id, JsonSerializer.Deserialize<JsonElement>(data));
            }
        }
    }

    /// <summary>Ends the page, as Ctrl-C does; its files stay.</summary>
    public async Task End()
    {
        client.Dispose();
        await page.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Desk.Dispose();
    }
}
