using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification;

/// <summary>A scenario written again: every name another one, every map and set in another order, nothing
/// else.</summary>
internal sealed class Renaming
{
    private readonly Random random;
    private readonly Scenario scenario;
    private readonly Dictionary<(string Kind, string Name), string> names = [];
    private readonly Queue<string> fresh;

    public Renaming(Scenario scenario, int seed)
    {
        this.scenario = scenario;
        random = new Random(seed);
        fresh = new Queue<string>(Enumerable.Range(0, 1000).Select(i => $"n{i:000}").OrderBy(_ => random.Next()));
        Result = Written();
    }

    public Scenario Result { get; }

    /// <summary>What a deployment or an adversary is called now.</summary>
    public Arm Of(Arm arm) =>
        new(Name("deployment", arm.Deployment), arm.Adversary is null or Arm.Frozen ? arm.Adversary : Name("adversary", arm.Adversary));

    /// <summary>What an entry of a dimension is called now.</summary>
    public string Of(Dimension dimension, string entry) =>
        dimension switch
        {
            Dimension.Checkpoint => Name("checkpoint", entry),
            Dimension.TaskForce => Name("task force", entry),
            Dimension.Corridor => Name("corridor", entry),
            Dimension.Flow => Name("flow", entry),
            Dimension.Organization => scenario.Organizations.ContainsKey(entry) ? Name("organization", entry) : Name("flow", entry),
            Dimension.CheckpointHour => $"{Name("checkpoint", entry.Split('/')[0])}/{entry.Split('/')[1]}",
            Dimension.Window => Name("window", entry),
            Dimension.Kind => entry == "other" ? entry : Name("kind", entry),
            _ => entry,
        };

    private Scenario Written() =>
        scenario with
        {
            Windows = Map("window", scenario.Windows, w => w),
            Places = Map("place", scenario.Places, p => p),
            Roads = Map("road", scenario.Roads, r => r with { Between = Shuffled(r.Between.Select(p => Name("place", p))) }),
            Corridors = scenario.Corridors with
            {
                ByHand = Map("corridor", scenario.Corridors.ByHand, c => c with { Path = [.. c.Path.Select(p => Name("place", p))] }),
            },
            Organizations = Map("organization", scenario.Organizations, Organization),
            Flows = Map("flow", scenario.Flows, Flow),
            TeamTypes = Map("team", scenario.TeamTypes, t => t),
            TaskForces = Map("task force", scenario.TaskForces, t =>
                t with
                {
                    Home = Name("place", t.Home),
                    Teams = Map("team", t.Teams, n => n),
                }
            ),
            Checkpoints = Map(
                "checkpoint",
                scenario.Checkpoints.Select(c =>
                    KeyValuePair.Create(c.Key, c.Value with { Place = Name("place", c.Value.Place ?? c.Key) })
                ),
                c => c
            ),
            Deployments = Map("deployment", scenario.Deployments, d =>
                d with
                {
                    Post = Map(
                        "posting",
                        d.Post.Select(p =>
                            KeyValuePair.Create(p.Key, p.Value with { At = p.Value.At ?? new PostedAt { Checkpoint = p.Key } })
                        ),
                        Posting
                    ),
                    Rotate = d.Rotate is { } rotate ? rotate with { Plans = Map("plan", rotate.Plans, share => share) } : null,
                    Programmes = Programmes(d.Programmes),
                }
            ),
            Today = Name("deployment", scenario.InForce),
            Experiment = scenario.Experiment with
            {
                CompareWith = Name("deployment", scenario.Baseline),
                Adversaries = Map("adversary", scenario.Experiment.Adversaries, a =>
                    a with
                    {
                        Organizations = Map("organization", a.Organizations, Organization),
                    }
                ),
            },
        };

    private Organization Organization(Organization organization) =>
        organization.RouteChoice?.Prior is not { } prior
            ? organization
            : organization with
            {
                RouteChoice = organization.RouteChoice with { Prior = prior with { ByName = Shuffled(prior.ByName, Subject) } },
            };

    private Flow Flow(Flow flow) =>
        flow with
        {
            From = flow.From is { } from ? Name("place", from) : null,
            Organization = flow.Organization is { } organization ? Name("organization", organization) : null,
            Routes = flow.Routes with
            {
                To = flow.Routes.To is { } ends ? ends with { Named = Shuffled(ends.Named.Select(p => Name("place", p))) } : null,
                Shares = Map("corridor", flow.Routes.Shares, share => share),
            },
            Mix = flow.Mix is { } mix ? Map("kind", mix, share => share) : null,
            Profile = flow.Profile is { } profile
                ? new TimeProfile
                {
                    Months = Shuffled(profile.Months, m => m),
                    Weekdays = Shuffled(profile.Weekdays, d => d),
                    Hours = Shuffled(profile.Hours, h => h),
                }
                : null,
        };

    private Posting Posting(Posting posting) =>
        posting with
        {
            TaskForce = Name("task force", posting.TaskForce),
            Team = Name("team", posting.Team),
            Days = posting.Days is { } days ? Shuffled(days) : null,
            Except = Shuffled(posting.Except),
            Plans = posting.Plans is { } plans ? Shuffled(plans.Select(plan => Name("plan", plan))) : null,
            At = posting.At! with
            {
                Checkpoint = posting.At.Checkpoint is { } one ? Name("checkpoint", one) : null,
                Rotate = posting.At.Rotate is { } rotate ? Map("checkpoint", rotate, share => share) : null,
            },
        };

    private Programmes? Programmes(Programmes? programmes) =>
        programmes?.Sharing?.With is not { } with
            ? programmes
            : programmes with
            {
                Sharing = programmes.Sharing with { With = Shuffled(with.Select(t => Name("task force", t))) },
            };

    private string Subject(string name) =>
        Name(
            scenario.Checkpoints.ContainsKey(name) ? "checkpoint"
                : scenario.Places.ContainsKey(name) ? "place"
                : "corridor",
            name
        );

    private string Name(string kind, string name)
    {
        if (!names.TryGetValue((kind, name), out string? now))
        {
            names[(kind, name)] = now = fresh.Dequeue();
        }

        return now;
    }

    private OrderedDictionary<string, T> Map<T>(string kind, IEnumerable<KeyValuePair<string, T>> things, Func<T, T> write) =>
        new(Shuffled(things.Select(t => KeyValuePair.Create(Name(kind, t.Key), write(t.Value)))));

    private OrderedDictionary<TKey, T> Shuffled<TKey, T>(IEnumerable<KeyValuePair<TKey, T>> things, Func<TKey, TKey> name)
        where TKey : notnull => new(Shuffled(things.Select(t => KeyValuePair.Create(name(t.Key), t.Value))));

    private T[] Shuffled<T>(IEnumerable<T> things) => [.. things.OrderBy(_ => random.Next())];
}
