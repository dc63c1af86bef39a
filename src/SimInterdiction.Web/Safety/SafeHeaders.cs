using Microsoft.AspNetCore.Http;

namespace SimInterdiction.Web.Safety;

/// <summary>What every answer tells the browser to forbid: whatever a label of a scenario may hold, nothing but the
/// page's own script runs, and nothing is asked of any other place.</summary>
internal static class SafeHeaders
{
    private const string OwnStyles = "style-src 'self'";

    private const string Page =
        "default-src 'none'; script-src 'self'; "
        + OwnStyles
        + "; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    // A report is one file with its styles and pictures in it, and without scripts. The page shows it in a frame.
    private const string Report =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'; sandbox";

    public static void AddTo(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Page;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Lets a page add styles that carry a word which nobody can guess: the editor makes its own.</summary>
    public static void AllowStyles(HttpResponse response, string nonce) =>
        response.Headers.ContentSecurityPolicy = Page.Replace(OwnStyles, $"{OwnStyles} 'nonce-{nonce}'", StringComparison.Ordinal);

    /// <summary>Those of a report that is shown in a frame of the page.</summary>
    public static void AllowReport(HttpResponse response) => response.Headers.ContentSecurityPolicy = Report;
}
