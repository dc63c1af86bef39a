using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Replications;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

public sealed class LuckWordsTests
{
    private const string NotNarrower = "Corrected for search luck, which did not clearly narrow the intervals here.";
    private const string Narrower = "Corrected for search luck, which is worth ";

    // Of variances left the reciprocal, by hand; the middle one of the differences tells, of two the larger gain.
    [TestCase(Narrower + "20 times the replications.", .05, .05)]
    [TestCase(Narrower + "20 times the replications for All units at the ports (4.0 to 50 over all deployments).", .25, .05, .02)]
    [TestCase(Narrower + "8.0 times the replications for All units at the ports (0.8 to 8.0 over all deployments).", 1.25, .125)]
    [TestCase(NotNarrower, 1.02, .95)]
    [TestCase(Narrower + "over 1,000 times the replications.", 1e-27, 0)]
    public void The_gain_is_told_as_replications_and_in_every_form(string expected, params double[] left)
    {
        StudyResult study = With(left);
        Assert.That(LuckWords.Of(study), Is.EqualTo(expected));
        Assert.That(string.Join(' ', TerminalTable.Lines(study, SampleStudy.Provenance)), Does.Contain(expected));
        Assert.That(
            ReplicationsFigure.Analyse(study, SampleStudy.Provenance).Words.Subtitle,
            Does.Contain("From 20 on, the luck of the searches is taken out.")
        );
    }

    // 1.25 times: a logarithm of .22. Of .8 left, R is .447, so the standard error is .894 / sqrt(n): .045 of 400, .2
    // of 20.
    [TestCase(400, false)]
    [TestCase(20, true)]
    public void Luck_narrows_only_where_that_is_sure(int replications, bool isOpen)
    {
        Assert.That(LuckWords.Of(With([.8]) with { Replications = replications }) == NotNarrower, Is.EqualTo(isOpen));
        Assert.That(LuckWords.Meaning, Does.Not.Contain("narrow"), "said of every study");
    }

    [TestCase(.01, "even the deployment with most comes to about 4 shipments in all 400 replications")]
    [TestCase(.001, "even the deployment with most comes to about 1 shipment in all 400 replications")]
    public void Few_seizures_are_said_instead_of_a_gain(double seized, string expected)
    {
        StudyResult study = With([.5, .25]);
        StudyResult few = study with { Deployments = [.. study.Deployments.Select(d => d with { Measures = Seizing(d, seized) })] };
        Assert.That(LuckWords.Of(few), Is.Null);
        Assert.That(Answer.Of(few).Sentences, Has.One.Contains(expected));
        StudyResult many = study with { Deployments = [.. study.Deployments.Select(d => d with { Measures = Seizing(d, 10.0 / 400) })] };
        Assert.That(LuckWords.Few(many), Is.Null);

        static Dictionary<string, Estimate> Seizing(DeploymentResult d, double seized) =>
            new(d.Measures) { ["shipments_seized"] = new Estimate(seized, 0, 1) };
    }

    [Test]
    public void Where_nothing_is_taken_out_nothing_is_said()
    {
        StudyResult study = SampleStudy.All["two"];
        Assert.That(LuckWords.Of(study), Is.Null);
        Assert.That(string.Join(' ', TerminalTable.Lines(study, SampleStudy.Provenance)), Does.Not.Contain("luck"));
        Assert.That(ReplicationsFigure.Analyse(study, SampleStudy.Provenance).Words.Subtitle, Does.Not.Contain("luck"));
    }

    [Test]
    public void With_one_deployment_its_own_measure_tells()
    {
        StudyResult study = SampleStudy.All["one"];
        DeploymentResult one = study.Deployments[0];
        var measures = one.Measures.ToDictionary(m => m.Key, m => m.Value with { VarianceLeft = .05 });
        Assert.That(
            LuckWords.Of(study with { Deployments = [one with { Measures = measures }] }),
            Is.EqualTo(Narrower + "20 times the replications.")
        );
    }

    [Test]
    public void Json_has_what_is_left_of_the_variance_and_null_where_nothing_was_taken_out()
    {
        using var json = JsonDocument.Parse(ResultJson.Write(With([.25, .05]), SampleStudy.Provenance));
        Assert.That(
            json.RootElement.GetProperty("comparisons").EnumerateArray().Select(c => c.GetProperty("variance_left").GetDouble()),
            Is.EqualTo(new[] { .25, .05 })
        );
        JsonElement measure = json
            .RootElement.GetProperty("deployments")
            .EnumerateObject()
            .First()
            .Value.GetProperty("measures")
            .EnumerateObject()
            .First()
            .Value;
        Assert.That(measure.GetProperty("variance_left").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void An_average_a_little_below_nothing_is_drawn_as_nothing()
    {
        var sizes = new MapSizes(10, .5, 100);
        Assert.That(
            (sizes.Radius(-.01), sizes.LineWidth(-.01), sizes.Color(-.01)),
            Is.EqualTo((sizes.Radius(0), sizes.LineWidth(0), sizes.Color(0)))
        );
    }

    private static StudyResult With(double[] left)
    {
        StudyResult typical = SampleStudy.Typical();
        return typical with
        {
            Comparisons = [.. typical.Comparisons.Take(left.Length).Zip(left, (c, share) => c with { VarianceLeft = share })],
        };
    }
}
