using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>Whether a posting's plan is drawn in a period, drawn afresh for every question.</summary>
internal sealed class NaivePlans(NaivePosting posted, StreamRegister register, uint replication)
{
    public bool AreDrawnOn(DateOnly day)
    {
        double u = Philox
            .Draw(
                register.KeyOf("rotation", $"plans {CanonicalText.Of(posted.PlansEveryHours)}", "0"),
                replication,
                (ulong)(day.DayNumber / (int)Math.Round(posted.PlansEveryHours / 24))
            )
            .First;
        string drawn = posted
            .Plans.Where((_, i) => u < posted.Plans.Take(i + 1).Sum(each => each.Share))
            .FirstOrDefault(posted.Plans[^1])
            .Plan;
        return posted.Posting.Plans!.Contains(drawn);
    }
}
