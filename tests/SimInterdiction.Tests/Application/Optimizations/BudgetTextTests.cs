using SimInterdiction.Application.Optimizations;

namespace SimInterdiction.Tests.Application.Optimizations;

public sealed class BudgetTextTests
{
    [TestCase("12_000 officer-hours", 12000)]
    [TestCase("12,000 officer hours", 12000)]
    [TestCase(" 12000  Officer-hours ", 12000)]
    [TestCase("1,250.5 officer-hours", 1250.5)]
    public void Officer_hours_are_read_as_people_write_them(string text, double hours) =>
        Assert.That(BudgetText.Read([text])?.OfficerHours, Is.EqualTo(hours));

    [TestCase("1,000,000 USD", 1e6)]
    [TestCase("500 usd", 500)]
    public void Money_is_read_too(string text, double cost) => Assert.That(BudgetText.Read([text])?.CostUsd, Is.EqualTo(cost));

    [TestCase("12,00 officer-hours", "'12,00' is no amount: write 12,000 or 12_000")]
    [TestCase("1.2.3 USD", "'1.2.3' is no amount: write 12,000 or 12_000")]
    [TestCase("12000", "'12000' has no unit: write officer-hours or USD after it")]
    [TestCase("12000 men", "'men' is no unit of a budget: write officer-hours or USD")]
    [TestCase("lots", "'lots' does not begin with an amount")]
    public void What_is_wrong_is_said(string text, string fault)
    {
        Assert.That(BudgetText.Read([text]), Is.Null);
        Assert.That(BudgetText.Fault(text), Is.EqualTo(fault));
    }

    [Test]
    public void What_can_be_read_has_no_fault() => Assert.That(BudgetText.Fault("12,000 officer-hours"), Is.Null);
}
