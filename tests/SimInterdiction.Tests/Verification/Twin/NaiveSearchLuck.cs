using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>The control variate, at each place when the shipment is there: 1 if its luck lets a team on duty find it,
/// less the chance of that.</summary>
internal sealed class NaiveSearchLuck
{
    private const uint SecondaryLuck = 131_072;

    private readonly Scenario scenario;
    private readonly NaiveIntelligence intelligence;
    private readonly double greatestFactor;

    public NaiveSearchLuck(Scenario scenario, string deployment, NaiveIntelligence intelligence)
    {
        this.scenario = scenario;
        this.intelligence = intelligence;
        string[] acting = scenario.Experiment.DuringWarmUp == DuringWarmUp.Today ? [deployment, scenario.InForce] : [deployment];
        greatestFactor = acting.Max(name => Math.Max(1, scenario.Deployments[name].Programmes?.Tracing?.Lead?.RaisesStops ?? 1));
    }

    /// <summary>What is known of leads when a shipment leaves a place where it might have been stopped, or at
    /// all.</summary>
    public void NoteLeads(NaiveShipment shipment)
    {
        foreach (string taskForce in scenario.TaskForces.Keys)
        {
            shipment.LeadsNoted[taskForce] = intelligence.FactorFor(taskForce, shipment);
        }
    }

    /// <summary>The same, if luck might have let any team of the place stop it, had it been on duty and held a
    /// lead.</summary>
    public void NoteLeadsAfter(NaiveShipment shipment, List<NaiveTeam> teams, Func<uint, RandomBlock> luck)
    {
        bool mightBeStopped = false;
        foreach (IGrouping<TeamWork, NaiveTeam> kind in teams.GroupBy(t => t.Type.Works))
        {
            double greatest = kind.Max(t => t.GreatestActs * (t.Type.Secondary is null ? greatestFactor : 1));
            mightBeStopped |= Enumerable.Range(0, kind.Count()).Any(i => luck(First(kind.Key) + (uint)i).First < greatest);
        }

        if (mightBeStopped)
        {
            NoteLeads(shipment);
        }
    }

    /// <summary>The place's share of the control.</summary>
    public static double ShareOf(NaiveShipment shipment, List<NaiveTeam> teams, double now, Func<uint, RandomBlock> luck)
    {
        double missed = 1;
        bool isFound = false;
        NaiveTeam[] onDuty = [.. teams.Where(t => t.Duty.IsOn(now))];
        for (int i = 0; i < onDuty.Length; i++)
        {
            NaiveTeam team = onDuty[i];
            double part = onDuty.Take(i).Any(t => t.Posting.Team == team.Posting.Team) ? team.Type.FurtherTeamAdds : 1;
            double factor = shipment.LeadsNoted[team.Posting.TaskForce];
            SecondaryInspection? secondary = team.Type.Secondary;
            double acts = Math.Min(1, team.Acts(now) * (secondary is null ? factor : 1)) * part;
            double finds = Finds(team.Type.Finds);
            double refers = Math.Min(1, (secondary?.Refers ?? 0) * factor);
            double findsAgain = Finds(secondary?.Finds ?? 0);
            uint tried = (uint)onDuty.Take(i).Count(t => t.Type.Works == team.Type.Works);
            RandomBlock block = luck(First(team.Type.Works) + tried);
            RandomBlock again = luck(SecondaryLuck + tried);
            missed *= 1 - (acts * (finds + ((1 - finds) * refers * findsAgain)));
            isFound |= block.First < acts && (block.Second < finds || (again.First < refers && again.Second < findsAgain));

            double Finds(double one) => 1 - Math.Pow(1 - one, Math.Pow(shipment.Firearms, team.Type.LoadEffect));
        }

        return (isFound ? 1 : 0) - (1 - missed);
    }

    private static uint First(TeamWork works) => works == TeamWork.Leads ? 65_536u : 0;
}
