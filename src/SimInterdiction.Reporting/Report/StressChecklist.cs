using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>
/// The study under the headings of STRESS-DES: Monks, Currie, Onggo, Robinson, Kunc and Taylor (2019), Strengthening
/// the reporting of empirical simulation studies, Journal of Simulation 13(1). What only the scenario's author knows is
/// null where the scenario doesn't say it.
/// </summary>
internal static class StressChecklist
{
    public static IReadOnlyList<(string Heading, IReadOnlyList<(string Item, string? Text)> Items)> Of(ReportPage page) =>
        [
            ("Objectives", Objectives(page)),
            ("Logic", Logic(page)),
            ("Data", Data(page)),
            ("Experimentation", Experimentation(page)),
            ("Implementation", Implementation(page)),
            (
                "Code access",
                [
                    (
                        "Access to the model",
                        "The resolved scenario (section 7) is the whole input of the model, and the command there runs it. Ask the "
                            + "sender of this report for the program."
                    ),
                ]
            ),
        ];

    private static (string, string?)[] Objectives(ReportPage page)
    {
        Scenario scenario = page.Study.Scenario;
        string[] outputs =
        [
            .. scenario
                .Experiment.AlsoReport.Select(MeasureCatalog.Find)
                .OfType<Measure>()
                .Prepend(page.Study.Measure)
                .Distinct()
                .Select(m => m.Label),
        ];
        string matters =
            page.View.Threshold > 0
                ? $"; the smallest difference that matters is {page.View.Scale.Exact(page.View.Threshold)}"
                : string.Empty;
        return
        [
            ("Purpose of the model", scenario.Question),
            ("Model outputs", Plain.List(outputs) + "."),
            (
                "Aims of the experiment",
                page.Study.Comparisons.Count == 0
                    ? $"Estimate what {page.View.Baseline.Label} achieves."
                    : $"Compare {Plain.Count(page.Study.Comparisons.Count, "deployment")} with {page.View.Baseline.Label} in "
                        + $"{Plain.Small(page.Study.Measure.Label)}{matters}."
            ),
        ];
    }

    private static (string, string?)[] Logic(ReportPage page)
    {
        Scenario scenario = page.Study.Scenario;
        string[] origins =
        [
            .. scenario.Flows.Values.Select(f => f.From).OfType<string>().Distinct().Select(p => Labels.Of(p, scenario.Places[p].Label)),
        ];
        var facts = new ModelFacts(scenario, page.Study.Deployments.Select(d => d.Name), page.Study.IsAdaptive);
        return
        [
            ("Overview", string.Join(" ", Overview(scenario, facts))),
            (
                "Events, in order",
                $"{Plain.Capital(string.Join(", ", Events(facts)))}. At one instant, ends come first, then arrivals, then departures."
            ),
            (
                "Deployments compared",
                string.Join(
                    " ",
                    page.Study.Deployments.Where(d => d.Note is not null)
                        .Select(d => $"{d.Label}: {d.Note!.TrimEnd('.')}.")
                        .Append("Section 2 says of each who stands where.")
                )
            ),
            (
                "Algorithms",
                string.Join(
                    " ",
                    Mechanisms
                        .OfRoutes(scenario, facts)
                        .Concat(Mechanisms.OfBehaviours(scenario, facts))
                        .Concat(Mechanisms.OfTeams(facts))
                        .Concat(Mechanisms.OfProgrammes(facts))
                )
            ),
            ("Entities", $"{string.Join("; ", Entities(scenario, facts))}."),
            (
                "Activities",
                $"Travel of each leg{(facts.Closes ? "; waiting where a place or road is closed, until it opens" : string.Empty)}"
                    + (facts.HasTeams ? "; search" : string.Empty)
                    + (facts.HasSecondary ? "; a second search of those referred to secondary inspection" : string.Empty)
                    + $"{(facts.HoldsLanes ? "; holding a lane after a find" : string.Empty)}."
            ),
            (
                "Resources",
                string.Join(
                    " ",
                    facts
                        .Types.Select(t =>
                            $"{Labels.Of(t.Key, t.Value.Label)}: {Lanes(t.Value)}, {Plain.Count(t.Value.Officers, "officer")}"
                            + $"{Secondary(t.Value)}."
                        )
                        .Concat(Mechanisms.OfGroupsMeans(facts))
                        .DefaultIfEmpty("None: no team is posted.")
                )
            ),
            ("Queues", string.Join(" ", Mechanisms.OfQueues(facts).DefaultIfEmpty("None: no lane is ever short."))),
            (
                "Entry and exit points",
                (
                    origins.Length > 0
                        ? $"Shipments enter at {Plain.List(origins)}, and leave at the end of their corridor"
                        : "Shipments enter where their corridor begins, and leave at its end"
                ) + (facts.HasTeams ? " or where they are seized." : ".")
            ),
        ];
    }

    private static IEnumerable<string> Overview(Scenario scenario, ModelFacts facts)
    {
        yield return $"Shipments of firearms leave by {Plain.Count(scenario.Flows.Count, "flow")} at random times and travel along "
            + $"corridors{(scenario.Travel.SpeedMph is Fixed ? string.Empty : " at varying speeds")}.";
        if (facts.HasLaneTeams)
        {
            yield return $"At {Plain.Count(facts.LaneCheckpoints, "checkpoint")}, teams on duty stop some of the vehicles that "
                + $"pass, search them{(facts.HasLanes ? " while lanes are free" : string.Empty)}, and find some of the loads.";
        }

        if (facts.HasSecondary)
        {
            yield return "Some of the vehicles searched without a find are referred to secondary inspection, and searched again.";
        }

        if (facts.HasUnits)
        {
            yield return "Investigative units act on some of the shipments that pass their area.";
        }

        if (facts.HasTraffic)
        {
            yield return facts.HasLanes
                ? "Legitimate vehicles take up the same lanes."
                : "Some legitimate vehicles are stopped and searched too.";
            if (facts.TrafficVaries)
            {
                yield return "More of them pass at some times than at others.";
            }

            if (facts.TrafficStops)
            {
                yield return "None pass a place while it is closed.";
            }
        }

        if (facts.Of(p => p.Tracing).Count > 0)
        {
            string cases = facts.Of(p => p.TraffickingGroup).Count > 0 ? ", and leads open cases" : string.Empty;
            yield return $"Firearms are traced, and traces bring leads{cases}.";
        }
    }

    private static IEnumerable<string> Events(ModelFacts facts)
    {
        yield return "dispatch";
        yield return "travel";
        if (facts.HasLaneTeams)
        {
            yield return "arrival at a checkpoint";
            yield return "stop";
        }

        if (facts.Waits)
        {
            yield return "wait for a lane";
        }

        if (facts.HasTeams)
        {
            yield return "search";
            if (facts.HasSecondary)
            {
                yield return "referral to secondary inspection";
            }

            yield return "seizure or going on";
        }

        yield return "delivery";
        if (facts.Of(p => p.Tracing).Count > 0)
        {
            yield return "end of a trace";
        }

        if (facts.Of(p => p.TraffickingGroup).Count > 0)
        {
            yield return "end of a case";
        }
    }

    private static IEnumerable<string> Entities(Scenario scenario, ModelFacts facts)
    {
        bool vary = scenario.Flows.Values.Any(flow => flow.Load is not Fixed);
        bool areMixed = scenario.Flows.Values.Any(flow => flow.Mix is { Count: > 0 });
        yield return $"Shipments, each with its number of firearms{(vary ? ", which is drawn" : string.Empty)}"
            + $"{(areMixed ? ", of several kinds" : string.Empty)}";
        if (facts.Rings.Count > 0)
        {
            yield return "rings";
        }

        if (facts.Of(p => p.Tracing).Count > 0)
        {
            yield return facts.Of(p => p.TraffickingGroup).Count > 0 ? "traces, leads and cases" : "traces and leads";
        }

        if (facts.HasTraffic)
        {
            yield return "legitimate vehicles";
        }
    }

    private static string Lanes(TeamType type) => type.Works == TeamWork.Leads ? "no lanes" : Lanes(type.Lanes);

    private static string Lanes(int? number) => number is { } lanes ? Plain.Count(lanes, "lane") : "lanes never short";

    private static string Secondary(TeamType type) =>
        type.Secondary is { } secondary
            ? $"; at secondary {Lanes(secondary.Lanes)}, {Plain.Count(secondary.Officers, "officer")}"
            : string.Empty;

    private static (string, string?)[] Data(ReportPage page)
    {
        int sources = page.Study.Scenario.Assumptions.Count(a => a.Source is not null);
        return
        [
            (
                "Data sources",
                sources == 0
                    ? null
                    : $"Synthetic shipments; {Plain.Count(sources, "assumption")} with "
                        + $"{(sources == 1 ? "its source" : "their sources")} in section 5."
            ),
            ("Pre-processing", "None: values are used as the scenario states them. Where they come from is in section 5."),
            ("Input parameters", "All of them are in the resolved scenario; section 7 shows it, or says where it is."),
            ("Assumptions", page.Study.Scenario.Assumptions.Count == 0 ? null : "Section 5."),
        ];
    }

    private static (string, string?)[] Experimentation(ReportPage page)
    {
        Scenario scenario = page.Study.Scenario;
        string warmUp =
            scenario.WarmUpHours > 0
                ? $"The model begins empty, {Plain.Duration(scenario.WarmUpHours)} before the observed window."
                : "The model begins empty, with the observed window.";
        if (ModelFacts.BeginsWithToday(scenario))
        {
            warmUp += $" Until that begins, {Labels.Of(scenario.InForce, scenario.Deployments[scenario.InForce].Label)} is in force.";
        }

        return
        [
            ("Initialisation", warmUp),
            (
                "Run length",
                $"{Plain.Duration(scenario.LengthHours)} from {scenario.Start:yyyy-MM-dd}. Shipments that leave inside the "
                    + "window are followed to their end."
            ),
            ("Number of replications", string.Join(" ", Simulated(page.Study))),
        ];
    }

    private static IEnumerable<string> Simulated(StudyResult study)
    {
        yield return ProvenanceBlock.Sampling(study) + ".";
        if (study.Choice is not null)
        {
            yield return "Deployments unlikely to be the best drop out early.";
        }

        if (study.InputsDrawn > 0)
        {
            yield return $"{Plain.Count(study.InputsDrawn, "uncertain input")} drawn anew every 2 replications.";
        }

        if (study.IsAdaptive)
        {
            yield return "All of them again with organizations that don't adapt.";
        }

        if (study.Adversaries.Select(each => each.Name).OfType<string>().Distinct().Count() is > 0 and var variants)
        {
            yield return $"All of them again against {Plain.Count(variants, "variant")} of the organizations.";
        }

        if (study.WhatIfs.Count > 0)
        {
            yield return $"All of them again for {Plain.Count(study.WhatIfs.Count, "what-if question")}.";
        }
    }

    private static (string, string?)[] Implementation(ReportPage page)
    {
        var work = page.Study.Work;
        return
        [
            ("Software", $"SimInterdiction {page.Provenance.Version}, .NET."),
            (
                "Random sampling",
                "Philox4x32-10, keyed by seed, purpose, flow, place, replication and shipment, so that every deployment "
                    + "meets the same shipments with the same luck."
            ),
            (
                "Model execution",
                $"Discrete events, next event first; {Counted(work.Events)} events, {Counted(work.Shipments)} shipments and "
                    + $"{Counted(work.Searches)} searches in {Seconds(page.Provenance.ElapsedSeconds)}."
            ),
            ("System", "The machine is named in the run's manifest.json."),
        ];
    }

    private static string Counted(double count) => count < 1000 ? Digits.Whole(count) : Digits.Of(count);

    private static string Seconds(double seconds) =>
        seconds < 10 ? $"{Digits.ToPlace(seconds, -1)} seconds" : $"{Digits.Whole(seconds)} seconds";
}
