using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Facts;

/// <summary>A request to find a firearm's origin and purchaser.</summary>
/// <param name="Number">Its number, from 1, in the order in which it becomes certain that traces are submitted.</param>
/// <param name="Organization">Whose firearm it was.</param>
/// <param name="Ring">Which of its rings sent it.</param>
/// <param name="From">The shipment that carried it.</param>
/// <param name="TaskForce">The task force that seized it; null for a firearm recovered in Mexico.</param>
/// <param name="Left">When the shipment left.</param>
internal readonly record struct Trace(int Number, int Organization, Ring Ring, ShipmentName From, int? TaskForce, Instant Left);
