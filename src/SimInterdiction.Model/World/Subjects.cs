namespace SimInterdiction.Model.World;

/// <summary>What an event of the calendar is about.</summary>
internal enum SubjectKind
{
    /// <summary>The next planned dispatch of a flow.</summary>
    Flow,

    /// <summary>The shipment in a slot.</summary>
    Shipment,

    /// <summary>The trace or case in a slot.</summary>
    Inquiry,
}

/// <summary>The numbers by which the calendar knows what its events are about: flows first, then shipments and
/// inquiries in turn, since nobody knows beforehand how many there will be.</summary>
/// <param name="flows">How many flows there are.</param>
internal readonly struct Subjects(int flows)
{
    public static int OfFlow(int flow) => flow;

    public int OfShipment(int slot) => flows + (2 * slot);

    public int OfInquiry(int slot) => flows + (2 * slot) + 1;

    /// <summary>What a subject is.</summary>
    /// <param name="subject">As made by one of the others.</param>
    /// <param name="number">The flow, or the slot.</param>
    public SubjectKind KindOf(int subject, out int number)
    {
        if (subject < flows)
        {
            number = subject;
            return SubjectKind.Flow;
        }

        (number, int rest) = Math.DivRem(subject - flows, 2);
        return rest == 0 ? SubjectKind.Shipment : SubjectKind.Inquiry;
    }
}
