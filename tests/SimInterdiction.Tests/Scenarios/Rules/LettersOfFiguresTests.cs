using System.Text;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Scenarios.Rules;

namespace SimInterdiction.Tests.Scenarios.Rules;

public sealed class LettersOfFiguresTests
{
    // Whatever figures draw as a question mark is warned of, and nothing else is.
    [Test]
    public void The_letters_that_can_be_shown_are_those_of_the_font()
    {
        string[] wrong =
        [
            .. Enumerable
                .Range(0, 0x20000)
                .Where(Rune.IsValid)
                .Select(value => new Rune(value))
                .Where(rune => rune.Value != '?' && LettersOfFigures.CanBeShown(rune) == (Lettering.Drawable(rune.ToString()) == "?"))
                .Select(rune => $"U+{rune.Value:X4}"),
        ];
        Assert.That(wrong, Is.Empty);
    }
}
