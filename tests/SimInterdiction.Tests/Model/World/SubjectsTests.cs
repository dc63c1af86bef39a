using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.World;

public sealed class SubjectsTests
{
    [Test]
    public void Every_subject_is_known_by_a_number_of_its_own([Values(0, 1, 7)] int flows)
    {
        var subjects = new Subjects(flows);
        (SubjectKind Kind, int Number, int Subject)[] all =
        [
            .. Enumerable.Range(0, flows).Select(flow => (SubjectKind.Flow, flow, Subjects.OfFlow(flow))),
            .. Enumerable.Range(0, 100).Select(slot => (SubjectKind.Shipment, slot, subjects.OfShipment(slot))),
            .. Enumerable.Range(0, 100).Select(slot => (SubjectKind.Inquiry, slot, subjects.OfInquiry(slot))),
        ];
        Assert.That(all.Select(each => each.Subject), Is.Unique);
        foreach ((SubjectKind kind, int number, int subject) in all)
        {
            Assert.That((subjects.KindOf(subject, out int found), found), Is.EqualTo((kind, number)));
        }
    }
}
