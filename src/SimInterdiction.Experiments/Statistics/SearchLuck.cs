namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// The luck of the searches in successive replications, which go round in groups: the control of a measure
/// (<see cref="ControlledMoments"/>). The entries that a measure is reported by have one and the same, which is kept
/// once for all of them.
/// </summary>
/// <param name="each">By how much the measure's y and x rise with each one seized.</param>
public sealed class SearchLuck(ControlSlopes each)
{
    private readonly Group[] groups = new Group[ControlledMoments.Groups];
    private readonly UnseenFinds unseen = new(each);

    /// <summary>How many replications.</summary>
    public long Count { get; private set; }

    /// <summary>The group of the latest replication.</summary>
    internal int Latest => (int)((Count - 1) % ControlledMoments.Groups);

    /// <summary>What the luck of the latest replication differs by from the mean of its group, its own
    /// included.</summary>
    internal double Left { get; private set; }

    /// <summary>Adds a replication; to be called in replication order.</summary>
    public void Add(in Searches searches)
    {
        Count++;
        ref Group group = ref groups[Latest];
        group.Count++;
        group.Control.Add(searches.Luck, group.Count, controlLeft: 0);
        Left = searches.Luck - group.Control.Mean;
        group.Finds += searches.Finds * searches.Finds;
        group.Seized += searches.Seized;
        double square = searches.Luck * searches.Luck;
        group.Squares += square;
        group.Fourths += square * square;
        unseen.Add(searches with { OfDenominator = 0 });
    }

    /// <summary>The finds that did not show.</summary>
    /// <param name="ofDenominator">The sum of what searches decide of the denominator.</param>
    internal UnseenFinds Unseen(double ofDenominator) => unseen.WithDenominator(ofDenominator);

    /// <summary>What a group holds.</summary>
    internal ref readonly Group Of(int group) => ref groups[group];

    /// <summary>A group, or several together.</summary>
    internal struct Group
    {
        /// <summary>How many replications.</summary>
        public long Count;

        /// <summary>Of the luck.</summary>
        public Marginal Control;

        public double Finds;
        public double Seized;
        public double Squares;
        public double Fourths;

        /// <summary>In how many replications the luck would be as unevenly shared if it were the same in these, and
        /// none in all others: a third of all where it is normal.</summary>
        public readonly double EffectiveReplications => Fourths > 0 ? Squares * Squares / Fourths : 0;

        /// <summary>Adds what another found; its replications and control are not added.</summary>
        public void AddFinds(in Group other)
        {
            Finds += other.Finds;
            Seized += other.Seized;
            Squares += other.Squares;
            Fourths += other.Fourths;
        }
    }
}
