using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Animation;

namespace SimInterdiction.Tests.Reporting;

/// <summary>The moving map of a sample's made-up replication, under two deployments that differ by what is
/// seized.</summary>
internal static class SampleFilm
{
    public static string Page(string sample = "two", string other = "zero") =>
        AnimationPage.Write(SampleStudy.All[sample].Scenario, SampleStudy.Provenance, Replays(sample, other));

    public static IReadOnlyList<Replay> Replays(string sample, string other)
    {
        StudyResult study = SampleStudy.All[sample];
        Replay first = SampleCourse.Of(study)!;
        Replay second = SampleCourse.Of(SampleStudy.All[other])! with { Arm = new Arm(study.Deployments[^1].Name) };
        return [first, second];
    }
}
