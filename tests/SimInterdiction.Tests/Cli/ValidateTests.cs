using System.Text.Json;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Validations;
using SimInterdiction.Cli;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Reporting.Certificates;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Cli;

/// <summary><c>simint validate</c>. The laws themselves are checked one by one in
/// <see cref="Verification.OracleTests"/>.</summary>
public sealed class ValidateTests
{
    private const string Quick = "extremes,random_numbers,threads,conservation";

    [Test]
    public void Exact_checks_hold_for_any_seed_and_the_certificate_fits_80_columns()
    {
        (int code, string output, string error) = Simint.Call("validate", "--only", Quick, "--seed", "5");
        Assert.That(code, Is.EqualTo(ExitCode.Ok), output + error);
        Assert.That(output.Split('\n').Select(line => line.TrimEnd().Length), Is.All.LessThanOrEqualTo(80));
        Assert.That(
            output,
            Does.Contain("13 of 13 checks agree.").And.Contain("seed 5").And.Contain("6627e8d5 e169c58d bc57ac4c 9b00dbd8")
        );
    }

    [TestCase("--only", "snip")]
    [TestCase("somewhere")]
    [TestCase("--only", "extremes", "somewhere")]
    [TestCase("--only", "snip", "nowhere_at_all")]
    public void The_test_of_sensor_placement_needs_its_files(params string[] arguments)
    {
        (int code, string output, string error) = Simint.Call(["validate", .. arguments]);
        Assert.That((code, output), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(error, Does.Contain("files of"));
    }

    [Test]
    public void Every_law_is_listed_by_the_name_that_only_takes()
    {
        (int code, string output, _) = Simint.Call("validate", "--list");
        Assert.That(code, Is.EqualTo(ExitCode.Ok));
        string[] names =
        [
            .. output
                .Split('\n')
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
                .Select(line => line.Trim()),
        ];
        Assert.That(names, Is.Unique.And.SupersetOf(OracleCatalog.All.Select(oracle => oracle.Name)));
        Assert.That(names, Does.Contain("threads").And.All.Match("^[a-z0-9_]+$"));
    }

    [Test]
    public void An_unknown_law_is_a_mistake_in_the_command_with_the_name_probably_meant()
    {
        (int code, _, string error) = Simint.Call("validate", "--only", "thining");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(error, Does.Contain("did you mean 'thinning'?"));
    }

    // Teams that find a fifth less than theory is told: found out with certainty, the difference is twenty standard
    // errors.
    [Test]
    public void A_simulation_that_breaks_a_law_is_found_out_named_and_told_apart_from_chance()
    {
        var output = new StringWriter();
        var broken = new Validation(new Workspace("", new CommandWording()), text =>
            ScenarioReader.ReadText(text.Replace("finds: 50%", "finds: 40%")).Scenario!
        );
        using var presenter = new ValidationPresenter(
            (certificate, origin) => string.Join('\n', CertificateText.Lines(certificate, origin)),
            output,
            TextWriter.Null
        );
        int code = presenter.Tell(
            broken.Execute(new ValidationRequest(["shifts", "extremes"], Seed: 3), new Effort(), presenter, CancellationToken.None)
        );
        Assert.That(code, Is.EqualTo(ExitCode.RunFailed));
        Assert.That(
            output.ToString(),
            Does.Contain("3 of 7 checks agree.").And.Contain("Disagreeing: shifts.").And.Contain("--seed 4").And.Contain("  NO")
        );
    }

    [Test]
    public void As_json_a_certificate_holds_the_numbers_and_as_a_page_the_laws()
    {
        using JsonDocument json = JsonDocument.Parse(Simint.Call("validate", "--only", "extremes", "--json").Output);
        JsonElement law = json.RootElement.GetProperty("laws")[0];
        Assert.That(law.GetProperty("name").GetString(), Is.EqualTo("extremes"));
        Assert.That(law.GetProperty("numbers")[1].GetProperty("theory").GetDouble(), Is.EqualTo(1));
        Assert.That(law.GetProperty("numbers")[1].GetProperty("simulated").GetDouble(), Is.EqualTo(1));
        Assert.That(
            json.RootElement.GetProperty("agreeing").GetInt32(),
            Is.EqualTo(json.RootElement.GetProperty("checks").GetInt32()).And.EqualTo(3)
        );
        Assert.That(
            Simint.Call("validate", "--only", "extremes", "--md").Output,
            Does.StartWith("# Theory against simulation").And.Contain("| everything: seizure rate | 100% | 100% |  | yes |")
        );
    }

    // At one in a thousand each, Bonferroni.
    [Test]
    public void The_chance_of_a_false_alarm_is_added_up_over_the_checks_that_can_fail()
    {
        OracleCheck byChance = new(new Expectation("a", "seizure_rate", 0.5), 0.5, 0.01);
        OracleCheck exact = new(new Expectation("a", "seizure_rate", 1) { IsExact = true }, 1, 0);
        var certificate = new Certificate(
            [new CertifiedFamily("f", [new CertifiedLaw("l", "l", "s", 1, [byChance, byChance, exact], [])])],
            0,
            IsComplete: true
        );
        Assert.That(certificate.ChecksByChance, Is.EqualTo(2));
        Assert.That(certificate.ChanceOfAnyDisagreeing, Is.EqualTo(0.002).Within(1e-12));
    }
}
