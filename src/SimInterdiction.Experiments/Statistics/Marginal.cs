namespace SimInterdiction.Experiments.Statistics;

/// <summary>The moments of one variable, and with a control, in one pass (Welford 1962).</summary>
internal struct Marginal
{
    /// <summary>The mean.</summary>
    public double Mean;

    /// <summary>Sum of the squares of what the values differ from the mean by.</summary>
    public double Squares;

    /// <summary>The same of the products with what the control differs from its mean by.</summary>
    public double WithControl;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">How many there are with it.</param>
    /// <param name="controlLeft">What its control differs by from the mean of all controls, its own among them.</param>
    /// <returns>What the value differed by from the mean before.</returns>
    public double Add(double value, long count, double controlLeft)
    {
        double deviation = value - Mean;
        Mean += deviation / count;
        Squares += deviation * (value - Mean);
        WithControl += deviation * controlLeft;
        return deviation;
    }

    /// <summary>Adds all that others hold (Pebay 2008).</summary>
    /// <param name="others">The others.</param>
    /// <param name="share">Their share of all.</param>
    /// <param name="weight">Their number times that of the ones before, over all.</param>
    /// <param name="betweenControls">What the mean of their controls differs by from that of the ones before.</param>
    /// <returns>What their mean differs by from the mean before.</returns>
    public double Add(in Marginal others, double share, double weight, double betweenControls)
    {
        double between = others.Mean - Mean;
        Mean += between * share;
        Squares += others.Squares + (between * between * weight);
        WithControl += others.WithControl + (between * betweenControls * weight);
        return between;
    }

    /// <summary>The moments of the values less the control times a slope, without their control.</summary>
    /// <param name="slope">The slope.</param>
    /// <param name="control">Of the control.</param>
    public readonly Marginal Less(double slope, in Marginal control) =>
        new() { Mean = Mean - (slope * control.Mean), Squares = Squares - (2 * slope * WithControl) + (slope * slope * control.Squares) };
}
