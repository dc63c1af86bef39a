using Microsoft.AspNetCore.Http;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace SimInterdiction.Web.Safety;

/// <summary>Looks at every request before anything else does: another site that a browser has open must be able neither
/// to read nor to do anything, even if it knows the address.</summary>
/// <param name="keys">Who may use the page.</param>
/// <param name="port">The port in use.</param>
internal sealed class Gate(AccessKeys keys, int port)
{
    private const string TokenKey = "token";

    private readonly string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}"];

    /// <summary>Lets a request through to the next, or answers it.</summary>
    public Task Pass(HttpContext context, RequestDelegate next)
    {
        SafeHeaders.AddTo(context.Response);
        HttpRequest request = context.Request;
        if (!hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase))
        {
            return Answers.Refuse(context, StatusCodes.Status421MisdirectedRequest, "This page is not served under that name.");
        }

        if (IsFromElsewhere(request))
        {
            return Answers.Refuse(context, StatusCodes.Status403Forbidden, "Another site may not use this page.");
        }

        bool isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (isReading && request.Path == "/" && request.Query.ContainsKey(TokenKey))
        {
            return Enter(context, request.Query[TokenKey]);
        }

        if (!keys.IsSession(request.Cookies[AccessKeys.CookieOf(port)]))
        {
            return Answers.Refuse(
                context,
                StatusCodes.Status401Unauthorized,
                "Open the address that was printed when the page was started; it holds the key."
            );
        }

        return !isReading && !IsJson(request)
            ? Answers.Refuse(context, StatusCodes.Status403Forbidden, "Only JSON is taken.")
            : next(context);
    }

    // The token goes out of the address, and so out of the browser's history.
    private Task Enter(HttpContext context, string? token)
    {
        if (!keys.IsToken(token))
        {
            return Answers.Refuse(
                context,
                StatusCodes.Status401Unauthorized,
                "The key in this address is not that of the page; it has a new one each time it is started."
            );
        }

        context.Response.Cookies.Append(
            AccessKeys.CookieOf(port),
            keys.Session,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            }
        );
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
        return Task.CompletedTask;
    }

    // Browsers say where a request comes from. Programs that are no browsers say nothing, and need the key.
    private bool IsFromElsewhere(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        return site is not (null or "same-origin" or "none")
            || (origin is not null && !hosts.Select(host => $"http://{host}").Contains(origin, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
