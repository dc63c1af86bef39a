using System.Collections.Concurrent;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Keys;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Which form the values of a type are written in.</summary>
internal static class ValueForms
{
    private static readonly ConcurrentDictionary<Type, IValueForm> Known = [];

    public static IValueForm Of(Type type) => Known.GetOrAdd(type, Make);

    private static IValueForm Make(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner switch
        {
            _ when inner == typeof(string) => new TextForm(),
            _ when inner == typeof(double) => new NumberForm(typeof(double)),
            _ when inner == typeof(int) || inner == typeof(long) => new NumberForm(inner),
            _ when inner == typeof(bool) => new YesNoForm(),
            _ when inner == typeof(DateOnly) => new DateForm(),
            _ when inner == typeof(HoursOfDay) => new HoursForm(),
            _ when inner == typeof(GeoPoint) => new PointForm(),
            _ when inner == typeof(FlowRate) || inner == typeof(FlowLooks) => new RateForm(inner),
            _ when inner == typeof(RouteEnds) => new RouteEndsForm(),
            _ when inner == typeof(Distribution) => new DistributionForm(),
            _ when inner == typeof(WrittenChanges) => new ChangesForm(),
            _ when inner.IsEnum => new WordForm(inner),
            _ when Shapes.IsList(inner) => new ListForm(inner.GetGenericArguments()[0]),
            _ when Shapes.IsMap(inner) => new MapForm(inner.GetGenericArguments()[0], inner.GetGenericArguments()[1]),
            _ when Shapes.IsRecord(inner) => new RecordForm(inner),
            _ => throw new NotSupportedException($"No form for values of type {type}."),
        };
    }
}
