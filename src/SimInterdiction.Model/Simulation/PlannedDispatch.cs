using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Simulation;

/// <summary>A planned dispatch as all arms meet it: what hangs neither on the teams nor on what organizations
/// do.</summary>
/// <param name="At">When.</param>
/// <param name="Number">Its number within its flow.</param>
/// <param name="CorridorLuck">A uniform that picks its corridor.</param>
/// <param name="Flow">The flow that plans it.</param>
/// <param name="Firearms">Its load; 0 if it does not take place.</param>
/// <param name="TakesPlace">Whether it takes place: in hours with less traffic some don't.</param>
internal readonly record struct PlannedDispatch(Instant At, ulong Number, double CorridorLuck, int Flow, int Firearms, bool TakesPlace);
