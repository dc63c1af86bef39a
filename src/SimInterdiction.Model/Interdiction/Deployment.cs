using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A set of postings, and which programmes are on. <c>based_on</c> has been resolved.</summary>
public sealed record Deployment
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key("note", "What it is, in a sentence.", Effect = "Changes no result: people read it.")]
    public string? Note { get; init; }

    [Key("post", "The postings, by name.", Effect = "Who stands where is what deployments differ in.")]
    public IReadOnlyDictionary<string, Posting> Post { get; init; } = new OrderedDictionary<string, Posting>();

    [Key(
        "rotate",
        "Plans of which one is drawn at a time: a posting that names some of them stands while one of those is drawn.",
        Effect = "Nobody can know which plan is in force: those who watch or learn avoid it less."
    )]
    public PlanRotation? Rotate { get; init; }

    [Key(
        "programmes",
        "Which programmes are on: on, off, or settings to change.",
        Effect = "What programmes add, or take away, is compared as part of the deployment."
    )]
    public Programmes? Programmes { get; init; }

    /// <summary>What it does, as a text: equal for those that post the same teams at the same times with the same
    /// programmes, whatever their postings are called.</summary>
    public string Essence => DeploymentEssence.Of(this);

    /// <summary>The share of the time for which a posting stands.</summary>
    public double ShareOf(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.Plans is { } plans && Rotate is { } rotate
            ? Math.Min(1, Shares.Sum(plans.Distinct().Select(plan => rotate.Plans.GetValueOrDefault(plan))))
            : 1;
    }

    /// <summary>What stands while a plan is drawn, as a deployment that stays.</summary>
    /// <param name="plan">The plan.</param>
    public Deployment While(string plan) =>
        this with
        {
            Rotate = null,
            Post = new OrderedDictionary<string, Posting>(
                Post.Where(each => each.Value.Plans?.Contains(plan) != false)
                    .Select(each => KeyValuePair.Create(each.Key, each.Value with { Plans = null }))
            ),
        };
}

/// <summary>Plans of which one is drawn at a time, together for all postings.</summary>
public sealed record PlanRotation
{
    [Key(
        "plans",
        "Plans, by names of their own, and how often each is drawn.",
        Quantity = Quantity.Share,
        Example = "{ coast: 60%, valley: 40% }",
        Effect = "Each plan counts for its share of the time, and nobody knows which is next."
    )]
    public required IReadOnlyDictionary<string, double> Plans { get; init; }

    [Key(
        "every",
        "How long a plan stands before the next is drawn.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        Default = "1 day",
        Example = "7 days",
        Effect = "The longer, the longer whoever has seen one plan can count on it."
    )]
    public double EveryHours { get; init; } = 24;
}
