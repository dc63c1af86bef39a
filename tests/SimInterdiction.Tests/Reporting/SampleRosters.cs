using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Gives the deployments of a sample teams, for rosters.</summary>
internal static class SampleRosters
{
    private static readonly HoursOfDay Day = new(new(8), new(18));
    private static readonly HoursOfDay Night = new(new(20), new(6));

    /// <summary>Each with so many teams by day, of which some are on duty at night: none under the baseline.</summary>
    /// <param name="study">The sample.</param>
    /// <param name="teams">How many each has.</param>
    /// <param name="atNight">How many of them are on duty at night.</param>
    public static StudyResult Of(StudyResult study, int teams, int atNight)
    {
        string[] checkpoints = SampleScenario.Checkpoints;
        int forces = (teams + checkpoints.Length - 1) / checkpoints.Length;
        return study with
        {
            Scenario = study.Scenario with
            {
                TeamTypes = SampleScenario.Ordered([("outbound_team", new TeamType { Stops = 0.1, Finds = 0.5 })]),
                TaskForces = SampleScenario.Ordered(
                    Enumerable
                        .Range(0, forces)
                        .Select(i =>
                            (
                                $"force_{i}",
                                new TaskForce
                                {
                                    Home = "laredo",
                                    Teams = new Dictionary<string, int> { ["outbound_team"] = checkpoints.Length },
                                }
                            )
                        )
                ),
                Deployments = SampleScenario.Ordered(
                    study.Scenario.Deployments.Select(d =>
                        (
                            d.Key,
                            d.Value with
                            {
                                Post = SampleScenario.Ordered(
                                    Enumerable
                                        .Range(0, teams)
                                        .Select(i =>
                                            (
                                                $"team_{i}",
                                                new Posting
                                                {
                                                    At = new PostedAt { Checkpoint = checkpoints[i % checkpoints.Length] },
                                                    TaskForce = $"force_{i / checkpoints.Length}",
                                                    Team = "outbound_team",
                                                    Hours = i < atNight && d.Key != study.Baseline ? Night : Day,
                                                }
                                            )
                                        )
                                ),
                            }
                        )
                    )
                ),
            },
        };
    }
}
