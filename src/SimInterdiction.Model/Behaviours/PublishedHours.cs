using SimInterdiction.Engine.Numerics;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Behaviours;

/// <summary>What drivers who scout know: the posted hours, though not where chance sends a team, and how long their own
/// legs will take.</summary>
internal sealed class PublishedHours
{
    // A driver who passes at the very end of a shift leaves it this much room, so that rounding doesn't bring them
    // there before it.
    private const double MarginHours = 1e-6;

    private readonly (DutyCalendar Duty, double Chance)[]?[] teamsAt;

    public PublishedHours(Roster roster)
    {
        teamsAt = [.. roster.AtPlace.Select(teams => teams?.Select(team => (team.Rules.AsPublished(), team.Rules.ChanceHere)).ToArray())];
    }

    /// <summary>
    /// How much later a driver leaves: the shortest wait, within their patience, after which the fewest teams are to be
    /// expected on duty along the way.
    /// </summary>
    /// <param name="now">When they could leave.</param>
    /// <param name="places">The way.</param>
    /// <param name="hoursTo">How long after leaving they reach each place of it.</param>
    /// <param name="patienceHours">How long they are willing to wait.</param>
    public double Wait(Instant now, ReadOnlySpan<int> places, ReadOnlySpan<double> hoursTo, double patienceHours)
    {
        double wait = 0;
        double fewest = Expected(now, places, hoursTo);
        if (fewest == 0)
        {
            return 0;
        }

        // It can only get better where some shift has just ended.
        for (int i = 0; i < places.Length; i++)
        {
            foreach ((DutyCalendar duty, _) in teamsAt[places[i]] ?? [])
            {
                Instant reaches = now + hoursTo[i];
                Instant latest = reaches + patienceHours;
                while (duty.EndingAfter(reaches) is { } shift && shift.To + MarginHours <= latest)
                {
                    reaches = shift.To + MarginHours;
                    double candidate = reaches - now - hoursTo[i];
                    double expected = Expected(now + candidate, places, hoursTo);
                    if (Tolerance.IsMore(fewest, expected) || (Tolerance.AreEqual(expected, fewest) && candidate < wait))
                    {
                        fewest = expected;
                        wait = candidate;
                    }
                }
            }
        }

        return wait;
    }

    private double Expected(Instant leaves, ReadOnlySpan<int> places, ReadOnlySpan<double> hoursTo)
    {
        double expected = 0;
        for (int i = 0; i < places.Length; i++)
        {
            foreach ((DutyCalendar duty, double chance) in teamsAt[places[i]] ?? [])
            {
                Instant reaches = leaves + hoursTo[i];
                expected += duty.EndingAfter(reaches) is { } shift && shift.From <= reaches ? chance : 0;
            }
        }

        return expected;
    }
}
