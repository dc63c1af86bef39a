using PuppeteerSharp;
using SimInterdiction.Tests.Web;

namespace SimInterdiction.Tests.Browser;

/// <summary>A browser at the planners' page. It takes down whatever a browser would complain of.</summary>
internal sealed class PlannersBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly IBrowser browser;
    private readonly List<string> complaints = [];

    private PlannersBrowser(PageVisit visit, IBrowser browser, IPage page)
    {
        Visit = visit;
        this.browser = browser;
        Page = page;
    }

    public PageVisit Visit { get; }

    public IPage Page { get; private set; }

    /// <summary>Errors on the console, what the policy of contents forbade, and requests to elsewhere.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Serves a page, and opens its printed address.</summary>
    public static async Task<PlannersBrowser> Open(bool withFigures = false)
    {
        string chromium = Chromium.Require();
        PageVisit visit = await PageVisit.Begin(withFigures: withFigures);
        IBrowser browser = await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = chromium,
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
        var opened = new PlannersBrowser(visit, browser, await browser.NewPageAsync());
        opened.Listen();
        await opened.Page.GoToAsync(visit.Address.AbsoluteUri);
        return opened;
    }

    /// <summary>Opens a page in a tab beside, and looks at that from now on.</summary>
    public async Task NewTab(string hash)
    {
        Page = await browser.NewPageAsync();
        Listen();
        await Page.GoToAsync(new Uri(Visit.Origin, "/" + hash).AbsoluteUri);
    }

    /// <summary>Sets the size of the window and what its owner prefers.</summary>
    public async Task Be(int width, bool isDark = false)
    {
        await Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await Page.EmulateMediaFeaturesAsync([
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" },
        ]);
    }

    /// <summary>Is a window of 1280 pixels in which all is twice as large, and whose owner wants nothing to
    /// move.</summary>
    public async Task BeZoomed()
    {
        await Page.SetViewportAsync(
            new ViewPortOptions
            {
                Width = 640,
                Height = 450,
                DeviceScaleFactor = 2,
            }
        );
        await Page.EmulateMediaFeaturesAsync([
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" },
        ]);
    }

    /// <summary>Goes to a page by its address, and waits for words on it.</summary>
    public async Task Go(string hash, string words)
    {
        await Page.EvaluateFunctionAsync("hash => { location.hash = hash; }", hash);
        await Sees(words);
    }

    /// <summary>Waits until some words are gone.</summary>
    public async Task SeesNot(string words)
    {
        DateTime until = DateTime.UtcNow + Patience;
        while ((await Page.EvaluateExpressionAsync<string>("document.body.innerText")).Contains(words, StringComparison.Ordinal))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(until), $"'{words}' is still there.");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until the page says something, as often as that.</summary>
    public async Task Sees(string words, int times = 1)
    {
        DateTime until = DateTime.UtcNow + Patience;
        string text = "";
        while (DateTime.UtcNow < until)
        {
            text = await Page.EvaluateExpressionAsync<string>("document.body.innerText");
            if (text.Split(words).Length > times)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"'{words}' is not to be seen in: {text}");
    }

    /// <summary>Presses Tab until something with that name has the focus, round and round: it may not be there
    /// yet.</summary>
    public async Task TabTo(string name)
    {
        const string Name = "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''";
        for (int i = 0; i < 300; i++)
        {
            if ((await Page.EvaluateExpressionAsync<string>(Name)).StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No Tab leads to '{name}'.");
    }

    /// <summary>Tabs to something, and presses a key there.</summary>
    public async Task PressOn(string name, string key)
    {
        await TabTo(name);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits for something with that name that can be clicked, and clicks it with the mouse.</summary>
    public async Task Click(string name)
    {
        const string Find = """
            name => {
                const all = [...document.querySelectorAll("a, button, input, summary, [role=textbox]")]
                    .filter(each => each.checkVisibility() && !each.disabled);
                const called = each => each.getAttribute("aria-label") ?? each.textContent;
                const found = all.find(each => called(each) === name) ?? all.find(each => called(each).startsWith(name));
                found?.scrollIntoView({ block: "nearest" });
                const box = found?.getBoundingClientRect();
                return box ? [box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 20)] : [];
            }
            """;
        DateTime until = DateTime.UtcNow + Patience;
        decimal[] at = [];
        decimal[] before;

        // What is above it may still be growing.
        do
        {
            before = at;
            at = await Page.EvaluateFunctionAsync<decimal[]>(Find, name);
            await Task.Delay(200);
        } while ((at.Length == 0 || !at.SequenceEqual(before)) && DateTime.UtcNow < until);

        Assert.That(at, Is.Not.Empty, $"There is no '{name}' to click.");
        await Page.Mouse.ClickAsync(at[0], at[1]);
    }

    /// <summary>What the elements that a selector finds are called.</summary>
    public Task<string[]> Names(string selector) =>
        Page.EvaluateFunctionAsync<string[]>(
            "selector => [...document.querySelectorAll(selector)].map(each => each.getAttribute('aria-label') ?? each.textContent)",
            selector
        );

    /// <summary>Waits for a file with that ending to be downloaded.</summary>
    public async Task<string> Downloaded(string ending)
    {
        await Page.Client.SendAsync("Page.setDownloadBehavior", new { behavior = "allow", downloadPath = (string)Visit.Desk.Folder });
        DateTime until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until)
        {
            if (Directory.GetFiles(Visit.Desk.Folder, "*" + ending) is [var file])
            {
                return file;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No {ending} was downloaded.");
    }

    /// <summary>Types at the beginning of the text that has the focus.</summary>
    public async Task Type(string text)
    {
        await Page.Keyboard.DownAsync("Control");
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.UpAsync("Control");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key again and again.</summary>
    public async Task Press(string key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Fails where axe finds anything at all, or something is wider than the window.</summary>
    public async Task CanBeUsedByEveryone(string what)
    {
        await Page.EvaluateExpressionAsync(Chromium.Script("axe-core/axe.min.js"));
        string found = await Page.EvaluateExpressionAsync<string>(
            """
            axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
                .then(r => [
                    ...r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html).slice(0, 3).join(" ")),
                    // Words of the colour of their ground it only wonders about.
                    ...r.incomplete
                        .flatMap(v => v.nodes.filter(n => n.any.some(check => check.data?.messageKey === "equalRatio")))
                        .map(n => "words that can't be seen: " + n.html),
                ].join("; "))
            """
        );
        Assert.That(found, Is.Empty, what);
        int beyond = await Page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(beyond, Is.LessThanOrEqualTo(0), what);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        await browser.DisposeAsync();
        await Visit.DisposeAsync();
    }

    private void Listen()
    {
        Page.Console += (_, e) =>
        {
            if (e.Message.Type is ConsoleType.Error or ConsoleType.Warning)
            {
                complaints.Add(e.Message.Text);
            }
        };
        Page.PageError += (_, e) => complaints.Add(e.Message);
        Page.Request += (_, e) =>
        {
            var asked = new Uri(e.Request.Url);
            if (asked.Scheme is not ("data" or "blob") && asked.Authority != Visit.Origin.Authority)
            {
                complaints.Add($"asked for {asked}");
            }
        };
    }
}
