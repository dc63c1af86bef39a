using SimInterdiction.Engine.Vectors;

namespace SimInterdiction.Model.Behaviours;

/// <summary>What an organization believes about the chance of losing a shipment, for each of some subjects: checkpoint
/// places, or corridors.</summary>
/// <remarks>
/// belief = (prior_weight * prior + seized) / (prior_weight + met), both counts discounted by their age. Rather than
/// every count ageing, what is heard later weighs more: all counts of one organization have the same half-life, so only
/// their ratio matters.
/// </remarks>
internal sealed class Beliefs
{
    // Weights double once every half-life; counts are scaled back long before they overflow.
    private const double LargestExponent = 512;

    private readonly double[] passingBefore;
    private readonly double priorWeight;
    private readonly double memoryHours;
    private readonly double[] passed;
    private readonly double[] met;
    private double originHours;

    /// <param name="prior">The belief about each subject before anything is heard.</param>
    /// <param name="priorWeight">How many shipments' experience the prior is worth.</param>
    /// <param name="memoryHours">Half-life of what was heard.</param>
    public Beliefs(double[] prior, double priorWeight, double memoryHours)
    {
        this.priorWeight = priorWeight;
        this.memoryHours = memoryHours;
        passingBefore = new double[Padded.LengthFor(prior.Length + 1)];
        Array.Fill(passingBefore, 1);
        for (int subject = 0; subject < prior.Length; subject++)
        {
            passingBefore[subject] = 1 - prior[subject];
        }

        passed = new double[passingBefore.Length];
        met = new double[passingBefore.Length];
    }

    /// <summary>Room for one number a subject and at least one more, a multiple of eight.</summary>
    public int Room => met.Length;

    /// <summary>Forgets everything heard.</summary>
    public void Clear()
    {
        Array.Clear(passed);
        Array.Clear(met);
        originHours = 0;
    }

    /// <summary>What something heard at an instant weighs, and what the prior is weighed with then.</summary>
    /// <remarks>Instants asked for never go back.</remarks>
    public double WeightAt(double hours)
    {
        double exponent = (hours - originHours) / memoryHours;
        if (exponent > LargestExponent)
        {
            ScaleBack(exponent);
            originHours = hours;
            return 1;
        }

        return FastPower.OfTwo(exponent);
    }

    /// <summary>Heard: a shipment got past, or was lost there.</summary>
    public void Hear(int subject, bool isLost, double weight)
    {
        met[subject] += weight;
        if (!isLost)
        {
            passed[subject] += weight;
        }
    }

    /// <summary>The believed chance of getting past each subject, one less the belief; what fills up the room is passed
    /// for certain.</summary>
    /// <param name="weight">What something heard now weighs.</param>
    /// <param name="passing">Takes the chances, <see cref="Room"/> numbers.</param>
    public void ChancesOfPassing(double weight, Span<double> passing) =>
        PosteriorMeans.Of(passingBefore, priorWeight * weight, passed, met, passing);

    private void ScaleBack(double exponent)
    {
        double factor = FastPower.OfTwo(-exponent);
        for (int i = 0; i < met.Length; i++)
        {
            met[i] *= factor;
            passed[i] *= factor;
        }
    }
}
