namespace SimInterdiction.Model.Language;

/// <summary>What a number measures. The base unit in parentheses is the one the model computes in.</summary>
public enum Quantity
{
    /// <summary>A bare whole number (lanes, officers, replications) or a bare number without unit.</summary>
    Count,

    /// <summary>A probability or share, written <c>35%</c> or <c>0.35</c>; between 0 and 1.</summary>
    Share,

    /// <summary>A multiplier, written <c>130%</c> or <c>1.3</c>; may exceed 1.</summary>
    Factor,

    /// <summary>A difference of shares, written <c>0.2 points</c> (0.002).</summary>
    Points,

    /// <summary>A duration (hours).</summary>
    Duration,

    /// <summary>A length of road (miles).</summary>
    Length,

    /// <summary>A speed (miles per hour).</summary>
    Speed,

    /// <summary>Money (USD).</summary>
    Money,

    /// <summary>Vehicles, firearms or shipments per time; the unit is part of the value (per hour).</summary>
    Rate,

    /// <summary>A value of the measure that stands beside it under <c>measure</c>, in that measure's unit.</summary>
    OfMeasure,

    /// <summary>A difference between two values of that measure: <c>0.2 points</c> where it is a share, else in its
    /// unit.</summary>
    DifferenceOfMeasure,
}
