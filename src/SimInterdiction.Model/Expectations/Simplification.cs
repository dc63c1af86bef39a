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

    /// <summary>A team that rotates at random is taken for one that is at each of its checkpoints by a chance of its
    /// own, though two of them are on one corridor.</summary>
    Rotations,

    /// <summary>A place or road has opening hours, or a team has turns or exceptions: in a few random scenarios with
    /// such, simulation was found far from the expectation, for a reason not known yet.</summary>
    ClosedTimes,
}
