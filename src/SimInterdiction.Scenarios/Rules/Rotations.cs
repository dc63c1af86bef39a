using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A rotating team stays whole days, and has somewhere to move to.</summary>
internal static class Rotations
{
    public static void Check(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            if (posted.Posting.At is not { Rotate: { } rotate } at)
            {
                continue;
            }

            string[] path = posted.PathOf("at");
            double days = Math.Round(at.EveryHours / 24);
            if (days < 1 || !Tolerance.AreEqual(at.EveryHours / 24, days))
            {
                context.Problems.Error(
                    "S411",
                    context.At([.. path, "every"]),
                    "a rotating team moves between days, so 'every' must be a whole number of days",
                    "1 day, 2 days, 1 week ..."
                );
            }

            if (rotate.Count < 2)
            {
                context.Problems.Error(
                    "S411",
                    context.KeyAt([.. path, "rotate"]),
                    "a team that rotates has at least two checkpoints",
                    hint: rotate.Count == 1 ? $"did you mean 'at: {rotate.Keys.First()}'?" : null
                );
            }
        }
    }
}
