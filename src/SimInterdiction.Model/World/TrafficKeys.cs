using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Model.World;

/// <summary>Random numbers of the legitimate vehicles that a team stops, by its place and its rank there.</summary>
/// <param name="Vehicles">When they come, and how long they are searched.</param>
/// <param name="Referrals">Which of them are referred to secondary inspection, and how long they are searched
/// there.</param>
internal readonly record struct TrafficKeys(StreamKey Vehicles, StreamKey Referrals);
