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
    private readonly List<NaiveLead> unused = [];
    private readonly List<(string Organization, double OpenedAt, double TakesHours)> queue = [];
    private readonly List<double> closings = [];

    public TraffickingGroup Rules => rules;

    public void Take(NaiveLead lead)
    {
        unused.Add(lead);
        NaiveLead[] firsts =
        [
            .. unused
                .Where(l => l.Organization == lead.Organization && (rules.WithinHours is null || l.CameUp >= twin.Now - rules.WithinHours))
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

        Open(lead.Organization);
    }

    /// <summary>Works off the queue, for the waits: the first in it goes to whoever is done first.</summary>
    public void Finish()
    {
        foreach ((string organization, double openedAt, double takes) in queue)
        {
            double begins = closings.Min();
            closings.Remove(begins);
            closings.Add(begins + takes);
            CountWait(organization, openedAt, begins);
        }
    }

    private void Open(string organization)
    {
        ulong number = desk.NextCaseOf(organization);
        double takes = rules.TakesHours.Quantile(
            Philox.Draw(register.KeyOf("case", words.WordOfOrganization(organization)), replication, number).First
        );
        books.CountBy(organization, Total.CasesOpened, books.IsObserved(twin.Now) ? 1 : 0);
        queue.Add((organization, twin.Now, takes));
        BeginIfFree();
    }

    private void BeginIfFree()
    {
        if (queue.Count == 0 || closings.Count == rules.Capacity)
        {
            return;
        }

        (string organization, double openedAt, double takes) = queue[0];
        queue.RemoveAt(0);
        double closes = twin.Now + takes;
        closings.Add(closes);
        CountWait(organization, openedAt, twin.Now);
        twin.At(closes, NaivePhase.Intelligence, () => Close(organization, closes));
    }

    private void Close(string organization, double closes)
    {
        closings.Remove(closes);
        desk.Disrupt(organization, rules);
        BeginIfFree();
    }

    private void CountWait(string organization, double openedAt, double begins) =>
        books.CountBy(organization, Total.CaseWaitHours, books.IsObserved(openedAt) ? begins - openedAt : 0);
}
