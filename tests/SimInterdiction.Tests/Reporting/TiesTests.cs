using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Adversaries;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Beats;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Deployments and checkpoints that come out exactly equal are told of alike, whatever a file calls them and
/// in whichever order it has them.</summary>
public sealed class TiesTests
{
    // A second team where nobody passes changes nothing.
    private static readonly (string Label, string Post)[] Deployments =
    [
        ("Today", "bridge: { task_force: border, team: team }"),
        ("East too", "bridge: { task_force: border, team: team }, e: { at: EAST, task_force: border, team: team }"),
        ("West too", "bridge: { task_force: border, team: team }, w: { at: WEST, task_force: border, team: team }"),
    ];

    private static readonly int[][] Orders =
    [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ];

    [Test]
    public void Deployments_that_come_out_equal_are_told_of_alike_in_any_order()
    {
        string[] told = [.. Orders.Select(order => Told(Run(order)))];
        Assert.That(told, Is.All.EqualTo(told[0]));
    }

    [Test]
    public void So_are_checkpoints_that_seize_as_much()
    {
        string[] told =
        [
            .. Orders.Select(order =>
            {
                StudyResult study = WithEqualCheckpoints(Run(order));
                var subject = new FigureSubject(study, SampleStudy.Provenance);
                return Words(MapFigure.Analyse(subject)) + Words(DifferenceMapFigure.Analyse(subject));
            }),
        ];
        Assert.That(told, Is.All.EqualTo(told[0]));
    }

    [Test]
    public void So_is_the_safest_of_those_with_equal_shortfalls()
    {
        SensitivityView view = SampleSensitivity.Verdicts();
        VerdictTable table = view.Result.Verdicts!;
        string[] names = [.. table.Deployments.Select(d => d.Name)];
        DeploymentVerdicts[] equal =
        [
            .. table.Deployments.Select(d =>
                table.Deployments[0] with
                {
                    Name = d.Name,
                    Alternatives = [.. names.Where(n => n != d.Name)],
                }
            ),
        ];
        Assert.That(Headline(equal), Is.EqualTo(Headline([.. equal.Reverse()])));

        string Headline(DeploymentVerdicts[] deployments) =>
            VerdictLines.Headline(
                new SensitivityView(
                    view.Result with
                    {
                        Verdicts = table with { Deployments = deployments },
                    },
                    SampleScenario.Make(deployments.Select(d => d.Name)) with
                    {
                        Experiment = new() { CompareWith = view.Result.Baseline },
                    },
                    SampleStudy.Provenance
                )
            );
    }

    private static string Told(StudyResult study)
    {
        var subject = new FigureSubject(study, SampleStudy.Provenance);
        return string.Join(
            '\n',
            Words(AnswerFigure.Analyse(study, SampleStudy.Provenance)),
            Words(BeatsFigure.Analyse(study, SampleStudy.Provenance)),
            Words(RiskFigure.Analyse(study, SampleStudy.Provenance)),
            Words(AdversariesFigure.Analyse(study, SampleStudy.Provenance)),
            Words(MapFigure.Analyse(subject)),
            Words(DifferenceMapFigure.Analyse(subject)),
            string.Join(' ', Answer.Of(study).Sentences)
        );
    }

    private static string Words(FigureContent figure) =>
        string.Join('\n', figure.Words.Title, figure.Words.Subtitle, figure.Words.HowToRead, figure.Words.AltText);

    private static StudyResult WithEqualCheckpoints(StudyResult study) =>
        study with
        {
            Deployments = [.. study.Deployments.Select(d => d with { By = Equal(d, d.Label == "Today" ? 3 : 5) })],
        };

    private static OrderedDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>> Equal(
        DeploymentResult deployment,
        double seized
    ) =>
        new(deployment.By)
        {
            [Dimension.Checkpoint] = SampleScenario.Ordered(
                deployment
                    .By[Dimension.Checkpoint]
                    .Keys.Select(name =>
                        (
                            name,
                            (IReadOnlyDictionary<string, Estimate>)
                                SampleScenario.Ordered([("firearms_seized", new Estimate(seized, seized, seized))])
                        )
                    )
            ),
        };

    // Things change their names with the order, all but their labels.
    private static StudyResult Run(int[] order)
    {
        string[] names = ["x", "y", "z"];
        (string east, string west) = order[0] > order[2] ? ("a", "b") : ("b", "a");
        string[] places = [$"{east}: {{ at: [29.4, -97], label: East }}", $"{west}: {{ at: [29.4, -99], label: West }}"];
        string baseline = names[Array.IndexOf(order, 0)];
        string deployments = string.Join(
            ", ",
            order.Select((d, i) => $"{names[i]}: {{ label: {Deployments[d].Label}, post: {{ {Deployments[d].Post} }} }}")
        );
        string yaml = $$"""
            length: 10 days
            places: { {{string.Join(
                ", ",
                order[0] > order[1] ? places : places.Reverse()
            )}}, depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
            corridors: { road: { path: [depot, bridge] }, eastern: { path: [depot, EAST] }, western: { path: [depot, WEST] } }
            flows: { guns: { organization: gang, rate: 10 shipments per day, routes: { road: 100% } } }
            organizations: { gang: { lies_low: { for: 2 h } } }
            team_types: { team: { stops: 30%, finds: 50% } }
            task_forces: { border: { home: bridge, teams: { team: 2 } } }
            checkpoints: { {{(order[1] > order[2] ? "EAST: {}, WEST: {}" : "WEST: {}, EAST: {}")}}, bridge: {} }
            deployments: { {{deployments}} }
            experiment: { compare_with: {{baseline}}, adversaries: { still: { adaptive: off } } }
            """;
        ScenarioReading reading = ScenarioReader.ReadText(
            yaml.Replace("EAST", east, StringComparison.Ordinal).Replace("WEST", west, StringComparison.Ordinal)
        );
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return Study.Run(reading.Scenario!, new StudyOptions { Replications = 10, Jobs = 1 }, progress: null, CancellationToken.None);
    }
}
