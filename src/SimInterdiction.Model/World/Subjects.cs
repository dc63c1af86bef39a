namespace SimInterdiction.Model.World;

/// <summary>The numbers by which the calendar knows what its events are about: shipments and inquiries (traces and
/// cases) in turn, since nobody knows beforehand how many there will be.</summary>
internal static class Subjects
{
    public static int OfShipment(int slot) => 2 * slot;

    public static int OfInquiry(int slot) => (2 * slot) + 1;

    /// <summary>Whether a subject is an inquiry, or else a shipment.</summary>
    /// <param name="subject">As made by one of the others.</param>
    /// <param name="slot">The slot.</param>
    public static bool IsInquiry(int subject, out int slot)
    {
        (slot, int rest) = Math.DivRem(subject, 2);
        return rest != 0;
    }
}
