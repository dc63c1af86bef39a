using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Keys;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>A column of a table: the key that its cells are values of.</summary>
/// <param name="Head">The cell in the header.</param>
/// <param name="Path">The key, step by step: <c>routes.to</c> is two.</param>
/// <param name="Type">Of the values; null for the row's name and for the parts of a point.</param>
/// <param name="IsRequired">Whether no row can do without it.</param>
internal sealed record TableColumn(Cell Head, IReadOnlyList<string> Path, Type? Type, bool IsRequired)
{
    public const string Name = "name";
    public const string Latitude = "lat";
    public const string Longitude = "lon";
    public const string Point = "at";

    public string Key { get; } = string.Join('.', Path);

    /// <summary>Whether its cells say which entry a row is a part of.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Whether its cells are values of a key, or parts of one.</summary>
    public bool IsKey => !IsGroup && Key != Name;

    /// <summary>Whether cells are texts, whatever they look like.</summary>
    public bool IsText => Type == typeof(string);

    public bool IsList => Type is not null && Shapes.IsList(Type);

    /// <summary>Whether cells are numbers, perhaps with a unit.</summary>
    public bool IsNumber =>
        Key is Latitude or Longitude
        || (
            Type is not null
            && (Nullable.GetUnderlyingType(Type) ?? Type) is var inner
            && (
                inner == typeof(double)
                || inner == typeof(int)
                || inner == typeof(long)
                || inner == typeof(FlowRate)
                || inner == typeof(FlowLooks)
                || typeof(Distribution).IsAssignableFrom(inner)
            )
        );

    /// <summary>What a column may be called in a table of such records.</summary>
    public static IReadOnlyList<string> Known(TableRows rows) =>
        [
            .. rows.Group is { } group ? new[] { group } : [],
            Name,
            .. HasPoint(rows.Shape) ? new[] { Latitude, Longitude } : [],
            .. rows.Shape.Keys.Select(k => k.Key.Name),
        ];

    /// <summary>The column of a header's cell; null where no key is called so. Capitals don't matter, and a blank is an
    /// underscore.</summary>
    public static TableColumn? Of(Cell head, TableRows rows)
    {
        RecordShape shape = rows.Shape;
        string[] path = head.Text.Trim('\uFEFF').ToLowerInvariant().Replace(' ', '_').Split('.', 8);
        if (path is [var only] && only == rows.Group)
        {
            return new TableColumn(head, path, null, IsRequired: true) { IsGroup = true };
        }

        if (path is [Name] || (HasPoint(shape) && path is [Latitude or Longitude]))
        {
            return new TableColumn(head, path, null, IsRequired: true);
        }

        KeyedProperty? first = shape.Find(path[0]);
        Type? type = first?.Type;
        foreach (string step in path.Skip(1))
        {
            type = type is null ? null : Inside(type, step);
        }

        return type is null ? null : new TableColumn(head, path, type, first!.IsRequired);
    }

    private static bool HasPoint(RecordShape shape) => shape.Find(Point)?.Type == typeof(GeoPoint);

    private static Type? Inside(Type type, string step) =>
        Shapes.IsMap(type) ? type.GetGenericArguments()[1]
        : !Shapes.IsRecord(type) ? null
        : RecordShape.Of(type).Find(step)?.Type ?? RecordShape.Of(type).OtherKeys?.ValueType;
}
