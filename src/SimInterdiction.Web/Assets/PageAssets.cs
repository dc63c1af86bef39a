using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Assets;

/// <summary>The page itself: one document, its script and its styles, which the program carries with it.</summary>
internal static class PageAssets
{
    private const string NoncePlace = "NONCE";

    private static readonly (string Path, string File, string Type)[] All =
    [
        ("/page.js", "page.js", "text/javascript; charset=utf-8"),
        ("/page.css", "page.css", "text/css; charset=utf-8"),
        ("/licences.txt", "licences.txt", "text/plain; charset=utf-8"),
    ];

    public static void Map(WebApplication server)
    {
        string document = Encoding.UTF8.GetString(Read("index.html"));
        server.MapGet("/", (HttpContext context) =>
        {
            string nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
            SafeHeaders.AllowStyles(context.Response, nonce);
            return TypedResults.Text(document.Replace(NoncePlace, nonce, StringComparison.Ordinal), "text/html", Encoding.UTF8);
        });
        foreach ((string path, string file, string type) in All)
        {
            byte[] content = Read(file);
            server.MapGet(path, () => TypedResults.Bytes(content, type));
        }
    }

    /// <summary>What a file of the page holds.</summary>
    internal static byte[] Read(string file)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"'{file}' is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
