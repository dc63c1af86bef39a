using static SimInterdiction.Model.Measures.MeasureForms;

namespace SimInterdiction.Model.Measures;

/// <summary>The measures of <see cref="MeasureCatalog"/> about traces, leads and cases, in the order they are
/// shown.</summary>
internal static class ProgrammeMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        FollowingFirearms(
            Mean(
                "traces_submitted",
                "Traces submitted",
                "Traces of firearms that were asked for inside the window.",
                MeasureUnit.Traces,
                Total.TracesSubmitted
            )
        ),
        FollowingFirearms(
            Mean("traces", "Traces", "Traces of firearms that ended inside the window.", MeasureUnit.Traces, Total.TracesEnded)
        ),
        FollowingFirearms(
            Mean(
                "traces_unresolved",
                "Traces unresolved",
                "Traces that ended inside the window without a lead.",
                MeasureUnit.Traces,
                t => At(t, Total.TracesEnded) - At(t, Total.Leads),
                0
            )
        ),
        FollowingFirearms(
            Ratio(
                "traces_open",
                "Traces open",
                "Traces under way at one time, on average over the window.",
                MeasureUnit.Traces,
                Total.OpenTraceHours,
                Total.WindowHours,
                0
            )
        ),
        FollowingFirearms(Mean("leads", "Leads", "Leads that came up inside the window.", MeasureUnit.Leads, Total.Leads)),
        FollowingFirearms(
            Mean(
                "stale_leads",
                "Stale leads",
                "Of the leads, those on rings that were gone when they came up: of no effect.",
                MeasureUnit.Leads,
                Total.StaleLeads,
                -1
            )
        ),
        FollowingFirearms(
            Mean(
                "leads_of_ended_rings",
                "Leads on rings that a case ended",
                "Of the leads, those on rings that a case ended inside the window.",
                MeasureUnit.Leads,
                Total.LeadsOfEndedRings
            )
        ),
        FollowingFirearms(
            Mean(
                "leads_of_other_cases",
                "Leads in other cases",
                "Of the other leads, those on rings, or organizations without rings, on which a case was opened.",
                MeasureUnit.Leads,
                Total.LeadsOfOtherCases
            )
        ),
        FollowingFirearms(
            Mean(
                "leads_acted_on",
                "Leads acted on",
                "Of the leads without a case, those after which a shipment of their ring was stopped only because of a lead.",
                MeasureUnit.Leads,
                Total.LeadsActedOn
            )
        ),
        FollowingFirearms(
            Mean(
                "leads_unused",
                "Leads unused",
                "Leads that were in time, and of which nothing came: no case, and no stop because of one.",
                MeasureUnit.Leads,
                t =>
                    At(t, Total.Leads)
                    - At(t, Total.StaleLeads)
                    - At(t, Total.LeadsOfEndedRings)
                    - At(t, Total.LeadsOfOtherCases)
                    - At(t, Total.LeadsActedOn),
                0
            )
        ),
        new()
        {
            Name = "lead_age_days",
            Label = "Age of leads",
            Meaning = "Mean time from the departure of a shipment until a lead comes up on who sent it.",
            Unit = MeasureUnit.Days,
            Estimator = Estimator.Ratio,
            Numerator = t => At(t, Total.LeadAgeHours) / 24,
            Denominator = t => At(t, Total.Leads),
            BetterWhen = -1,
        },
        Ratio(
            "rings_known",
            "Shipments of known rings",
            "Share of shipments on whose ring, or organization without rings, a task force held a live lead when they left.",
            MeasureUnit.Share,
            Total.ShipmentsOfKnownRings,
            Total.ShipmentsDispatched,
            +1
        ),
        FollowingShipments(
            Mean(
                "cases_opened",
                "Cases opened",
                "Cases that the trafficking group opened inside the window.",
                MeasureUnit.Cases,
                Total.CasesOpened
            )
        ),
        FollowingShipments(
            Mean(
                "cases_closed",
                "Cases closed",
                "Cases that the trafficking group closed inside the window.",
                MeasureUnit.Cases,
                Total.CasesClosed
            )
        ),
        FollowingShipments(
            Mean(
                "rings_dismantled",
                "Rings dismantled",
                "Rings that cases closed inside the window ended.",
                MeasureUnit.Rings,
                Total.RingsDismantled
            )
        ),
        Ratio(
            "case_wait_h",
            "Wait of a case",
            "Mean time that a case waits for an investigator.",
            MeasureUnit.HoursInDays,
            Total.CaseWaitHours,
            Total.CasesOpened,
            -1
        ),
        FollowingShipments(
            Mean(
                "organizations_disrupted",
                "Organizations disrupted",
                "Organizations disrupted at least once inside the window.",
                MeasureUnit.Organizations,
                Total.OrganizationsDisrupted
            )
        ),
        FollowingFirearms(
            Mean(
                "disruption_days",
                "Days of disruption",
                "Days that organizations were disrupted inside the window, added up over them.",
                MeasureUnit.Days,
                t => At(t, Total.DisruptedHours) / 24,
                0
            )
        ),
    ];
}
