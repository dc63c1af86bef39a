using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        passingBefore = new double[((prior.Length / Vector512<double>.Count) + 1) * Vector512<double>.Count];
        Array.Fill(passingBefore, 1);
        for (int subject = 0; subject < prior.Length; subject++)
        {
            passingBefore[subject] = 1 - prior[subject];
        }

        passed = new double[passingBefore.Length];
        met = new double[passingBefore.Length];
    }

    /// <summary>Room for one number a subject and at least one more, a multiple of a vector's.</summary>
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

        return PowerOfTwo(exponent);
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
    public void ChancesOfPassing(double weight, Span<double> passing)
    {
        Vector512<double> worth = Vector512.Create(priorWeight * weight);
        ref double chance = ref MemoryMarshal.GetReference(passing[..Room]);
        for (nuint i = 0; i < (nuint)met.Length; i += (nuint)Vector512<double>.Count)
        {
            Vector512<double> before = Vector512.LoadUnsafe(ref passingBefore[0], i);
            Vector512<double> all = worth + Vector512.LoadUnsafe(ref met[0], i);
            Vector512<double> past = (worth * before) + Vector512.LoadUnsafe(ref passed[0], i);
            Vector512.ConditionalSelect(Vector512.GreaterThan(all, Vector512<double>.Zero), past / all, before).StoreUnsafe(ref chance, i);
        }
    }

    // Right to a few in 10^14. double.Exp2 calls the C library's pow: 25 ns for each shipment of an organization that
    // learns.
    private static double PowerOfTwo(double exponent) => Vector128.Exp(Vector128.CreateScalar(exponent * double.Log(2))).ToScalar();

    private void ScaleBack(double exponent)
    {
        double factor = PowerOfTwo(-exponent);
        for (int i = 0; i < met.Length; i++)
        {
            met[i] *= factor;
            passed[i] *= factor;
        }
    }
}
