using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Keys;

/// <summary>A property of a record and the key it is written with.</summary>
internal sealed record KeyedProperty(PropertyInfo Property, KeyAttribute Key, bool IsRequired)
{
    public Type Type => Property.PropertyType;

    /// <summary>The type of the values: of the map's or list's entries where it is one.</summary>
    public Type ValueType => Shapes.IsMap(Type) || Shapes.IsList(Type) ? Type.GetGenericArguments()[^1] : Type;
}

/// <summary>The keys a record is written with, from its <see cref="KeyAttribute"/>s.</summary>
internal sealed record RecordShape(Type Type, IReadOnlyList<KeyedProperty> Keys, KeyedProperty? OtherKeys, KeyedProperty? ShortForm)
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = [];

    /// <summary>"team type", from the type's name.</summary>
    public string Name { get; } = Shapes.Words(Type.Name);

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, Make);

    public KeyedProperty? Find(string key) => Keys.FirstOrDefault(k => k.Key.Name == key);

    private static RecordShape Make(Type type)
    {
        KeyedProperty[] all =
        [
            .. type.GetProperties()
                .Select(p => (Property: p, Key: p.GetCustomAttribute<KeyAttribute>()))
                .Where(p => p.Key is not null)
                .Select(p => new KeyedProperty(p.Property, p.Key!, p.Property.IsDefined(typeof(RequiredMemberAttribute)))),
        ];
        return new RecordShape(
            type,
            [.. all.Where(k => !k.Property.IsDefined(typeof(OtherKeysAttribute)))],
            all.FirstOrDefault(k => k.Property.IsDefined(typeof(OtherKeysAttribute))),
            all.FirstOrDefault(k => k.Property.IsDefined(typeof(ShortFormAttribute)))
        );
    }
}

/// <summary>What kind of thing a type is in the scenario language.</summary>
internal static class Shapes
{
    // Asked for every value of a file; reflection answers a hundred times slower.
    private static readonly ConcurrentDictionary<Type, bool> Records = [];

    public static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>Whether the type is a record whose keys are written in a map.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass && Records.GetOrAdd(type, t => t.GetProperties().Any(p => p.IsDefined(typeof(KeyAttribute))));

    /// <summary>Whether values of the type are written without keys of their own.</summary>
    public static bool IsScalar(Type type) => !IsMap(type) && !IsList(type) && !IsRecord(type);

    /// <summary>A map from names that the planner gives to records: places, deployments.</summary>
    public static bool IsNamedMap(Type type) =>
        IsMap(type) && type.GetGenericArguments()[0] == typeof(string) && IsRecord(type.GetGenericArguments()[1]);

    /// <summary>TeamType: team type.</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>AsToday: as_today.</summary>
    public static string Snake(string name) => Words(name).Replace(' ', '_');
}
