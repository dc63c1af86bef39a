using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of programmes that are on and can't do anything, and of partners' posts that nobody mans.</summary>
internal static class ProgrammesAct
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            Programmes programmes = deployment.Programmes ?? new Programmes();
            if (programmes.Tracing is null)
            {
                Warn("mexican_access", programmes.MexicanAccess is not null);
                Warn("sharing", programmes.Sharing is not null);
                Warn("trafficking_group", programmes.TraffickingGroup is not null);
            }

            if (programmes.Tracing?.Lead is { RaisesStops: < 1 } lead)
            {
                context.Problems.Warning(
                    "S536",
                    context.At("deployments", name, "programmes", "tracing", "lead", "raises_stops"),
                    $"a lead lowers stops: with {lead.RaisesStops:0.##}, teams that hold one stop fewer of the shipments that it is about",
                    hint: "above 1 for more stops, 1 for no effect"
                );
            }

            void Warn(string programme, bool isOn)
            {
                if (isOn)
                {
                    context.Problems.Warning(
                        "S510",
                        context.KeyAt("deployments", name, "programmes", programme),
                        $"'{programme}' has nothing to work on: no firearm is traced",
                        hint: "add 'tracing: on'"
                    );
                }
            }
        }

        foreach (PostedTeam posted in PostedTeam.All(context).Where(p => p.Checkpoints.Any(c => c.Checkpoint.Partner)))
        {
            if (context.Scenario.Deployments[posted.Deployment].Programmes?.Partners != true)
            {
                context
                    .ProblemsOf(posted.Deployment)
                    .Warning(
                        "S509",
                        context.KeyAt(posted.Path),
                        $"'{posted.Name}' works at a partner's checkpoint, and '{posted.Deployment}' doesn't turn 'partners' on",
                        hint: "add 'programmes: { partners: on }'"
                    );
            }
        }
    }
}
