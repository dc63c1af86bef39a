using System.Globalization;
using SimInterdiction.Model.Costs;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>Says what a study costs, and why it can't be had.</summary>
public static class CostWords
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;
    private const double Year = 365 * Day;

    /// <summary>Why a study can't be simulated; null where it can.</summary>
    public static CostProblem? TooMuch(StudyCost cost)
    {
        ReplicationCost worst = cost.OfWorst;
        if (worst.Steps > ReplicationCost.MostSteps)
        {
            return new CostProblem(
                "S060",
                worst.Longest.Path,
                $"one replication of '{cost.Worst}' would take about {Duration(worst.Seconds)}: {What(worst.Longest)}",
                $"a replication of at most about {Duration(ReplicationCost.MostSteps * ReplicationCost.SecondsPerStep)}",
                Hint(worst.Longest.Of)
            );
        }

        if (worst.Bytes > ReplicationCost.MostBytes)
        {
            return new CostProblem(
                "S061",
                worst.Largest.Path,
                $"one replication of '{cost.Worst}' would take about {Bytes(worst.Bytes)} of memory: {WhatIsHeld(worst.Largest)}",
                $"a replication of at most {Bytes(ReplicationCost.MostBytes)}",
                worst.Largest.Of == CostOf.Shipments
                    ? "fewer shipments per time, or a shorter time for which they are held: searches, queues, pauses"
                    : Hint(worst.Largest.Of)
            );
        }

        return cost.Bytes <= StudyCost.MostBytes
            ? null
            : new CostProblem(
                "S062",
                ["experiment", "replications"],
                $"the results of {cost.Replications:N0} replications of {cost.Arms:N0} deployments and variants would take "
                    + $"about {Bytes(cost.Bytes)} of memory",
                $"at most {Bytes(StudyCost.MostBytes)}",
                "fewer replications, or fewer deployments in one file"
            );
    }

    /// <summary>What takes long, in words that follow on a colon.</summary>
    public static string WhatTakesLong(StudyCost cost) =>
        $"{cost.Replications:N0} replications of {cost.Arms:N0} "
        + $"{(cost.Arms == 1 ? "deployment" : "deployments and variants")}, each up to {Duration(cost.OfWorst.Seconds)}";

    /// <summary>A time no finer than an estimate deserves.</summary>
    public static string Duration(double seconds) =>
        seconds switch
        {
            < 0.0015 => "a millisecond",
            < 1 => $"{Rounded(seconds * 1000)} milliseconds",
            < 1.5 => "1 second",
            < 90 => $"{Rounded(seconds)} seconds",
            < 1.5 * Hour => $"{Rounded(seconds / 60)} minutes",
            < 2 * Day => $"{Rounded(seconds / Hour)} hours",
            < Year => $"{Rounded(seconds / Day)} days",
            < 1.5 * Year => "1 year",
            _ => $"{Big(seconds / Year)} years",
        };

    /// <summary>An amount of memory no finer than an estimate deserves.</summary>
    public static string Bytes(double bytes) =>
        bytes switch
        {
            < 1e9 => $"{Rounded(bytes / 1e6)} MB",
            < 1e12 => $"{Rounded(bytes / 1e9)} GB",
            _ => $"{Big(bytes / 1e12)} TB",
        };

    /// <summary>A number no finer than an estimate deserves.</summary>
    public static string Big(double number) =>
        number switch
        {
            < 1e6 => Rounded(number),
            < 1e9 => $"{Rounded(number / 1e6)} million",
            < 1e12 => $"{Rounded(number / 1e9)} billion",
            < 1e15 => $"{Rounded(number / 1e12)} trillion",
            _ => "more than 1,000 trillion",
        };

    private static string Rounded(double number)
    {
        double place = number < 10 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return (Math.Round(number / place) * place).ToString("#,0", CultureInfo.InvariantCulture);
    }

    private static string What(CostPart part) =>
        part.Of switch
        {
            CostOf.Shipments => $"about {Big(part.Count)} shipments leave in it",
            CostOf.SplitLoads => $"split loads leave on about {Big(part.Count)} vehicles in it",
            CostOf.Vehicles => $"about {Big(part.Count)} legitimate vehicles are stopped in it",
            CostOf.Lanes => $"the team has {Big(part.Count)} lanes",
            CostOf.Rings => $"about {Big(part.Count)} rings are at work in it, one after the other at their places",
            _ => $"shipments go on leaving until the last one in the period is released, about {Duration(part.Count * Hour)} after its end",
        };

    private static string WhatIsHeld(CostPart part) =>
        part.Of is CostOf.Shipments or CostOf.SplitLoads
            ? $"about {Big(part.Bytes / ReplicationCost.BytesOfShipment)} shipments are under way or held at once"
            : What(part);

    private static string Hint(CostOf of) =>
        of switch
        {
            CostOf.Shipments => "fewer shipments per time, larger loads, or a shorter length",
            CostOf.SplitLoads => "a larger factor, so that a load is spread over fewer vehicles, or smaller loads",
            CostOf.Vehicles => "less traffic, a smaller share stopped (stops_traffic), or a shorter length",
            CostOf.Lanes => "fewer lanes, or none given: then the team is never short of them",
            CostOf.Rings => "fewer rings, or a longer life",
            _ => "a shorter search, more lanes, a queue_limit, or 'when_full: wave_through'",
        };
}

/// <summary>Why a study can't be simulated.</summary>
public sealed record CostProblem(string Code, IReadOnlyList<string> Path, string Message, string Allowed, string Hint);
