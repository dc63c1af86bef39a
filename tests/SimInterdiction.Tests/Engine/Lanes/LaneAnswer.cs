using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Tests.Engine.Lanes;

/// <summary>What became of an arrival, as one value that tests can compare.</summary>
internal readonly record struct LaneAnswer(bool IsServed, Instant At);

internal static class LaneBankAnswers
{
    public static LaneAnswer Offer(this LaneBank bank, Instant now, double holdsLaneHours, Instant close) =>
        new(bank.TryServe(now, holdsLaneHours, close, out Instant at), at);
}
