using SimInterdiction.Model.Language;

namespace SimInterdiction.Tests.Model.Language;

public sealed class LabelsTests
{
    [TestCase("laredo_port", null, "Laredo Port")]
    [TestCase("laredo_port", " ", "Laredo Port")]
    [TestCase("paso_del_norte", null, "Paso del Norte")]
    [TestCase("the_bridge_of_the_americas", null, "The Bridge of the Americas")]
    [TestCase("houston_to_el_paso_0600_1800", null, "Houston to El Paso 0600 1800")]
    [TestCase("laredo_port", "World Trade Bridge", "World Trade Bridge")]
    [TestCase("x", null, "X")]
    [TestCase("", null, "")]
    public void A_thing_without_a_label_shows_its_name_in_words(string name, string? label, string shown) =>
        Assert.That(Labels.Of(name, label), Is.EqualTo(shown));

    [Test]
    public void A_label_of_any_length_is_shown_with_its_beginning_and_its_end()
    {
        string shown = Labels.Of("x", $"Begin {new string('y', 19_000)} end");
        Assert.That(shown, Has.Length.AtMost(Labels.Longest).And.StartWith("Begin yyy").And.EndWith("yyy end"));
    }
}
