using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Forms;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Something leaves by each flow in the observed window; that nothing at all leaves is an error of
/// <see cref="Profiles"/>.</summary>
internal static class SilentFlows
{
    // As many windows as a study may have see none.
    private const double Hardly = 1.0 / ExperimentPlan.MostReplications;

    public static void Check(RuleContext context)
    {
        if (
            context.Scenario.TotalFlow?.PerHour == 0
            && !IsUncertain(context, "total_flow")
            && context.Scenario.Flows.Values.Any(f => f.Share > 0)
        )
        {
            context.Problems.Warning("S513", context.At("total_flow"), "nothing leaves by the flows that have a share");
        }

        foreach ((string name, Flow flow) in context.Scenario.Flows)
        {
            string key = context.Has("flows", name, "rate") ? "rate" : "share";
            if ((flow.Share ?? flow.Rate?.PerHour) == 0 && !IsUncertain(context, "flows", name, key))
            {
                context.Problems.Warning("S513", context.At("flows", name, key), $"nothing leaves by the flow '{name}'");
            }
            else if (ShipmentsInWindow(flow, context.Scenario) is > 0 and < Hardly && !IsUncertain(context, "flows", name, key))
            {
                context.Problems.Warning(
                    "S513",
                    context.At("flows", name, key),
                    $"hardly anything ever leaves by the flow '{name}': not one shipment in "
                        + $"{ExperimentPlan.MostReplications:N0} windows like this one"
                );
            }
            else if (!Profiles.LeavesInWindow(flow, context.Scenario))
            {
                context.Problems.Warning(
                    "S513",
                    context.KeyAt("flows", name, "profile"),
                    $"by its profile nothing leaves by the flow '{name}' in the observed window"
                );
            }
        }
    }

    private static double ShipmentsInWindow(Flow flow, Scenario scenario)
    {
        FlowRate rate = scenario.RateOf(flow);
        return scenario.LengthHours * rate.PerHour / (rate.Counts == Counted.Firearms ? flow.Load.Mean : 1);
    }

    private static bool IsUncertain(RuleContext context, params ReadOnlySpan<string> path) => context.Has([.. path, UncertainReader.Key]);
}
