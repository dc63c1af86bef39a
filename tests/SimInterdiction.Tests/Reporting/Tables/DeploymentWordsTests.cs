using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Tables;

public sealed class DeploymentWordsTests
{
    private static readonly StudyResult Sample = SampleRosters.Of(SampleStudy.Typical(), teams: 3, atNight: 0);

    [Test]
    public void The_baseline_is_told_whole_and_what_is_alike_as_such()
    {
        Assert.That(Words(d => d, isBaseline: true), Does.Match("^Outbound Team at .*, .* and .*, 08:00-18:00$"));
        Assert.That(Words(d => d), Is.EqualTo($"as {Sample.Deployments[0].Label}"));
    }

    [Test]
    public void A_team_is_moved_retimed_added_or_gone()
    {
        string[] places = [.. SampleScenario.Checkpoints.Take(4).Select(Sample.Scenario.LabelOfCheckpoint)];
        Assert.That(
            Words(d => With(d, "team_0", p => p! with { At = new PostedAt { Checkpoint = SampleScenario.Checkpoints[3] } })),
            Is.EqualTo($"Outbound Team (Force 0) at {places[3]} instead of {places[0]}")
        );
        Assert.That(
            Words(d => With(d, "team_0", p => p! with { Hours = new HoursOfDay(new(20), new(6)), Days = [Weekday.Fri, Weekday.Sat] })),
            Is.EqualTo($"{places[0]} 20:00-06:00 Fri Sat instead of 08:00-18:00")
        );
        Assert.That(
            Words(d => With(d, "more", _ => d.Post["team_1"] with { Hours = HoursOfDay.Always })),
            Is.EqualTo($"also Outbound Team (Force 0) at {places[1]}")
        );
        Assert.That(
            Words(d => d with { Post = SampleScenario.Ordered(d.Post.Skip(1).Select(p => (p.Key, p.Value))) }),
            Is.EqualTo($"no Outbound Team (Force 0) at {places[0]}, 08:00-18:00")
        );
    }

    [Test]
    public void Programmes_are_named_and_what_is_too_much_is_counted()
    {
        Assert.That(
            Words(d =>
                d with
                {
                    Programmes = new Programmes { Tracing = new Tracing(), Sharing = new Sharing() },
                }
            ),
            Is.EqualTo("tracing on; sharing of leads on")
        );
        Assert.That(
            Words(
                d =>
                    d with
                    {
                        Programmes = new Programmes { Tracing = new Tracing(), Sharing = new Sharing() },
                    },
                most: 1
            ),
            Is.EqualTo("tracing on; and 1 more thing")
        );
    }

    private static Deployment With(Deployment deployment, string name, Func<Posting?, Posting> change) =>
        deployment with
        {
            Post = new OrderedDictionary<string, Posting>(deployment.Post) { [name] = change(deployment.Post.GetValueOrDefault(name)) },
        };

    private static string Words(Func<Deployment, Deployment> change, bool isBaseline = false, int most = 6)
    {
        string name = isBaseline ? Sample.Baseline : Sample.Deployments.First(d => d.Name != Sample.Baseline).Name;
        var deployments = new OrderedDictionary<string, Deployment>(Sample.Scenario.Deployments)
        {
            [name] = change(Sample.Scenario.Deployments[name]),
        };
        var view = new StudyView(Sample with { Scenario = Sample.Scenario with { Deployments = deployments } });
        return DeploymentWords.Of(view, view.Deployment(name), most);
    }
}
