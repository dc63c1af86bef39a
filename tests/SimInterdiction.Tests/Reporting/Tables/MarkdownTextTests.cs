using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Tests.Reporting.Tables;

public sealed class MarkdownTextTests
{
    [Test]
    public void A_table_has_a_divider_as_wide_as_its_head_and_shows_every_sign()
    {
        string table = MarkdownText.Table(
            ["plan", "#seized", "#less A"],
            [
                ["a|b_c*d", "1 < 2", "-3"],
                ["two\nlines", "", "[x](y)"],
            ]
        );
        Assert.That(
            table.Split('\n'),
            Is.EqualTo(
                new[]
                {
                    "| plan | seized | less A |",
                    "| --- | ---: | ---: |",
                    @"| a\|b\_c\*d | 1 \< 2 | -3 |",
                    @"| two lines |  | \[x\](y) |",
                    "",
                    "",
                }
            )
        );
    }

    [Test]
    public void A_row_that_does_not_fit_is_an_error() =>
        Assert.That(
            () =>
                MarkdownText.Table(
                    ["a", "b"],
                    [
                        ["1"],
                    ]
                ),
            Throws.ArgumentException
        );
}
