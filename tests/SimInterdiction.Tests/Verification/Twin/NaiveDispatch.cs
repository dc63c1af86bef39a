using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>From a planned dispatch to vehicles that leave.</summary>
internal sealed class NaiveDispatch(
    NaiveTwin twin,
    Scenario scenario,
    Identities words,
    IReadOnlyDictionary<string, NaiveOrganization> organizations,
    StreamRegister register,
    uint replication
)
{
    private readonly Dictionary<string, NaiveProfile> profiles = scenario.Flows.ToDictionary(
        f => f.Key,
        f => new NaiveProfile(f.Value.Profile ?? new TimeProfile())
    );

    public static double ShipmentsPerHour(Flow flow) =>
        flow.Rate!.Value.Counts == Counted.Firearms ? flow.Rate.Value.PerHour / flow.Load.Mean : flow.Rate.Value.PerHour;

    public void PlanNext(string flow, ulong number, double after)
    {
        RandomBlock luck = Philox.Draw(register.KeyOf("dispatch", words.WordOfFlow(flow)), replication, number);
        NaiveProfile profile = profiles[flow];
        double at = after - (Math.Log(luck.FirstFine) / (ShipmentsPerHour(scenario.Flows[flow]) * profile.Highest));
        twin.At(at, NaivePhase.Dispatch, () =>
        {
            PlanNext(flow, number + 1, at);
            double thinning = Philox.Draw(register.KeyOf("dispatch", words.WordOfFlow(flow)), replication, number, 1).First;
            if (
                thinning * profile.Highest < profile.At(twin.Books.Date(at))
                && twin.Intelligence.SenderOf(flow, number) is ({ } under, { } ring)
            )
            {
                int load = (int)scenario.Flows[flow].Load.Quantile(luck.Fourth);
                Decide(
                    new NaiveShipment
                    {
                        Flow = under,
                        Ring = ring,
                        LuckOf = flow,
                        Planned = number,
                        CorridorLuck = luck.Third,
                        Firearms = load,
                    }
                );
            }
        });
    }

    private void Decide(NaiveShipment load)
    {
        if (IsHeldBack(load, Decide))
        {
            return;
        }

        NaiveOrganization organization = OrganizationOf(load);
        string corridor = organization.CorridorOf(load.Flow, load.CorridorLuck, twin.Now);
        int vehicles = organization.VehiclesFor(load.Firearms, twin.Now);
        for (int vehicle = 0; vehicle < vehicles; vehicle++)
        {
            int first = load.Firearms * vehicle / vehicles;
            SendOff(
                load with
                {
                    MetBy = [],
                    Corridor = corridor,
                    Path = scenario.Corridors.ByHand[corridor].Path,
                    Vehicle = (ulong)vehicle,
                    FirstFirearm = first,
                    Firearms = (load.Firearms * (vehicle + 1) / vehicles) - first,
                }
            );
        }
    }

    private bool IsHeldBack(NaiveShipment shipment, Action<NaiveShipment> later)
    {
        NaiveOrganization organization = OrganizationOf(shipment);
        double until = organization.LiesLowUntil(twin.Now);
        if (twin.Now >= until)
        {
            return false;
        }

        if (organization.Stated.LiesLow!.Shipments == LyingLowShipments.Postponed)
        {
            twin.At(until, NaivePhase.Dispatch, () => later(shipment));
        }

        return true;
    }

    private void SendOff(NaiveShipment shipment)
    {
        bool watches =
            OrganizationOf(shipment).Watches is { } watching
            && Philox.Draw(register.KeyOf("watch", words.WordOfFlow(shipment.LuckOf)), replication, shipment.Number).First < watching.Share;
        double wait = watches
            ? NaiveForesight.Wait(twin.Now, [.. TeamsOnTheWay(shipment)], OrganizationOf(shipment).Watches!.PatienceHours)
            : 0;
        if (wait > 0)
        {
            twin.At(twin.Now + wait, NaivePhase.Dispatch, () => LeaveAfterWaiting(shipment));
        }
        else
        {
            twin.Depart(shipment);
        }
    }

    private void LeaveAfterWaiting(NaiveShipment shipment)
    {
        if (!IsHeldBack(shipment, LeaveAfterWaiting))
        {
            twin.Depart(shipment);
        }
    }

    private IEnumerable<(NaiveDuty Published, double Chance, double HoursTo)> TeamsOnTheWay(NaiveShipment shipment)
    {
        double hoursTo = 0;
        for (int step = 0; step < shipment.Path.Count; step++)
        {
            hoursTo += step == 0 ? 0 : twin.LegHours(shipment, step);
            foreach (NaiveTeam team in twin.TeamsAt(shipment.Path[step]))
            {
                yield return (team.Published, team.ChanceHere, hoursTo);
            }
        }
    }

    private NaiveOrganization OrganizationOf(NaiveShipment shipment) =>
        organizations[scenario.Flows[shipment.Flow].Organization ?? shipment.Flow];
}
