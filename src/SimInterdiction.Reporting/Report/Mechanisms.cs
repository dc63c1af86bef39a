using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>How the model works as far as the scenario turns it on: a sentence for each mechanism, without its
/// numbers, which stand in the resolved scenario.</summary>
internal static class Mechanisms
{
    private const int MostNamed = 3;

    /// <summary>Where corridors come from, when shipments leave, and how shipments choose.</summary>
    public static IEnumerable<string> OfRoutes(Scenario scenario, ModelFacts facts)
    {
        if (scenario.Corridors.Generate is { } generation && scenario.Flows.Values.Any(flow => flow.Routes.To is not null))
        {
            string paths = generation.Paths == 1 ? "path" : $"{Digits.Whole(generation.Paths)} paths";
            yield return $"Corridors are the shortest {paths} over the roads to each place where a flow may end; how it is shared among "
                + "them follows attraction and distance (gravity).";
        }

        if (facts.FlowVaries.Count > 0)
        {
            yield return $"More leaves in some {Plain.List(facts.FlowVaries)} than in others.";
        }
    }

    /// <summary>What those who send anything do about the teams.</summary>
    public static IEnumerable<string> OfBehaviours(Scenario scenario, ModelFacts facts)
    {
        IReadOnlyList<Organization> senders = facts.Senders;
        RouteChoice[] choices = [.. senders.Select(o => o.RouteChoice).OfType<RouteChoice>().Where(choice => choice.RiskAversion > 0)];
        yield return choices.Length == 0
            ? "Corridors are drawn by fixed shares."
            : "Organizations choose corridors by a logit of the chance of loss they believe in.";
        if (choices.Any(choice => choice.Shares == ShareMeaning.AsToday))
        {
            yield return "The shares of corridors that the scenario states are those under "
                + $"{Labels.Of(scenario.InForce, scenario.Deployments[scenario.InForce].Label)}: what that deters is in them.";
        }

        RouteChoice[] learning = [.. choices.Where(choice => choice.Learns is Learning.Place or Learning.Corridor)];
        if (learning.Length > 0)
        {
            string[] about = [.. learning.Select(choice => choice.Learns).Distinct().Order().Select(Subject)];
            string late = learning.Any(choice => choice.HearsAfterHours > 0) ? ", some time later" : string.Empty;
            yield return $"They learn it, {string.Join(" or ", about)}, from the fates of shipments that they hear of{late}; what is "
                + "older counts less.";
        }

        if (choices.Any(choice => choice.Learns == Learning.Off))
        {
            yield return $"{(choices.All(c => c.Learns == Learning.Off) ? "They" : "Some")} go on believing what they did at first.";
        }

        if (choices.Any(choice => choice.Learns == Learning.Known))
        {
            yield return "Some know that chance as it is.";
        }

        if (senders.Any(o => o.SplitsLoads is not null))
        {
            yield return "After seizures they spread a load over more vehicles.";
        }

        if (senders.Any(o => o.Watches is { Share: > 0 }))
        {
            yield return "Some drivers know the posted hours, and may leave later.";
        }

        foreach (LyingLowShipments each in senders.Select(o => o.LiesLow?.Shipments).OfType<LyingLowShipments>().Distinct())
        {
            yield return "After a loss they dispatch nothing for a while; what would have left "
                + (each == LyingLowShipments.Lost ? "never leaves." : "leaves later.");
        }

        if (!senders.Any(o => o.Adapts))
        {
            yield return "Nobody adapts.";
        }
    }

    /// <summary>How teams stop, and find.</summary>
    public static IEnumerable<string> OfTeams(ModelFacts facts)
    {
        if (facts.Looks)
        {
            yield return "Some teams stop as many vehicles in every hour: the fewer pass, the likelier a shipment is stopped.";
        }

        if (facts.StopsTrafficApart)
        {
            yield return "Of legitimate vehicles they stop another share than of shipments.";
        }

        if (facts.HasCompany)
        {
            yield return "Where several teams are on duty at a place, they try one after the other.";
        }

        if (facts.HasFurtherTeams)
        {
            yield return "A further team of the same type there has a part of its chance only.";
        }

        if (facts.FindsLargeLoadsMore)
        {
            yield return "Large loads are found more easily than small ones.";
        }

        foreach (RotationOrder order in facts.Rotations)
        {
            yield return $"Some teams move among checkpoints, {(order == RotationOrder.Random ? "at random" : "in a fixed order")}.";
        }

        if (facts.Deployments.Any(each => each.Deployment.Rotate is not null))
        {
            yield return Plain.Capital($"{Under(facts, d => d.Rotate is not null)}one of several plans of postings is drawn at a time.");
        }

        if (facts.HasLaneTeams)
        {
            yield return "Searches under way when a shift ends are finished"
                + $"{(facts.Waits ? "; who still waits then goes free" : string.Empty)}.";
        }
    }

    /// <summary>What traces, leads and cases do; nothing where no deployment has them.</summary>
    public static IEnumerable<string> OfProgrammes(ModelFacts facts)
    {
        IReadOnlyList<Tracing> tracing = facts.Of(p => p.Tracing);
        if (facts.Rings.Count > 0)
        {
            yield return $"Shipments come from rings within an organization{Unequal(facts)}{Lasting(facts)}.";
        }

        if (tracing.Count > 0)
        {
            string ring = RingWord(facts);
            string some = tracing.Any(t => t.Submitted < 1) ? "a share of seized firearms is traced" : "seized firearms are traced";
            string takes = tracing.Any(t => t.TakesHours is not Fixed { Value: 0 }) ? "A trace takes time, and " : "A trace ";
            string ends = tracing.Any(t => t.Resolved < 1) ? "may end as" : "ends as";
            yield return Plain.Capital($"{Under(facts, d => d.Programmes?.Tracing is not null)}{some}.");
            yield return $"{takes}{ends} a lead on the {ring} that sent the firearm"
                + $"{(Vanish(facts) ? ", unless that is gone by then" : string.Empty)}.";
            yield return Raising(facts, tracing, ring);
        }

        if (facts.Of(p => p.MexicanAccess).Count > 0)
        {
            yield return Plain.Capital(
                $"{Under(facts, d => d.Programmes?.MexicanAccess is not null)}a share of the firearms delivered is recovered later, and "
                    + "may be traced; no task force holds the leads of these unless leads are shared."
            );
        }

        IReadOnlyList<Sharing> sharing = facts.Of(p => p.Sharing);
        if (sharing.Count > 0)
        {
            string with = sharing.All(s => s.With is null) ? "all task forces" : "other task forces";
            string late = sharing.Any(s => s.DelayHours > 0) ? ", some time after they come up" : string.Empty;
            yield return Plain.Capital($"{Under(facts, d => d.Programmes?.Sharing is not null)}leads are shared with {with}{late}.");
        }

        foreach (string sentence in OfGroup(facts))
        {
            yield return sentence;
        }

        if (facts.Deployments.Any(each => each.Deployment.Programmes is { Partners: true }))
        {
            yield return Plain.Capital(
                $"{Under(facts, d => d.Programmes is { Partners: true })}teams of partners south of the border stop shipments too."
            );
        }
    }

    /// <summary>Who waits for what, a sentence each; empty where nobody does.</summary>
    public static IEnumerable<string> OfQueues(ModelFacts facts)
    {
        (string Name, int? Lanes, WhenFull WhenFull, int? Limit)[] lanes =
        [
            .. facts
                .Types.Where(type => type.Value.Works == TeamWork.Lanes)
                .SelectMany(type =>
                    new[]
                    {
                        (Labels.Of(type.Key, type.Value.Label), type.Value.Lanes, type.Value.WhenFull, type.Value.QueueLimit),
                        type.Value.Secondary is { } second
                            ? ($"{Labels.Of(type.Key, type.Value.Label)}, secondary", second.Lanes, second.WhenFull, second.QueueLimit)
                            : default,
                    }
                )
                .Where(each => each.Lanes is not null),
        ];
        foreach (var alike in lanes.GroupBy(each => WhenBusy(each.WhenFull, each.Limit)))
        {
            yield return lanes.Select(each => WhenBusy(each.WhenFull, each.Limit)).Distinct().Count() == 1
                ? $"{Plain.Capital(alike.Key)}."
                : $"{Plain.List([.. alike.Select(each => each.Name)])}: {alike.Key}.";
        }

        CaseOrder[] orders = [.. facts.Of(p => p.TraffickingGroup).Select(group => group.First).Distinct()];
        if (orders.Length > 0)
        {
            yield return $"Cases wait for the trafficking group, {string.Join(" or ", orders.Select(Order))} first.";
        }
    }

    /// <summary>"Trafficking group: 12 cases at once, 12 officers."; nothing without one.</summary>
    public static IEnumerable<string> OfGroupsMeans(ModelFacts facts) =>
        facts
            .Of(p => p.TraffickingGroup)
            .Select(group => $"{Plain.Count(group.Capacity, "case")} at once, {Plain.Count(group.Officers, "officer")}")
            .Distinct()
            .Select(means => $"Trafficking group: {means}.");

    private static string Raising(ModelFacts facts, IReadOnlyList<Tracing> tracing, string ring)
    {
        double[] factors = [.. tracing.Select(t => t.Lead?.RaisesStops ?? 1).Where(factor => factor != 1).Distinct()];
        string often =
            factors.All(factor => factor > 1) ? "more often"
            : factors.All(factor => factor < 1) ? "less often"
            : "more or less often";
        return factors.Length == 0
            ? "A lead makes no stop more likely."
            : "While a lead lives, the task force whose seizure brought it stops"
                + $"{(facts.HasUnits ? ", or acts on," : string.Empty)} shipments of that {ring} {often}"
                + $"{(facts.HasSecondary ? ", or where it has secondary inspection refers them to that" : string.Empty)}.";
    }

    private static IEnumerable<string> OfGroup(ModelFacts facts)
    {
        IReadOnlyList<TraffickingGroup> groups = facts.Of(p => p.TraffickingGroup);
        if (groups.Count == 0)
        {
            yield break;
        }

        string leads = groups.All(group => group.OpensAtLeads == 1) ? "a lead opens" : $"enough leads on one {RingWord(facts)} open";
        yield return Plain.Capital(
            $"{Under(facts, d => d.Programmes?.TraffickingGroup is not null)}{leads} a case, on which the trafficking group works for some "
                + "time."
        );
        if (facts.Rings.Count > 0)
        {
            yield return "A closed case ends the ring, and some time later another takes its place.";
        }

        if (facts.HasWholes && groups.Any(group => group is { Disruption: > 0, RecoveryHours: > 0 }))
        {
            yield return "After a closed case an organization without rings sends less for a while.";
        }

        if (groups.Any(group => group.Substitution > 0))
        {
            yield return "Others send a share of what is not sent then.";
        }
    }

    private static string WhenBusy(WhenFull whenFull, int? limit) =>
        (whenFull, limit) switch
        {
            (WhenFull.WaveThrough, _) or (_, 0) => "vehicles are waved through when all lanes are busy",
            (_, null) => "vehicles wait for a lane, first come first served",
            (_, { } most) => $"up to {Plain.Count(most, "vehicle")} wait for a lane, first come first served; others are waved through",
        };

    private static string Order(CaseOrder order) => order == CaseOrder.Largest ? "that with most leads" : "the oldest";

    private static string Subject(Learning learning) => learning == Learning.Corridor ? "corridor by corridor" : "place by place";

    private static string Unequal(ModelFacts facts) =>
        facts.Rings.Any(rings => rings.Shares?.Distinct().Count() > 1 || rings is { Shares: null, Sizes: not Fixed })
            ? ", of which some send more than others"
            : string.Empty;

    private static string Lasting(ModelFacts facts) =>
        facts.Rings.Any(rings => rings.LifeHours is not null) ? "; each lasts for a while, until another takes its place" : string.Empty;

    // Whether a ring may be gone when a trace ends.
    private static bool Vanish(ModelFacts facts) =>
        facts.Rings.Any(rings => rings.LifeHours is not null) || (facts.Rings.Count > 0 && facts.Of(p => p.TraffickingGroup).Count > 0);

    private static string RingWord(ModelFacts facts) =>
        facts.Rings.Count == 0 ? "organization"
        : facts.HasWholes ? "ring, or organization without rings,"
        : "ring";

    // "under Today with tracing, "; nothing where all do.
    private static string Under(ModelFacts facts, Func<Deployment, bool> does) =>
        facts.Where(does) is not { } labels ? string.Empty
        : labels.Count <= MostNamed ? $"under {Plain.List(labels)}, "
        : "under some deployments, ";
}
