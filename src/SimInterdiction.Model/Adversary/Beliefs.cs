namespace SimInterdiction.Model.Adversary;

/// <summary>What an organization believes about the chance of losing a shipment, for each of some subjects: checkpoint places, or corridors.</summary>
/// <remarks>
/// belief = (prior_weight * prior + seized) / (prior_weight + met), both counts discounted by their age. Rather than every count ageing, what is heard later
/// weighs more: all counts of one organization have the same half-life, so only their ratio matters.
/// </remarks>
internal sealed class Beliefs
{
    // Weights double once every half-life; counts are scaled back long before they overflow.
    private const double LargestExponent = 512;

    private readonly double[] prior;
    private readonly double priorWeight;
    private readonly double memoryHours;
    private readonly double[] seized;
    private readonly double[] met;
    private double originHours;

    /// <param name="prior">The belief about each subject before anything is heard.</param>
    /// <param name="priorWeight">How many shipments' experience the prior is worth.</param>
    /// <param name="memoryHours">Half-life of what was heard.</param>
    public Beliefs(double[] prior, double priorWeight, double memoryHours)
    {
        this.prior = prior;
        this.priorWeight = priorWeight;
        this.memoryHours = memoryHours;
        seized = new double[prior.Length];
        met = new double[prior.Length];
    }

    public int Count => prior.Length;

    /// <summary>Forgets everything heard.</summary>
    public void Clear()
    {
        Array.Clear(seized);
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

        return double.Exp2(exponent);
    }

    /// <summary>Heard: a shipment got past, or was lost there.</summary>
    public void Hear(int subject, bool isLost, double weight)
    {
        met[subject] += weight;
        if (isLost)
        {
            seized[subject] += weight;
        }
    }

    /// <summary>The believed chance of getting past a subject, one less the belief.</summary>
    public double ChanceOfPassing(int subject, double weight)
    {
        double worth = priorWeight * weight;
        double all = worth + met[subject];
        return all > 0 ? ((worth * (1 - prior[subject])) + met[subject] - seized[subject]) / all : 1 - prior[subject];
    }

    private void ScaleBack(double exponent)
    {
        double factor = double.Exp2(-exponent);
        for (int i = 0; i < met.Length; i++)
        {
            met[i] *= factor;
            seized[i] *= factor;
        }
    }
}
