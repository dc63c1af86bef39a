using System.Text.Json;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Json;

/// <summary>When traffickers notice a deployment, as a part of <see cref="ResultJson"/>: weeks from 1, null for none of
/// the window.</summary>
internal static class NoticeJson
{
    public static void Write(Utf8JsonWriter json, Notice? notice)
    {
        if (notice is null)
        {
            return;
        }

        json.WriteStartObject("noticed");
        json.WriteNumber("share_cancelled", notice.Share);
        json.WriteFinite("week", Within(notice.Week));
        json.WriteFinite("earliest", Within(notice.Earliest));
        json.WriteFinite("latest", Within(notice.Latest));
        json.WriteEndObject();

        double? Within(int week) => week <= notice.Weeks ? week : null;
    }
}
