using SimInterdiction.Engine.Distributions;

namespace SimInterdiction.Model.Expectations;

/// <summary>Shipments that are found alike.</summary>
/// <param name="Share">Their share of the shipments of a flow.</param>
/// <param name="Firearms">How many each carries, as far as finding it goes.</param>
/// <param name="MeanFirearms">How many they carry on average.</param>
internal sealed record LoadClass(double Share, int Firearms, double MeanFirearms)
{
    private const double Negligible = 1e-12;

    /// <summary>The classes of a law of whole numbers: one for each size, or one for all where no size is found more
    /// easily than another.</summary>
    public static LoadClass[] Of(Distribution load, bool findsDependOnLoad)
    {
        if (!findsDependOnLoad)
        {
            return [new LoadClass(1, 1, load.Mean)];
        }

        var classes = new List<LoadClass>();
        for (int firearms = (int)load.Minimum; load.Survival(firearms - 1) > Negligible; firearms++)
        {
            double share = load.Survival(firearms - 1) - load.Survival(firearms);
            if (share > 0)
            {
                classes.Add(new LoadClass(share, firearms, firearms));
            }
        }

        return [.. classes];
    }
}
