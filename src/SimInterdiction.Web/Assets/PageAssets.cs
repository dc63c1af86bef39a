using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SimInterdiction.Web.Assets;

/// <summary>The page itself: one document, its script and its styles, which the program carries with it.</summary>
internal static class PageAssets
{
    private static readonly (string Path, string File, string Type)[] All =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/page.js", "page.js", "text/javascript; charset=utf-8"),
        ("/page.css", "page.css", "text/css; charset=utf-8"),
        ("/licences.txt", "licences.txt", "text/plain; charset=utf-8"),
    ];

    public static void Map(WebApplication server)
    {
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
