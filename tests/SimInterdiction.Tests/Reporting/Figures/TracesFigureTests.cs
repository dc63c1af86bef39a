using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Figures.Fates;

namespace SimInterdiction.Tests.Reporting.Figures;

public sealed class TracesFigureTests
{
    // Of 2,000 traces 1,000 are unresolved; of 1,000 leads 100 are stale, 60 and 140 in cases, 300 acted on, 400
    // unused.
    [Test]
    public void Each_trace_is_counted_once()
    {
        StudyResult two = SampleStudy.All["two"];
        StudyResult plain = two with { Deployments = [.. two.Deployments.Select(d => With(d, [("traces", 0)]))] };
        StudyResult study = plain with { Deployments = [plain.Deployments[0], WithTraces(plain.Deployments[1])] };
        FigureKind kind = FigureCatalog.Find("traces")!;
        Assert.That((kind.HasData(plain), kind.HasData(study)), Is.EqualTo((false, true)));
        var figure = (FatesFigure)kind.Analyse(new FigureSubject(study, SampleStudy.Provenance));
        Assert.That(figure.Rows, Has.Count.EqualTo(1));
        Assert.That(figure.Rows[0].OfHundred, Is.EqualTo(new double[] { 3, 7, 15, 20, 5, 50 }));
        Assert.That(
            figure.Words.Title,
            Is.EqualTo("Nights at Laredo: of 100 traces, 18 end a ring or are acted on, 20 are never used, and 5 come too late")
        );
        Assert.That(() => figure.Draw(), Throws.Nothing);
    }

    [Test]
    public void What_becomes_of_cases_is_told_only_where_there_are_cases()
    {
        StudyResult two = SampleStudy.All["two"];
        DeploymentResult traced = With(WithTraces(two.Deployments[1]), [("leads_of_ended_rings", 0), ("leads_of_other_cases", 0)]);
        DeploymentResult plain = With(two.Deployments[0], [("traces", 0), ("leads_of_ended_rings", 0), ("leads_of_other_cases", 0)]);
        StudyResult study = two with { Deployments = [plain, traced] };
        var figure = (FatesFigure)FigureCatalog.Find("traces")!.Analyse(new FigureSubject(study, SampleStudy.Provenance));
        Assert.Multiple(() =>
        {
            Assert.That(figure.Fates, Is.EqualTo(new[] { "Acted on", "Unused", "Stale", "Unresolved" }));
            Assert.That(
                figure.Words.Title,
                Is.EqualTo("Nights at Laredo: of 100 traces, 17 are acted on, 22 are never used, and 6 come too late")
            );
            Assert.That(figure.Words.HowToRead, Does.Not.Contain("Ring ended").And.Not.Contain("Other case"));
            Assert.That(() => figure.Draw(), Throws.Nothing);
        });
    }

    private static DeploymentResult WithTraces(DeploymentResult deployment) =>
        With(
            deployment,
            [
                ("traces", 2000),
                ("traces_unresolved", 1000),
                ("leads", 1000),
                ("stale_leads", 100),
                ("leads_of_ended_rings", 60),
                ("leads_of_other_cases", 140),
                ("leads_acted_on", 300),
                ("leads_unused", 400),
            ]
        );

    private static DeploymentResult With(DeploymentResult deployment, (string Name, double Mean)[] changed)
    {
        var measures = new Dictionary<string, Estimate>(deployment.Measures);
        foreach ((string name, double mean) in changed)
        {
            measures[name] = new Estimate(mean, mean, mean);
        }

        return deployment with
        {
            Measures = measures,
        };
    }
}
