using System.Text.Json.Nodes;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Cli;

public sealed class ExpectTests
{
    [Test]
    public void It_says_what_is_expected_of_each_deployment_and_that_data_are_synthetic()
    {
        (int code, string output, string error) = Call(Shipped("two-corridors.yaml"));
        Assert.That((code, error), Is.EqualTo((ExitCode.Ok, "")));
        Assert.That(output, Does.StartWith("SYNTHETIC DATA."));
        Assert.That(
            output,
            Does.Match(@"on_the_coast +432 +12\.0%").And.Match(@"in_the_valley +288 +8\.0%").And.Match(@"both +720 +20\.0%")
        );
    }

    [Test]
    public void Json_has_every_number_and_nothing_else_on_standard_output()
    {
        (int code, string output, _) = Call(Shipped("night-shift.yaml"), "--json", "--deployments", "night");
        JsonNode night = JsonNode.Parse(output)!["deployments"]!.AsArray().Single()!;
        Assert.That(code, Is.EqualTo(ExitCode.Ok));
        Assert.That((string?)night["name"], Is.EqualTo("night"));
        Assert.That((double)night["frozen"]!["seizure_rate"]!, Is.EqualTo(0.15).Within(1e-9));
        Assert.That(
            night["frozen"]!["by_checkpoint"]!.AsObject().Sum(entry => (double)entry.Value!),
            Is.EqualTo((double)night["frozen"]!["firearms_seized"]!).Within(1e-9)
        );
        Assert.That(night["known"], Is.Null);
    }

    [Test]
    public void Organizations_that_learn_have_a_column_for_when_they_know_all_risks() =>
        Assert.That(Call(Shipped("southbound.yaml"), "--deployments", "today,second_shift").Output, Does.Contain("if they knew all risks"));

    [Test]
    public void A_deployment_that_is_not_there_is_refused_with_the_nearest()
    {
        (int code, _, string error) = Call(Shipped("two-corridors.yaml"), "--deployments", "on_coast");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(error, Does.Contain("on_the_coast"));
    }

    private static string Shipped(string file) => Path.Combine(ShippedScenariosTests.Folder, file);

    private static SimintCall Call(params string[] arguments) => Simint.Call(["expect", .. arguments]);
}
