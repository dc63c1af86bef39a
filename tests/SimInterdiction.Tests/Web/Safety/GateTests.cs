using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace SimInterdiction.Tests.Web.Safety;

/// <summary>What keeps others out, line by line, as plain HTTP sees it.</summary>
public sealed class GateTests
{
    private PageVisit visit = null!;

    [OneTimeSetUp]
    public async Task Begin() => visit = await PageVisit.Begin();

    [OneTimeTearDown]
    public async Task End() => await visit.DisposeAsync();

    [TestCase("/")]
    [TestCase("/page.js")]
    [TestCase("/api/runs")]
    [TestCase("/api/events")]
    [TestCase("/nothing")]
    [TestCase("/?token=")]
    [TestCase("/?token=0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("/api/runs?token=TOKEN")]
    public async Task Without_the_key_nothing_is_served(string path)
    {
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, path.Replace("TOKEN", visit.Token), asStranger: true);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_printed_address_becomes_a_cookie_that_only_this_browser_and_site_have()
    {
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, visit.Address.PathAndQuery, asStranger: true);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.That((answer.StatusCode, answer.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.SeeOther, "/")));
        Assert.That(
            cookie.Split("; ")[1..].Select(part => part.ToLowerInvariant()),
            Is.EquivalentTo(new[] { "path=/", "samesite=strict", "httponly" })
        );
        Assert.That(cookie, Does.StartWith($"simint-{visit.Origin.Port}=").And.Not.Contain(visit.Token));
    }

    [TestCase("simint-PORT=0", ExpectedResult = 401)]
    [TestCase("simint-PORT=TOKEN", ExpectedResult = 401)]
    [TestCase("other=SESSION", ExpectedResult = 401)]
    [TestCase("other=1; simint-PORT=SESSION", ExpectedResult = 200)]
    public async Task<int> A_cookie_must_have_the_right_name_and_value(string cookie)
    {
        string[] own = visit.Cookie.Split('=');
        string sent = cookie.Replace("simint-PORT", own[0]).Replace("SESSION", own[1]).Replace("TOKEN", visit.Token);
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, "/", asStranger: true, headers: ("Cookie", sent));
        return (int)answer.StatusCode;
    }

    [TestCase("evil.example", ExpectedResult = 421)]
    [TestCase("evil.example:PORT", ExpectedResult = 421)]
    [TestCase("127.0.0.1", ExpectedResult = 421)]
    [TestCase("127.0.0.1.nip.io:PORT", ExpectedResult = 421)]
    [TestCase("localhost:PORT", ExpectedResult = 200)]
    [TestCase("127.0.0.1:PORT", ExpectedResult = 200)]
    public async Task<int> It_is_served_under_its_own_name_only(string host)
    {
        using HttpResponseMessage answer = await visit.Send(
            HttpMethod.Get,
            "/",
            headers: ("Host", host.Replace("PORT", $"{visit.Origin.Port}"))
        );
        return (int)answer.StatusCode;
    }

    [TestCase("Origin", "https://evil.example", ExpectedResult = 403)]
    [TestCase("Origin", "null", ExpectedResult = 403)]
    [TestCase("Origin", "http://127.0.0.1:1", ExpectedResult = 403)]
    [TestCase("Origin", "OWN", ExpectedResult = 200)]
    [TestCase("Sec-Fetch-Site", "cross-site", ExpectedResult = 403)]
    [TestCase("Sec-Fetch-Site", "same-site", ExpectedResult = 403)]
    [TestCase("Sec-Fetch-Site", "same-origin", ExpectedResult = 200)]
    [TestCase("Sec-Fetch-Site", "none", ExpectedResult = 200)]
    public async Task<int> Other_sites_are_turned_away_even_with_the_cookie(string header, string value)
    {
        using HttpResponseMessage answer = await visit.Send(
            HttpMethod.Get,
            "/api/runs",
            headers: (header, value.Replace("OWN", visit.Origin.GetLeftPart(UriPartial.Authority)))
        );
        return (int)answer.StatusCode;
    }

    [Test]
    public async Task Another_site_can_not_even_trade_the_token_for_a_cookie()
    {
        using HttpResponseMessage answer = await visit.Send(
            HttpMethod.Get,
            visit.Address.PathAndQuery,
            asStranger: true,
            headers: ("Sec-Fetch-Site", "cross-site")
        );
        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [TestCase("text/plain", ExpectedResult = 403)]
    [TestCase("application/x-www-form-urlencoded", ExpectedResult = 403)]
    [TestCase("multipart/form-data", ExpectedResult = 403)]
    [TestCase("application/json2", ExpectedResult = 403)]
    [TestCase("application/json", ExpectedResult = 404)]
    [TestCase("application/json; charset=utf-8", ExpectedResult = 404)]
    public async Task<int> What_a_form_can_send_is_refused(string type)
    {
        using var content = new ByteArrayContent("{\"file\":\"none.yaml\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Post, "/api/queue", content);
        return (int)answer.StatusCode;
    }

    [TestCase("/../../../../etc/passwd")]
    [TestCase("/%2e%2e/%2e%2e/etc/passwd")]
    [TestCase("/..%2f..%2fetc%2fpasswd")]
    [TestCase("/..\\..\\etc\\passwd")]
    [TestCase("/api/scenarios/..%2Fplan.yaml")]
    [TestCase("/api/scenarios/%2Fetc%2Fpasswd")]
    [TestCase("/api/runs/../../etc/passwd")]
    [TestCase("/api/runs/%2e%2e/plan")]
    [TestCase("/api/runs/..%2F..%2Fetc/passwd")]
    [TestCase("/runs/..%5C..%5C/x/report.html")]
    public async Task No_path_leads_out(string path) => Assert.That(await visit.StatusOfRaw(path), Is.EqualTo(404));

    [TestCase("/", 200)]
    [TestCase("/api/runs", 200)]
    [TestCase("/nothing", 404)]
    [TestCase("/?token=1", 401)]
    public async Task Every_answer_forbids_what_the_page_does_not_need(string path, int status)
    {
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, path);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none';").And.Contain("require-trusted-types-for 'script'"));
        Assert.That(policy, Does.Not.Contain("unsafe").And.Not.Contain("*").And.Not.Contain("http"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(answer.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public async Task A_request_that_is_too_large_or_no_JSON_is_refused_in_a_sentence()
    {
        using var large = new StringContent($"{{\"file\":\"{new string('a', 3_000_000)}\"}}", Encoding.UTF8, "application/json");
        Assert.That(await visit.Refusal(HttpMethod.Post, "/api/queue", large), Is.EqualTo((413, "That is too large.")));
        foreach (string body in new[] { "", "{", "[]", "{\"file\":7}", "\0\u0001\u0002", "null", "{}" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            Assert.That(
                await visit.Refusal(HttpMethod.Post, "/api/queue", content),
                Is.EqualTo((400, "That is not what is asked for here.")),
                body
            );
        }
    }

    [Test]
    public async Task Nothing_that_is_only_read_can_be_written()
    {
        foreach (HttpMethod method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            using HttpResponseMessage answer = await visit.Send(method, "/api/runs", JsonContent.Create(new { }));
            Assert.That((int)answer.StatusCode, Is.EqualTo(404), method.Method);
        }
    }

    [Test]
    public void Nobody_else_in_the_network_reaches_it()
    {
        IPAddress[] others =
        [
            .. NetworkInterface
                .GetAllNetworkInterfaces()
                .SelectMany(each => each.GetIPProperties().UnicastAddresses)
                .Select(each => each.Address)
                .Where(address => !IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork),
        ];
        Assume.That(others, Is.Not.Empty);
        foreach (IPAddress other in others)
        {
            using var client = new TcpClient();
            Assert.That(() => client.Connect(other, visit.Origin.Port), Throws.InstanceOf<SocketException>());
        }
    }
}
