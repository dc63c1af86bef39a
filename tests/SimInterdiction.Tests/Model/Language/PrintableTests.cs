using System.Xml;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Tests.Model.Language;

/// <summary>What is shown never gives orders to a terminal, turns the direction of writing, or breaks XML.</summary>
public sealed class PrintableTests
{
    [TestCase(
        "plain words, 5 % of 1 200 km – “ä” 東京 🚔\ttab\nline\r\nline",
        ExpectedResult = "plain words, 5 % of 1 200 km – “ä” 東京 🚔\ttab\nline\r\nline"
    )]
    [TestCase("a\u001b[31mb", ExpectedResult = "a\\u001B[31mb")]
    [TestCase("over\rwritten", ExpectedResult = "over\\u000Dwritten")]
    [TestCase("\u009b2J\u0085\u007f\0\b\a", ExpectedResult = "\\u009B2J\\u0085\\u007F\\u0000\\u0008\\u0007")]
    [TestCase("\u202egnp.exe\u2066x\u2069\u200e\u200f\u061c", ExpectedResult = "\\u202Egnp.exe\\u2066x\\u2069\\u200E\\u200F\\u061C")]
    [TestCase("\u2028\u2029\ufeff\u200b", ExpectedResult = "\\u2028\\u2029\\uFEFF\\u200B")]
    [TestCase("\ufffe\uffff\ufdd0", ExpectedResult = "\\uFFFE\\uFFFF\\uFDD0")]
    [TestCase("\U000e0041", ExpectedResult = "\\U000E0041")]
    [TestCase("\ufffd stays", ExpectedResult = "\ufffd stays")]
    [TestCase("👩‍🚒 نمی‌خواهم", ExpectedResult = "👩‍🚒 نمی‌خواهم")]
    [TestCase("", ExpectedResult = "")]
    public string What_controls_stands_as_an_escape_and_the_rest_as_it_is(string text) => Printable.Of(text);

    [Test]
    public void Half_a_character_stands_as_an_escape() =>
        Assert.That(Printable.Of("\ud83d alone, \ude00\ud83d"), Is.EqualTo("\\uD83D alone, \\uDE00\\uD83D"));

    [Test]
    public void Every_text_comes_out_valid_in_XML_and_a_second_time_unchanged()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string safe = Printable.Of($"a{(char)c}b");
            Assert.That(() => XmlConvert.VerifyXmlChars(safe), Throws.Nothing, $"U+{c:X4}");
            Assert.That(Printable.Of(safe), Is.EqualTo(safe));
        }
    }
}
