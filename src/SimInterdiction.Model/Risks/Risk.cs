namespace SimInterdiction.Model.Risks;

/// <summary>Chances of losing a shipment under a deployment.</summary>
/// <param name="OfCorridors">By flow and the index of the corridor among the flow's.</param>
/// <param name="OfPlaces">By organization and place, of the organization's shipments that reach the place.</param>
internal sealed record Risk(double[][] OfCorridors, double[][] OfPlaces);
