namespace SimInterdiction.Model.Expectations;

/// <summary>What an expectation leaves out, where the simulation has it.</summary>
public enum Simplification
{
    /// <summary>Organizations stay as they are at the beginning: they learn nothing, split no loads, don't watch or lie
    /// low.</summary>
    Adaptation,

    /// <summary>No lead raises a chance to stop.</summary>
    Leads,

    /// <summary>No case keeps anything from being sent.</summary>
    Cases,

    /// <summary>Lanes are full as often as in the long run, though more than a tenth of what one team stops finds them
    /// so.</summary>
    FullLanes,

    /// <summary>Who waits for a lane is searched as if at once, though more than half a percent of what one team stops
    /// still waits when its shift ends.</summary>
    Waits,

    /// <summary>Vehicles reach secondary inspection as a Poisson stream, though primary lanes may be full or searches
    /// alike, and some find secondary full.</summary>
    Referrals,

    /// <summary>So many teams rotate at random on one corridor that some are taken for being at each of their
    /// checkpoints by a chance of its own.</summary>
    Rotations,
}
