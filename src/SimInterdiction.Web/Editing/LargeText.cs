using Microsoft.AspNetCore.Http.Metadata;

namespace SimInterdiction.Web.Editing;

/// <summary>Lets a request hold a whole text. JSON writes some characters of a text as six.</summary>
internal sealed class LargeText : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 6L * TextFile.MostBytes;
}
