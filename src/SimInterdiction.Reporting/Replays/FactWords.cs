using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Replays;

/// <summary>Tells facts of a replication in words for planners.</summary>
/// <param name="scenario">Names the things.</param>
public sealed class FactWords(Scenario scenario)
{
    // Days without a year, as long as none comes twice.
    private readonly string format = scenario.WarmUpHours + scenario.LengthHours < 360 * 24 ? "dd MMM HH:mm" : "dd MMM yyyy HH:mm";

    /// <summary>When and what, in lines that fit a terminal.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="traces">Of a trace that is submitted, how many are at once; told as one.</param>
    public IEnumerable<string> Lines(Fact fact, int traces = 1)
    {
        string time = Day(fact.Time) + "  ";
        return TerminalTable
            .Wrap(traces > 1 && fact.Kind == FactKind.TraceSubmitted ? Traces(fact, traces) : Sentence(fact), new string(' ', time.Length))
            .Index()
            .Select(line => line.Index == 0 ? time + line.Item[time.Length..] : line.Item);
    }

    /// <summary>What happened, in a sentence.</summary>
    public string Sentence(Fact fact) =>
        fact.Kind switch
        {
            FactKind.Dropped =>
                $"shipment {fact.Shipment} does not leave: {Sender(fact)} is {(fact.Ring is null ? "disrupted" : "dismantled")}",
            FactKind.TakenOver => $"shipment {fact.Shipment} is taken over by {Sender(fact)}",
            FactKind.Postponed => $"shipment {fact.Shipment} waits until {Day(fact.Until)}: {Sender(fact)} lies low",
            FactKind.GivenUp => $"shipment {fact.Shipment} is given up: {Sender(fact)} lies low",
            FactKind.Split => $"the load of shipment {fact.Shipment}, {Firearms(fact)}, is spread over {fact.Vehicles} vehicles",
            FactKind.Waits => $"the driver of shipment {fact.Shipment} waits until {Day(fact.Until)}, for duty hours to pass",
            FactKind.Dispatched => $"shipment {fact.Shipment} of {Sender(fact)} leaves {Place(fact.Place)} with {Firearms(fact)}",
            FactKind.Stopped => $"{Team(fact)} at {Checkpoint(fact)} stops shipment {fact.Shipment}{OnLead(fact)}",
            FactKind.Referred =>
                $"{Team(fact)} at {Checkpoint(fact)} refers shipment {fact.Shipment} to secondary inspection{OnLead(fact)}",
            FactKind.WavedThrough => $"shipment {fact.Shipment} is waved through: no lane is free in time",
            FactKind.Missed => $"the search of shipment {fact.Shipment} ends without a find",
            FactKind.Seized =>
                $"{Team(fact)} at {Checkpoint(fact)} seizes {Firearms(fact)} of {Sender(fact)} (shipment {fact.Shipment}){OnLead(fact)}",
            FactKind.Delivered => $"shipment {fact.Shipment} of {Sender(fact)} reaches {Place(fact.Place)}: {Firearms(fact)} delivered",
            FactKind.TraceSubmitted => fact.TaskForce is null
                ? $"a firearm of shipment {fact.Shipment}, recovered in Mexico, is to be traced (trace {Number(fact.Trace)})"
                : $"a firearm of shipment {fact.Shipment} is to be traced (trace {Number(fact.Trace)})",
            FactKind.TraceUnresolved => $"trace {Number(fact.Trace)} ends without a lead",
            FactKind.Lead => $"trace {Number(fact.Trace)} ends as lead {Number(fact.Lead)} on {Sender(fact)}, held by {Holder(fact)}",
            FactKind.StaleLead => $"trace {Number(fact.Trace)} ends as a stale lead: {Sender(fact)} is gone",
            FactKind.LeadShared => $"shared: {SharedWith(fact)} lead {Number(fact.Lead)}",
            FactKind.CaseOpened => $"lead {Number(fact.Lead)} opens case {fact.Case} on {Sender(fact)}",
            FactKind.CaseBegun => $"an investigator takes up case {fact.Case} on {Sender(fact)}",
            FactKind.CaseClosed => $"case {fact.Case} is closed: {Sender(fact)} is disrupted until {Day(fact.Until)}",
            FactKind.RingDismantled => fact.Until is null
                ? $"case {fact.Case} is closed: {Sender(fact)} is dismantled"
                : $"case {fact.Case} is closed: {Sender(fact)} is dismantled; another takes its place on {Day(fact.Until)}",
            FactKind.CaseTooLate => $"case {fact.Case} is closed, but {Sender(fact)} is gone",
            FactKind.LiesLow => $"{Sender(fact)} hears of a loss and lies low until {Day(fact.Until)}",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "There are no words for this fact."),
        };

    private static string Traces(Fact fact, int count) =>
        $"{count} firearms of shipment {fact.Shipment} are to be traced (from trace {Number(fact.Trace)} on)";

    private static string Firearms(Fact fact) => Plain.Count(fact.Firearms!.Value, "firearm");

    private static string OnLead(Fact fact) => fact.Lead is null ? string.Empty : $" on lead {Number(fact.Lead)}";

    private static string Number(int? number) => Digits.Whole(number!.Value);

    private string Day(DateTime? time) => time!.Value.ToString(format, CultureInfo.InvariantCulture);

    // Everything is illustrative, as the scenario says where it is read; once more in every line would only hide what
    // is told.
    private static string Label(string name, string? label) => Plainly(Labels.Of(name, label));

    private static string Plainly(string label) => label.Replace(" (illustrative)", string.Empty, StringComparison.Ordinal);

    private string Team(Fact fact) =>
        $"{Label(fact.TaskForce!, scenario.TaskForces[fact.TaskForce!].Label)}'s "
        + $"{Plain.Small(Label(fact.Team!, scenario.TeamTypes[fact.Team!].Label))}";

    private string Checkpoint(Fact fact) => Plainly(scenario.LabelOfCheckpoint(fact.Checkpoint!));

    private string Place(string? place) => Label(place!, PlaceLabel(place!));

    private string? PlaceLabel(string place) => scenario.Places[place].Label;

    // A flow without an organization counts as one of its own.
    private string Sender(Fact fact) => fact.Ring is null ? Organization(fact) : $"ring {fact.Ring} of {Organization(fact)}";

    private string Organization(Fact fact) =>
        scenario.Organizations.TryGetValue(fact.Organization!, out Model.Adversaries.Organization? organization)
            ? WithArticle(Label(fact.Organization!, organization.Label))
            : "the senders of " + Label(fact.Organization!, scenario.Flows[fact.Organization!].Label);

    // "The Houston ring" has its article.
    private static string WithArticle(string label) =>
        label.Split(' ')[0].ToLowerInvariant() is "the" or "a" or "an" ? char.ToLowerInvariant(label[0]) + label[1..] : "the " + label;

    private string Holder(Fact fact) =>
        fact.TaskForce is { } name ? Label(name, scenario.TaskForces[name].Label) : "the trafficking group alone";

    private string SharedWith(Fact fact)
    {
        string[] names = fact.SharedWith!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == scenario.TaskForces.Count
            ? "every task force holds"
            : $"{Plain.List([.. names.Select(name => Label(name, scenario.TaskForces[name].Label))])} "
                + $"{(names.Length == 1 ? "holds" : "hold")}";
    }
}
