using System.Text.Json;

namespace SimInterdiction.Web.Questions;

/// <summary>Whether two requests ask for the same; their lists compare by content.</summary>
internal static class SameRequest
{
    public static bool Is<T>(T one, T other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
