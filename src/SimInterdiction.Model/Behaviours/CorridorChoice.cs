using SimInterdiction.Engine.Vectors;

namespace SimInterdiction.Model.Behaviours;

/// <summary>How one flow is shared among its corridors: P(r) proportional to share * exp(-risk aversion * (perceived
/// risk - reference risk)).</summary>
/// <remarks>McFadden, Conditional logit analysis of qualitative choice behavior (1974).</remarks>
internal sealed class CorridorChoice
{
    // The reference of what has no share: risks are chances, so that none looks worse. No larger, since Exp takes far
    // longer for what it can't express.
    private const double NeverBest = -1;

    private readonly double[] shares;
    private readonly double[] references;
    private readonly double riskAversion;

    /// <param name="corridors">The corridors the flow may take.</param>
    /// <param name="shares">Their given shares.</param>
    /// <param name="references">The risk of each at which its share is as given.</param>
    /// <param name="riskAversion">Weight of the risk.</param>
    public CorridorChoice(int[] corridors, double[] shares, double[] references, double riskAversion)
    {
        Corridors = corridors;
        this.shares = Padded.Copy(shares);
        this.references = Padded.Copy(references);
        for (int i = 0; i < this.shares.Length; i++)
        {
            this.references[i] = this.shares[i] > 0 ? this.references[i] : NeverBest;
        }

        this.riskAversion = riskAversion;
        RoomOfSums = CumulativeWeights.RoomFor(Room);
    }

    public int[] Corridors { get; }

    /// <summary>Room for one number a corridor, a multiple of eight.</summary>
    public int Room => shares.Length;

    /// <summary>Room for the running sums.</summary>
    public int RoomOfSums { get; }

    /// <summary>Running sums of the corridors' weights; the last of them is the sum of all.</summary>
    /// <param name="perceived">The perceived risk of each corridor, <see cref="Room"/> numbers.</param>
    /// <param name="upTo">Takes the sums, <see cref="RoomOfSums"/> numbers.</param>
    public void Weigh(ReadOnlySpan<double> perceived, Span<double> upTo)
    {
        LogitWeights.Of(shares, perceived, references, riskAversion, upTo);
        CumulativeWeights.Accumulate(upTo[..RoomOfSums], Room);
    }

    /// <summary>The same, in arrays of their own.</summary>
    public double[] Weigh(double[] perceived)
    {
        var upTo = new double[RoomOfSums];
        Weigh(Padded.Copy(perceived), upTo);
        return upTo;
    }

    /// <summary>The corridor in whose part of the running sums a uniform falls.</summary>
    public int At(double u, ReadOnlySpan<double> upTo) =>
        Corridors[CumulativeWeights.CountUpTo(u * upTo[Room - 1], upTo[..RoomOfSums], Room)];

    /// <summary>The share of each corridor that running sums stand for; they add up to 1.</summary>
    public double[] SharesOf(double[] upTo)
    {
        double all = upTo[Corridors.Length - 1];
        return [.. Corridors.Select((_, i) => (upTo[i] - (i > 0 ? upTo[i - 1] : 0)) / all)];
    }
}
