using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>The trafficking group: unused leads in a list, cases in a queue, investigators that are counted.</summary>
internal sealed class NaiveGroup(
    NaiveTwin twin,
    NaiveBooks books,
    NaiveIntelligence desk,
    TraffickingGroup rules,
    Identities words,
    StreamRegister register,
    uint replication
)
{
    private readonly List<NaiveLead> taken = [];
    private readonly List<NaiveLead> unused = [];
    private readonly List<NaiveRing> investigated = [];
    private readonly List<NaiveCase> queue = [];
    private readonly List<double> closings = [];

    public TraffickingGroup Rules => rules;

    public List<NaiveRing> OpenedInWindow { get; } = [];

    public void Take(NaiveLead lead)
    {
        taken.Add(lead);
        if (investigated.Contains(lead.Ring))
        {
            return;
        }

        unused.Add(lead);
        NaiveLead[] firsts =
        [
            .. unused
                .Where(l => l.Ring == lead.Ring && (rules.WithinHours is null || l.CameUp >= twin.Now - rules.WithinHours))
                .GroupBy(l => l.From)
                .Select(ofOneShipment => ofOneShipment.First()),
        ];
        if (firsts.Length < rules.OpensAtLeads)
        {
            return;
        }

        foreach (NaiveLead used in firsts)
        {
            unused.RemoveAt(unused.FindIndex(l => ReferenceEquals(l, used)));
        }

        investigated.AddRange(lead.Ring.IsOneOfMany ? [lead.Ring] : Array.Empty<NaiveRing>());
        Open(lead.Organization, lead.Ring);
    }

    /// <summary>Works off the queue, for the waits: the next one goes to whoever is done first.</summary>
    public void Finish()
    {
        while (queue.Count > 0)
        {
            NaiveCase next = TakeNext();
            double begins = closings.Min();
            closings.Remove(begins);
            closings.Add(begins + next.TakesHours);
            CountWait(next, begins);
        }
    }

    private void Open(string organization, NaiveRing ring)
    {
        ulong number = desk.NextCaseOf(organization);
        double takes = rules.TakesHours.Quantile(
            Philox.Draw(register.KeyOf("case", words.WordOfOrganization(organization)), replication, number).First
        );
        books.CountBy(organization, Total.CasesOpened, books.IsObserved(twin.Now) ? 1 : 0);
        OpenedInWindow.AddRange(books.IsObserved(twin.Now) ? [ring] : Array.Empty<NaiveRing>());
        queue.Add(new NaiveCase(organization, ring, twin.Now, takes));
        BeginIfFree();
    }

    private void BeginIfFree()
    {
        if (queue.Count == 0 || closings.Count == rules.Capacity)
        {
            return;
        }

        NaiveCase next = TakeNext();
        double closes = twin.Now + next.TakesHours;
        closings.Add(closes);
        CountWait(next, twin.Now);
        twin.At(closes, NaivePhase.Case, () => Close(next, closes));
    }

    private NaiveCase TakeNext()
    {
        NaiveCase next = rules.First == CaseOrder.Oldest ? queue[0] : queue.MaxBy(LeadsOn)!;
        queue.RemoveAt(queue.FindIndex(waiting => ReferenceEquals(waiting, next)));
        return next;
    }

    // What comes after the window gives no precedence.
    private int LeadsOn(NaiveCase waiting) =>
        waiting.OpenedAt < books.WindowTo ? taken.Count(lead => lead.Ring == waiting.Ring && lead.CameUp < books.WindowTo) : 0;

    private void Close(NaiveCase closed, double closes)
    {
        closings.Remove(closes);
        if (closed.Ring.IsOneOfMany)
        {
            desk.Dismantle(closed.Organization, closed.Ring, rules);
        }
        else
        {
            desk.Disrupt(closed.Organization, rules);
        }

        BeginIfFree();
    }

    private void CountWait(NaiveCase begun, double begins) =>
        books.CountBy(begun.Organization, Total.CaseWaitHours, books.IsObserved(begun.OpenedAt) ? begins - begun.OpenedAt : 0);

    private sealed record NaiveCase(string Organization, NaiveRing Ring, double OpenedAt, double TakesHours);
}
