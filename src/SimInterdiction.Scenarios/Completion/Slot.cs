using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;

namespace SimInterdiction.Scenarios.Completion;

/// <summary>What is due at a path: the type that is written there, and the key that says more of it.</summary>
/// <param name="Type">Not nullable.</param>
/// <param name="Key">The nearest key of a record on the path; null at the top of the file.</param>
internal sealed record Slot(Type Type, KeyAttribute? Key)
{
    /// <summary>Whether <c>on</c> and <c>off</c> may stand here too.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>What is due at a path; null where the language has nothing there.</summary>
    public static Slot? At(IReadOnlyList<string> path)
    {
        Slot? slot = new(typeof(Scenario), null);
        foreach (string step in path)
        {
            slot = slot?.Inside(step);
        }

        return slot;
    }

    /// <summary>The record whose keys may stand here; null where none may.</summary>
    public RecordShape? Record => Shapes.IsRecord(Type) ? RecordShape.Of(Type) : null;

    /// <summary>Whether a number may stand here, and so one that nobody knows.</summary>
    public bool TakesNumber => ValueForms.Of(Type) is NumberForm or RateForm or DistributionForm;

    private Slot? Inside(string step)
    {
        if (Type == typeof(WrittenChanges))
        {
            return At([step]);
        }

        if (Record is { } record)
        {
            return record.Find(step) is { } known ? Of(known.Type, known.Key) with { IsSwitch = ScenarioLanguage.IsSwitch(record, known) }
                : ScenarioLanguage.ExtraKeys(Type).Any(extra => extra.Key == step) ? Copied(step)
                : record.OtherKeys is { } rest ? Of(rest.Type, rest.Key).Inside(step)
                : null;
        }

        // Where values are drawn, or nobody knows them, numbers of the same kind stand deeper down.
        return Shapes.IsMap(Type) || Shapes.IsList(Type) ? Of(Type.GetGenericArguments()[^1], Key)
            : TakesNumber || Type == typeof(Distribution) ? this
            : ValueForms.Of(Type) is RouteEndsForm ? new Slot(typeof(string), new KeyAttribute(Key!.Name, "") { NamesIn = "places" })
            : null;
    }

    // What based_on copies has a name in the section of its kind; names that are removed may be of anything.
    private Slot? Copied(string extraKey) =>
        extraKey == "based_on" && SectionOfCopies() is { } section
            ? new Slot(typeof(string), new KeyAttribute(extraKey, "") { NamesIn = section })
            : null;

    private string? SectionOfCopies() =>
        Type == typeof(Deployment) ? "deployments"
        : Type == typeof(TeamType) ? "team_types"
        : null;

    private static Slot Of(Type type, KeyAttribute? key) => new(Nullable.GetUnderlyingType(type) ?? type, key);
}
