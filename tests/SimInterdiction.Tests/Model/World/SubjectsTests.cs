using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.World;

public sealed class SubjectsTests
{
    [Test]
    public void Every_subject_is_known_by_a_number_of_its_own()
    {
        (bool IsInquiry, int Slot, int Subject)[] all =
        [
            .. Enumerable.Range(0, 100).Select(slot => (false, slot, Subjects.OfShipment(slot))),
            .. Enumerable.Range(0, 100).Select(slot => (true, slot, Subjects.OfInquiry(slot))),
        ];
        Assert.That(all.Select(each => each.Subject), Is.Unique);
        foreach ((bool isInquiry, int slot, int subject) in all)
        {
            Assert.That((Subjects.IsInquiry(subject, out int found), found), Is.EqualTo((isInquiry, slot)));
        }
    }
}
