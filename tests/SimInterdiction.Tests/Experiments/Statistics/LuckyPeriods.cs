using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>
/// Studies of skewed counts whose truth is known: periods with a Poisson number of shipments, each with a geometric
/// number of firearms, each found by luck that all deployments share, with a chance that differs from shipment to
/// shipment. The control is what was found less what was to be expected.
/// </summary>
internal sealed class LuckyPeriods(int seed)
{
    /// <summary>Shipments that a deployment with lanes for few can find in a period at most.</summary>
    public const int Lanes = 2;

    private const double Shipments = 6;
    private const double MoreFirearms = .7;

    // Half of the shipments are harder to find, the others easier, by this factor.
    private const double Harder = .4;
    private const double Easier = 2 - Harder;

    private readonly Random random = new(seed);

    // Of its own, so that what is found does not depend on who looks at lanes.
    private readonly Random busy = new(-seed);

    /// <summary>Firearms found on average.</summary>
    public static double Mean(double chance) => Shipments * chance / (1 - MoreFirearms);

    /// <summary>Shipments found on average where lanes are few: E min(N, lanes) of a Poisson N.</summary>
    public static double MeanOfFewLanes(double chance)
    {
        (double left, double probability) = (0, Math.Exp(-Shipments * chance));
        for (int found = 0; found < Lanes; found++)
        {
            left += (Lanes - found) * probability;
            probability *= Shipments * chance / (found + 1);
        }

        return Lanes - left;
    }

    /// <summary>A study of deployments with these chances.</summary>
    public Study Draw(int replications, params double[] chances)
    {
        var study = new Study(chances.Length, replications, busy);
        for (int i = 0; i < replications; i++)
        {
            for (int shipment = Poisson(); shipment > 0; shipment--)
            {
                int firearms = 1 + (int)(Math.Log(1 - random.NextDouble()) / Math.Log(MoreFirearms));
                double factor = random.NextDouble() < .5 ? Harder : Easier;
                double luck = random.NextDouble();
                for (int system = 0; system < chances.Length; system++)
                {
                    study.Add(system, i, firearms, luck < factor * chances[system], factor * chances[system]);
                }
            }
        }

        return study;
    }

    private int Poisson()
    {
        int count = 0;
        for (double product = random.NextDouble(), limit = Math.Exp(-Shipments); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    /// <summary>By deployment and period.</summary>
    public sealed class Study(int systems, int replications, Random busy)
    {
        private readonly double[][] firearms = Zeros(systems, replications);
        private readonly double[][] found = Zeros(systems, replications);
        private readonly double[][] let = Zeros(systems, replications);
        private readonly double[][] shipments = Zeros(systems, replications);
        private readonly double[][] firearmsLuck = Zeros(systems, replications);
        private readonly double[][] shipmentsLuck = Zeros(systems, replications);

        public void Add(int system, int period, int load, bool isFound, double chance)
        {
            double luck = (isFound ? 1 : 0) - chance;
            firearms[system][period] += load;
            found[system][period] += isFound ? load : 0;
            let[system][period] += isFound && busy.Next(3) > 0 ? load : 0;
            shipments[system][period] += isFound ? 1 : 0;
            firearmsLuck[system][period] += load * luck;
            shipmentsLuck[system][period] += luck;
        }

        public MeasureValues Found(int system) => new(found[system], null, Searched(system, firearmsLuck, found[system]));

        public MeasureValues Rate(int system) => new(found[system], firearms[system], Searched(system, firearmsLuck, found[system]));

        /// <summary>What searching costs, at 1 a period, over what is found.</summary>
        public MeasureValues Cost(int system)
        {
            SearchedValues found = Searched(system, firearmsLuck, this.found[system]);
            return new(
                [.. this.found[system].Select(_ => 1.0)],
                this.found[system],
                new SearchedValues(
                    [.. found.Each.Select(each => each with { OfNumerator = 0, OfDenominator = each.Seized })],
                    new ControlSlopes(0, 1)
                )
            );
        }

        /// <summary>Where a lane is busy for each third that would be found.</summary>
        public MeasureValues RateWhereLanesAreBusy(int system) =>
            new(let[system], firearms[system], Searched(system, firearmsLuck, let[system]));

        public MeasureValues FoundInFewLanes(int system)
        {
            double[] let = [.. shipments[system].Select(n => Math.Min(n, Lanes))];
            return new(let, null, Searched(system, shipmentsLuck, let));
        }

        private SearchedValues Searched(int system, double[][] luck, double[] seized) =>
            new(
                [.. seized.Select((taken, i) => new Searches(luck[system][i], taken, shipmentsLuck[system][i], taken, 0))],
                new ControlSlopes(1, 0)
            );

        private static double[][] Zeros(int systems, int replications) =>
            [.. Enumerable.Range(0, systems).Select(_ => new double[replications])];
    }
}
