using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Listings;

/// <summary>What a setting is called by those who know no keys of the file.</summary>
public static class SettingLabels
{
    /// <summary>"Nights, posting nogales: at", "Roadside: chance to find".</summary>
    /// <param name="path">Such as <c>deployments.nights.post.nogales.at</c>.</param>
    /// <param name="scenario">Which has the labels; null where it is not known.</param>
    public static string Of(string path, Scenario? scenario) =>
        path.Split('.') switch
        {
            ["deployments", var name] => $"Deployment {LabelOf(name, scenario)}",
            ["deployments", var name, "post", var posting] => $"{LabelOf(name, scenario)}, posting {Spoken(posting)}",
            ["deployments", var name, "post", var posting, .. var key] =>
                $"{LabelOf(name, scenario)}, posting {Spoken(posting)}: {Spoken(string.Join(' ', key))}",
            _ => PathWords.Of(path, scenario).Heading,
        };

    private static string LabelOf(string deployment, Scenario? scenario) =>
        Labels.Of(deployment, scenario?.Deployments.GetValueOrDefault(deployment)?.Label);

    private static string Spoken(string words) => words.Replace('_', ' ');
}
