using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Facts;

/// <summary>Knowledge about a ring, from the trace of one firearm.</summary>
/// <param name="Number">Its number, in the order in which leads come up.</param>
/// <param name="Organization">Whom it is about.</param>
/// <param name="Ring">Which of its rings.</param>
/// <param name="From">The shipment that carried the firearm.</param>
/// <param name="TaskForce">The task force that seized it, and so holds the lead at once; null for a firearm recovered
/// in Mexico.</param>
/// <param name="CameUp">When.</param>
internal readonly record struct Lead(int Number, int Organization, Ring Ring, ShipmentName From, int? TaskForce, Instant CameUp);

/// <summary>Which shipment: the flow whose luck it has, and its number in it.</summary>
internal readonly record struct ShipmentName(int Flow, ulong Number);
