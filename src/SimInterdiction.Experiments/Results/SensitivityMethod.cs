namespace SimInterdiction.Experiments.Results;

/// <summary>How the inputs that nobody knows are varied.</summary>
public enum SensitivityMethod
{
    /// <summary>One at a time, from its lowest to its highest (Howard 1988).</summary>
    Tornado,

    /// <summary>Random walks that move one input after the other (Morris 1991).</summary>
    Morris,

    /// <summary>All at once, at random; how much of the variance each input accounts for (Sobol 1993).</summary>
    Sobol,

    /// <summary>Two inputs over a grid.</summary>
    Map,

    /// <summary>Every deployment at best guess, at each input's ends, and at the corners of the three that matter
    /// most.</summary>
    Verdicts,

    /// <summary>All at once, at random; the region in which a deployment is not worth it (scenario discovery; Bryant
    /// and Lempert 2010).</summary>
    Discover,
}
