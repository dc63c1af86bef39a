using System.Globalization;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Model;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Replays;

/// <summary>The story of one replication, in lines that fit a terminal.</summary>
public sealed class ReplayStory(Replay replay, Scenario scenario)
{
    private const int MostSeizures = 5;

    // Longer chains are told to here; the log has the rest.
    private const int MostLeads = 8;

    private readonly FactWords words = new(scenario);

    /// <summary>What is told, and whether it came out as it is stored.</summary>
    public IEnumerable<string> Opening()
    {
        string who = replay.Arm.Adversary is { } adversary ? $"{replay.Arm.Deployment} against {adversary}" : replay.Arm.Deployment;
        string check = replay.IsAsStored
            ? $"The same to the last bit as stored (hash {replay.Hash[..12]})."
            : $"DIFFERENT from what is stored: hash {replay.Hash[..12]} now, {replay.StoredHash[..12]} stored.";
        return
        [
            .. TerminalTable.Wrap($"SYNTHETIC DATA   Replication {replay.Replication} of {who}, simulated again", string.Empty),
            .. TerminalTable.Wrap(check, string.Empty),
            .. replay.Differing.Select(total => $"  {NameOf(total.Total)}: {Exact(total.Now)} now, {Exact(total.Stored)} stored"),
            string.Empty,
        ];
    }

    /// <summary>What the replication came to, and its largest seizures.</summary>
    public IEnumerable<string> Summary()
    {
        IEnumerable<Fact> largest = replay
            .Facts.Where(fact => fact is { Kind: FactKind.Seized, Counts: true })
            .OrderByDescending(fact => fact.Firearms)
            .Take(MostSeizures);
        DateTime start = scenario.Start.ToDateTime(TimeOnly.MinValue);
        return
        [
            $"From {Day(start)} to {Day(start.AddHours(scenario.LengthHours).AddTicks(-1))}:",
            .. Counts().Where(line => line.Length > 0).SelectMany(line => TerminalTable.Wrap(line, "  ")),
            .. replay.Totals[(int)Total.ShipmentsSeized] > 0
                ? ["", "The largest seizures:", .. largest.SelectMany(words.Lines)]
                : Array.Empty<string>(),
        ];
    }

    /// <summary>The longest chain from a seizure by a trace and a lead to another seizure.</summary>
    public IEnumerable<string> Leads()
    {
        var chain = LeadChain.Longest(replay.Facts);
        string opening = chain.End switch
        {
            ChainEnd.NoLead => "No trace ended as a lead in this replication, so there is no chain to follow.",
            ChainEnd.NoStop => "No shipment was stopped only because of a lead in this replication. Its first lead:",
            ChainEnd.NoSeizure => "Shipments were stopped on leads in this replication, but no load was found. The first of them:",
            _ => $"The longest chain of this replication: {Plain.Count(chain.Leads, "seizure")} on "
                + $"{(chain.Leads == 1 ? "a lead" : "leads")}, each from a firearm of the seizure or delivery before. Without "
                + "its lead none of these stops would have been made.",
        };
        Fact? cut = chain.Facts.Where(fact => fact.Kind == FactKind.Lead).Skip(MostLeads).FirstOrDefault();
        return
        [
            .. TerminalTable.Wrap(opening, string.Empty),
            .. chain.Facts.TakeWhile(fact => fact != cut).SelectMany(words.Lines),
            .. cut is null
                ? []
                : TerminalTable.Wrap(
                    $"... and so on, by {Plain.Count(chain.Leads - MostLeads, "further lead")}; the log of facts has all of them.",
                    string.Empty
                ),
        ];
    }

    /// <summary>The shipments that a planner may mean.</summary>
    /// <param name="shipment">A name such as <c>houston/1204</c>, or its number alone.</param>
    public IReadOnlyList<string> Meant(string shipment)
    {
        string wanted = shipment.Replace(",", string.Empty, StringComparison.Ordinal);
        return
        [
            .. replay
                .Facts.Select(fact => fact.Shipment)
                .OfType<string>()
                .Distinct()
                .Where(name => name == wanted || name.EndsWith($"/{wanted}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What happens to one shipment, and what comes of the leads that its firearms give.</summary>
    /// <param name="shipment">One of <see cref="Meant"/>.</param>
    public IEnumerable<string> Shipment(string shipment)
    {
        Fact[] own = [.. replay.Facts.Where(fact => IsOf(shipment, fact))];
        Fact[] submitted = [.. own.Where(fact => fact.Kind == FactKind.TraceSubmitted)];
        var leads = own.Where(fact => fact.Kind == FactKind.Lead).Select(fact => fact.Lead).ToHashSet();
        var used = replay
            .Facts.Where(fact => fact.Kind is FactKind.Stopped or FactKind.Referred or FactKind.CaseOpened && leads.Contains(fact.Lead))
            .Select(fact => fact.Lead)
            .ToHashSet();
        var firstOfInstant = submitted.DistinctBy(fact => fact.At).ToHashSet();
        return
        [
            .. replay.Facts.Where(IsTold).SelectMany(fact => words.Lines(fact, submitted.Count(other => other.At == fact.At))),
            .. submitted.Length == 0
                ? []
                : TerminalTable.Wrap(
                    $"{Plain.Count(submitted.Length, "trace")}: {own.Count(fact => fact.Kind == FactKind.TraceUnresolved)} "
                        + $"ended without a lead, {leads.Count} as leads; {(used.Count == 0 ? "none" : $"{used.Count}")} of these "
                        + $"led to a case or a stop{(used.Count == 0 ? string.Empty : ", as told above")}.",
                    string.Empty
                ),
        ];

        bool IsTold(Fact fact) =>
            fact.Kind switch
            {
                FactKind.TraceSubmitted => firstOfInstant.Contains(fact),
                FactKind.TraceUnresolved => false,
                FactKind.Lead or FactKind.LeadShared => leads.Contains(fact.Lead) && used.Contains(fact.Lead),
                FactKind.Stopped or FactKind.Referred or FactKind.CaseOpened => IsOf(shipment, fact) || leads.Contains(fact.Lead),
                _ => IsOf(shipment, fact),
            };
    }

    // The vehicles of a split load belong to its shipment.
    private static bool IsOf(string shipment, Fact fact) =>
        fact.Shipment == shipment || fact.Shipment?.StartsWith($"{shipment}.", StringComparison.Ordinal) == true;

    private IEnumerable<string> Counts()
    {
        yield return $"{Plain.Count(Of(Total.ShipmentsDispatched), "shipment")} with "
            + $"{Plain.Count(Of(Total.FirearmsDispatched), "firearm")} left.";
        yield return $"{Plain.Count(Of(Total.ShipmentsSeized), "shipment")} with "
            + $"{Plain.Count(Of(Total.FirearmsSeized), "firearm")} seized{OnLeads()}.";
        yield return Of(Total.TracesSubmitted) > 0
            ? $"{Plain.Count(Of(Total.TracesSubmitted), "trace")} submitted; {Digits.Whole(Of(Total.TracesEnded))} ended, "
                + $"{Digits.Whole(Of(Total.Leads))} of them as leads"
                + (Of(Total.StaleLeads) > 0 ? $", {Digits.Whole(Of(Total.StaleLeads))} of these stale: on rings that were gone." : ".")
            : string.Empty;
        yield return Of(Total.CasesOpened) + Of(Total.CasesClosed) > 0
            ? $"{Plain.Count(Of(Total.CasesOpened), "case")} opened, {Digits.Whole(Of(Total.CasesClosed))} closed"
                + (Of(Total.RingsDismantled) > 0 ? $"; {Plain.Count(Of(Total.RingsDismantled), "ring")} dismantled." : ".")
            : string.Empty;
        yield return Told(FactKind.Dropped) + Told(FactKind.TakenOver) > 0
            ? $"After closed cases: {Plain.Count(Told(FactKind.Dropped), "shipment")} dropped, "
                + $"{Digits.Whole(Told(FactKind.TakenOver))} taken over by others."
            : string.Empty;
        yield return Told(FactKind.Split) > 0 ? $"{Plain.Count(Told(FactKind.Split), "load")} spread over several vehicles." : string.Empty;
        yield return Told(FactKind.LiesLow) > 0
            ? $"Organizations lay low {Plain.Count(Told(FactKind.LiesLow), "time")}, each time after a loss."
            : string.Empty;
    }

    private string OnLeads() =>
        Of(Total.TracesSubmitted) + Of(Total.Leads) + Of(Total.ShipmentsSeizedOnLeads) > 0
            ? $", {Digits.Whole(Of(Total.ShipmentsSeizedOnLeads))} of them stopped only because of a lead"
            : string.Empty;

    private double Of(Total total) => replay.Totals[(int)total];

    private int Told(FactKind kind) => replay.Facts.Count(fact => fact.Kind == kind && fact.Counts);

    private static string NameOf(Total total) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{total}");

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Day(DateTime time) => time.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
