using SimInterdiction.Model.Risks;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Shares that are the answer to the very risk they bring about: what organizations that know everything
/// settle on.</summary>
internal static class BestResponse
{
    private const int Rounds = 200;

    // Where only loads that are lost on the way change what arrives, two rounds do; where shares swing, they are
    // damped.
    private const int UndampedRounds = 4;
    private const double Settled = 1e-12;

    /// <summary>The running sums of the weights of each flow's corridors.</summary>
    /// <param name="risks">The risk of the deployment.</param>
    /// <param name="choices">How each flow chooses.</param>
    /// <param name="perceived">What flows that don't know everything perceive.</param>
    /// <param name="knowsAll">Which flows do.</param>
    public static double[][] Of(AnalyticRisk risks, CorridorChoice[] choices, double[][] perceived, bool[] knowsAll)
    {
        double[][] shares = [.. choices.Select((choice, flow) => choice.SharesOf(choice.Weigh(perceived[flow])))];
        double[][] upTo = [];
        double moved = double.PositiveInfinity;
        for (int round = 0; round < Rounds && moved > Settled; round++)
        {
            Risk risk = risks.When(shares);
            upTo = [.. choices.Select((choice, flow) => choice.Weigh(knowsAll[flow] ? risk.OfCorridors[flow] : perceived[flow]))];
            double damping = round < UndampedRounds ? 1 : 0.5;
            moved = 0;
            for (int flow = 0; flow < shares.Length; flow++)
            {
                moved = Math.Max(moved, Approach(shares[flow], choices[flow].SharesOf(upTo[flow]), damping));
            }
        }

        return upTo;
    }

    private static double Approach(double[] shares, double[] answer, double damping)
    {
        double moved = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            double step = damping * (answer[i] - shares[i]);
            shares[i] += step;
            moved = Math.Max(moved, Math.Abs(step));
        }

        return moved;
    }
}
