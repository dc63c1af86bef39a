using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Scenarios.Keys;

/// <summary>The records of the scenario language, each once, in the order a reader meets them.</summary>
internal static class ScenarioLanguage
{
    public static IReadOnlyList<RecordShape> Records { get; } = Reachable();

    /// <summary>What may stand in a record or map beside its own keys: the key and its meaning.</summary>
    public static IEnumerable<(string Key, string Meaning)> ExtraKeys(Type type)
    {
        if (type == typeof(Scenario))
        {
            yield return ("based_on", "Another scenario file, of which this one is a variant: what is written here is laid over it.");
        }
        else if (type == typeof(Deployment) || type == typeof(TeamType))
        {
            yield return (
                "based_on",
                $"Another {RecordShape.Of(type).Name} that this one copies; what is written here replaces or adds to it. Its "
                    + "note and label are not copied."
            );
        }

        if (MayRemove.Contains(type))
        {
            yield return ("remove", "Names that based_on copied and that are taken away again.");
        }
    }

    /// <summary>Records of which a part may be written, because based_on gives the rest.</summary>
    public static bool MayBePartial(Type type) => type == typeof(Scenario) || type == typeof(TeamType) || type == typeof(Posting);

    /// <summary>Whether the property turns a programme with settings on or off.</summary>
    public static bool IsSwitch(RecordShape owner, KeyedProperty property) =>
        owner.Type == typeof(Programmes) && Shapes.IsRecord(property.Type);

    private static readonly Type[] MayRemove = [typeof(Deployment), typeof(TeamType), typeof(Posting), typeof(Programmes)];

    private static List<RecordShape> Reachable()
    {
        var found = new List<RecordShape>();
        Visit(typeof(Scenario));
        return found;

        void Visit(Type type)
        {
            if (found.Exists(s => s.Type == type))
            {
                return;
            }

            RecordShape shape = RecordShape.Of(type);
            found.Add(shape);
            foreach (KeyedProperty property in shape.OtherKeys is { } rest ? shape.Keys.Append(rest) : shape.Keys)
            {
                if (Shapes.IsRecord(property.ValueType))
                {
                    Visit(property.ValueType);
                }
            }
        }
    }
}
