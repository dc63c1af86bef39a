namespace SimInterdiction.Model.Chronicle;

/// <summary>The course of one replication: where every shipment was when, and when teams were on duty.</summary>
public sealed record Course(IReadOnlyList<Journey> Journeys, IReadOnlyList<DutySpell> Duties);
