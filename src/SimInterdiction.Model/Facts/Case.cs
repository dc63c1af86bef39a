using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Facts;

/// <summary>An investigation of the trafficking group.</summary>
/// <param name="Number">Its number, from 1, in the order in which cases are opened.</param>
/// <param name="Organization">Whom it is about.</param>
/// <param name="Ring">Which of its rings.</param>
/// <param name="Lead">The lead that opened it: the last that was missing.</param>
/// <param name="Opened">When.</param>
internal readonly record struct Case(int Number, int Organization, Ring Ring, int Lead, Instant Opened);
