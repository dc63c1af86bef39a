using static SimInterdiction.Model.Measures.MeasureForms;

namespace SimInterdiction.Model.Measures;

/// <summary>The measures of secondary inspection: what is referred to it, and how it copes.</summary>
internal static class SecondaryMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        Mean(
            "referrals",
            "Referred to secondary",
            "Vehicles that primary inspection referred to secondary inside the window.",
            MeasureUnit.Vehicles,
            Total.Referrals
        ),
        Mean(
            "referrals_waved_through",
            "Referred but waved through",
            "Vehicles referred to secondary but let go because its lanes were busy or the shift ended.",
            MeasureUnit.Vehicles,
            Total.ReferralsWavedThrough,
            -1
        ),
        FollowingFirearms(
            Mean(
                "firearms_seized_at_secondary",
                "Firearms found at secondary",
                "Of the firearms seized, those that primary inspection missed and secondary found.",
                MeasureUnit.Firearms,
                Total.FirearmsSeizedAtSecondary
            )
        ) with
        {
            PartOf = "firearms_dispatched",
        },
        new()
        {
            Name = "secondary_wait_h",
            Label = "Wait for secondary",
            Meaning = "Mean time in the queue for secondary of the vehicles searched there.",
            Unit = MeasureUnit.Minutes,
            Estimator = Estimator.Ratio,
            Numerator = t => At(t, Total.SecondaryWaitHours),
            Denominator = t => At(t, Total.Referrals) - At(t, Total.ReferralsWavedThrough),
            BetterWhen = -1,
        },
        Ratio(
            "secondary_utilisation",
            "Secondary lanes busy",
            "Share of the time of secondary lanes on duty that is busy.",
            MeasureUnit.Share,
            Total.SecondaryBusyLaneHours,
            Total.SecondaryLaneHours,
            0
        ),
    ];
}
