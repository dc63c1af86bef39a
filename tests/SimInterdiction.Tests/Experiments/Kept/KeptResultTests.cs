using System.Text;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Kept;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Experiments.Store;
using SimInterdiction.Tests.Reporting;

namespace SimInterdiction.Tests.Experiments.Kept;

/// <summary>What a study came to, read from a file of its own instead of from its replications.</summary>
public sealed class KeptResultTests
{
    private const string Adaptive = """
        simint: 1
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port }, ford: { at: [28.70, -100.5], kind: port } }
        corridors: { road: { path: [depot, bridge] }, track: { path: [depot, ford] } }
        organizations: { north: { route_choice: { risk_aversion: 20, shares: as_today, memory: 20 days } } }
        flows:
          guns:
            organization: north
            rate: { uncertain: [8 shipments per day, 10 shipments per day, 12 shipments per day] }
            routes: { road: 60%, track: 40% }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 3 } } }
        checkpoints: { bridge: {}, ford: {} }
        deployments:
          nobody: {}
          one_team: { label: One team, note: At the bridge., post: { bridge: { task_force: border, team: team } } }
          two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }
        length: 30 days
        experiment: { EXPERIMENT }
        """;

    private const string Plain = "replications: 30, seed: 3, smallest_difference_that_matters: 2 points, also_report: [firearms_seized]";

    private string folder = null!;

    private string File => Path.Combine(folder, "analysis.json");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("simint-kept-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase(Plain, false)]
    [TestCase(Plain, true)]
    [TestCase(
        Plain + ", adversaries: { frozen: { adaptive: off }, bold: { organizations: { north: { route_choice: { risk_aversion: 1 } } } } }",
        false
    )]
    [TestCase("replications: 20, choose: best, smallest_difference_that_matters: 1 point, at_most: 200", false)]
    [TestCase("replications: 20, precision: 2 points, at_most: 200", false)]
    public void A_result_is_read_from_its_file_to_the_last_bit(string experiment, bool drawsInputs)
    {
        (ScenarioReading reading, StudyOptions options) = Study(experiment, drawsInputs);
        StudyResult result = Keep(reading, options);
        StudyResult kept = new StoredStudy(reading.Scenario!, options).Result();
        Assert.That(StoredStudies.Everything(kept), Is.EqualTo(StoredStudies.Everything(result)));
        Assert.That(ResultJson.Write(kept, SampleStudy.Provenance), Is.EqualTo(ResultJson.Write(result, SampleStudy.Provenance)));

        // It is the file's: another number there is another result.
        JsonNode changed = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        changed["work"]!["events"] = 7;
        Write(changed);
        Assert.That(new StoredStudy(reading.Scenario!, options).Result().Work.Events, Is.EqualTo(7));

        // And a study simulated again takes it too, without a replication.
        var recorder = new StoreRecorder();
        using SimulatedStudy again = Simulated(reading, options with { Store = options.Store! with { Observer = recorder } });
        Assert.That(again.Result.Work.Events, Is.EqualTo(7));
        Assert.That(recorder.Content.Arms.Select(arm => arm.Missing).Distinct(), Is.EqualTo(new[] { 0 }));
        Assert.That(again.Replay(result.Baseline, 0, CancellationToken.None).IsAsStored, Is.True);
    }

    [Test]
    public void A_file_in_which_a_number_was_changed_is_not_read()
    {
        (ScenarioReading reading, StudyOptions options) = Study(Plain, drawsInputs: false);
        StudyResult result = Keep(reading, options);
        string mean = $"{result.Deployments[1].Measures["seizure_rate"].Mean:R}";
        string content = System.IO.File.ReadAllText(File);
        Assert.That(content, Does.Contain(mean));
        System.IO.File.WriteAllText(File, content.Replace(mean, "0.9" + mean[3..], StringComparison.Ordinal));
        StudyResult read = new StoredStudy(reading.Scenario!, options).Result();
        Assert.That(StoredStudies.Everything(read), Is.EqualTo(StoredStudies.Everything(result)));
    }

    /// <summary>A property that is added to a result must be kept too, or be the study's.</summary>
    [Test]
    public void Every_part_of_a_result_is_kept_or_follows_from_the_study()
    {
        string[] ofStudy =
        [
            nameof(StudyResult.Scenario),
            nameof(StudyResult.Seed),
            nameof(StudyResult.InputsDrawn),
            nameof(StudyResult.Baseline),
            nameof(StudyResult.Measure),
            nameof(StudyResult.IsAdaptive),
            nameof(StudyResult.IsComplete),
            nameof(StudyResult.Sensitivities),
            nameof(StudyResult.Optimization),
            // Studies of their own, each kept by itself.
            nameof(StudyResult.WhatIfs),
        ];
        string[] ofDeployment = ["Name", "Label", "Note", "Replications", "OfficerHours", "CostUsd"];
        Assert.That(
            typeof(StudyResult).GetProperties().Select(part => part.Name).Except(ofStudy),
            Is.SubsetOf(typeof(KeptResult).GetProperties().Select(part => part.Name))
        );
        Assert.That(
            typeof(DeploymentResult).GetProperties().Select(part => part.Name).Except(ofDeployment),
            Is.SubsetOf(typeof(KeptDeployment).GetProperties().Select(part => part.Name))
        );
    }

    [Test]
    public void What_is_not_made_from_just_what_is_there_is_not_read()
    {
        (ScenarioReading reading, StudyOptions options) = Study(Plain, drawsInputs: false);
        StudyResult result = Keep(reading, options);
        JsonNode forged = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        forged["work"]!["events"] = 7;
        Write(forged);
        long Events(StudyOptions asked) => new StoredStudy(reading.Scenario!, asked).Result().Work.Events;

        Assert.That(Events(options with { Seed = 4 }), Is.Not.EqualTo(7), "another study");
        Assert.That(Events(options with { Only = ["nobody", "one_team"] }), Is.Not.EqualTo(7), "of other deployments");

        string chunk = Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        byte[] content = System.IO.File.ReadAllBytes(chunk);
        System.IO.File.Copy(chunk, chunk.Replace("000000-", "000001-", StringComparison.Ordinal));
        Assert.That(Events(options), Is.EqualTo(result.Work.Events), "a chunk more");
        System.IO.File.Delete(chunk.Replace("000000-", "000001-", StringComparison.Ordinal));
        Assert.That(Events(options), Is.EqualTo(7), "as before");

        content[^1] ^= 1;
        System.IO.File.WriteAllBytes(chunk, content);
        Assert.That(Events(options), Is.Not.EqualTo(7), "a damaged chunk");
        System.IO.File.Delete(chunk);
        Assert.That(Events(options), Is.Not.EqualTo(7), "a chunk less");
    }

    [Test]
    public void A_link_in_its_place_is_not_followed()
    {
        (ScenarioReading reading, StudyOptions options) = Study(Plain, drawsInputs: false);
        Keep(reading, options);
        JsonNode forged = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        forged["work"]!["events"] = 7;
        System.IO.File.Delete(File);
        System.IO.File.WriteAllText(File + "-elsewhere", forged.ToJsonString());
        System.IO.File.CreateSymbolicLink(File, File + "-elsewhere");
        Assert.That(new StoredStudy(reading.Scenario!, options).Result().Work.Events, Is.Not.EqualTo(7));
    }

    /// <summary>Values of the file are replaced in turn by what does not belong there, or removed. What is read then
    /// is the result of the replications, or still a whole one: figures and tables can be made of it.</summary>
    [TestCase("null")]
    [TestCase("-1")]
    [TestCase("1e999")]
    [TestCase("\"two_teams\"")]
    [TestCase("[]")]
    [TestCase("")]
    public void Whatever_a_forger_writes_there_is_a_whole_result_to_be_drawn(string instead)
    {
        (ScenarioReading reading, StudyOptions options) = Study(
            Plain + ", adversaries: { bold: { organizations: { north: { route_choice: { risk_aversion: 1 } } } } }",
            drawsInputs: false
        );
        Keep(reading, options);
        string whole = System.IO.File.ReadAllText(File);
        string made = StoredStudies.Everything(new StoredStudy(reading.Scenario!, options).Result());
        int places = Places(JsonNode.Parse(whole)!).Count();
        for (int place = instead.Length; place < places; place += 1 + place)
        {
            JsonNode file = JsonNode.Parse(whole)!;
            Replace(Places(file).ElementAt(place), instead);
            Write(file);
            StudyResult result = new StoredStudy(reading.Scenario!, options).Result();
            if (StoredStudies.Everything(result) == made)
            {
                continue;
            }

            Assert.That(ResultJson.Write(result, SampleStudy.Provenance), Is.Not.Empty);
            Assert.That(TerminalTable.Lines(result, SampleStudy.Provenance).ToArray(), Is.Not.Empty);
            foreach (Figure figure in FigureCatalog.MakeAll(new FigureSubject(result, SampleStudy.Provenance)))
            {
                Assert.That(figure.Scene.Marks, Is.Not.Empty);
            }
        }
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[1, 2]")]
    [TestCase("{ \"made_from\": ")]
    public void What_is_no_such_file_is_passed_over(string content)
    {
        (ScenarioReading reading, StudyOptions options) = Study(Plain, drawsInputs: false);
        string made = StoredStudies.Everything(Keep(reading, options));
        System.IO.File.WriteAllText(File, content);
        Assert.That(StoredStudies.Everything(new StoredStudy(reading.Scenario!, options).Result()), Is.EqualTo(made));
    }

    private static SimulatedStudy Simulated(ScenarioReading reading, StudyOptions options) =>
        SimInterdiction.Experiments.Study.Simulate(reading.Scenario!, options, null, CancellationToken.None);

    private static IEnumerable<JsonNode> Places(JsonNode node) =>
        node switch
        {
            JsonObject values => values.Select(each => each.Value).OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child)),
            JsonArray values => values.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child)),
            _ => [],
        };

    private static void Replace(JsonNode place, string instead)
    {
        JsonNode parent = place.Parent!;
        switch (parent)
        {
            case JsonObject values when instead.Length == 0:
                values.Remove(place.GetPropertyName());
                break;
            case JsonArray values when instead.Length == 0:
                values.Remove(place);
                break;
            default:
                place.ReplaceWith(JsonNode.Parse(instead));
                break;
        }
    }

    private (ScenarioReading Reading, StudyOptions Options) Study(string experiment, bool drawsInputs)
    {
        var reading = ScenarioReader.ReadText(Adaptive.Replace("EXPERIMENT", experiment, StringComparison.Ordinal));
        Assert.That(reading.Scenario, Is.Not.Null, () => string.Join('\n', reading.Problems.Select(problem => problem.Message)));
        var store = new RunStore { Folder = Path.Combine(folder, "chunks"), ResultFile = File };
        return (
            reading,
            new StudyOptions
            {
                Jobs = 2,
                Store = store,
                Drawn = drawsInputs ? UncertainFile.Of(reading) : null,
            }
        );
    }

    private StudyResult Keep(ScenarioReading reading, StudyOptions options)
    {
        using SimulatedStudy study = Simulated(reading, options);
        using FileStream stream = System.IO.File.Create(File);
        study.Keep(stream);
        return study.Result;
    }

    // As if it had been written so.
    private void Write(JsonNode node)
    {
        byte[] content = Encoding.UTF8.GetBytes(node.ToJsonString());
        KeptResult.Seal(content);
        System.IO.File.WriteAllBytes(File, content);
    }
}
