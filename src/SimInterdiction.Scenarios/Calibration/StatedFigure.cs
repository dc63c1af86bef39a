namespace SimInterdiction.Scenarios.Calibration;

/// <summary>A figure that a measure should come to.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Deployment">Of which deployment.</param>
/// <param name="Value">The figure, in the measure's unit in files (rates are shares, times hours).</param>
/// <param name="GiveOrTake">How far off the figure itself may be, to either side; 0 where that was not said.</param>
/// <param name="Written">The figure as it was written: <c>2000 +- 50</c>.</param>
public sealed record StatedFigure(string Measure, string Deployment, double Value, double GiveOrTake, string Written);
