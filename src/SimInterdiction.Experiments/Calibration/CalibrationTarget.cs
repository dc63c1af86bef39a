using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>A figure that a measure shall come to.</summary>
/// <param name="Measure">The measure; not a pooled one.</param>
/// <param name="Deployment">Of which deployment, against the organizations as stated.</param>
/// <param name="Value">The figure, in the measure's own unit.</param>
/// <param name="GiveOrTake">How far off the figure itself may be, to either side, any error as likely as another; 0: it
/// is exact.</param>
public sealed record CalibrationTarget(Measure Measure, string Deployment, double Value, double GiveOrTake);
