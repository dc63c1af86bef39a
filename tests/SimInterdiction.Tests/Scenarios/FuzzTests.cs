using System.Text;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios;

/// <summary>
/// Whatever a file holds, reading it throws nothing, takes bounded memory, and ends with a scenario or with errors that
/// lie inside the files and are short. A scenario that could be read can be written and read again.
/// </summary>
public sealed class FuzzTests
{
    // A file of this size that is read without mistakes takes 2 MB.
    private const long MostBytesAllocated = 150_000_000;

    private const string Scenario = """
        title: "Two ways: \"A\""
        start: 2022-10-01
        length: 60 days
        windows: { first: { from: 2022-10-01, to: 2022-10-15 } }
        places:
          houston: { at: [29.760, -95.370], label: Houston }
          laredo: { at: [27.531, -99.480] }
          laredo_port: { at: [27.500, -99.507], kind: port, attraction: 7_844_498, through: yes }
          monterrey: { at: [25.687, -100.316], kind: destination, country: MX }
        roads:
          us59: { between: [houston, laredo], length: 315 mi }
          i35s: { between: [laredo, laredo_port] }
          mx85: { between: [laredo_port, monterrey] }
        corridors:
          gulf: { path: [houston, laredo, laredo_port] }
          generate: { paths: 2, within: 150% }
        travel: { speed: { varies: [45 mph, 58 mph, 70 mph] } }
        organizations:
          north: { route_choice: { risk_aversion: 20, learns: place, prior: { laredo: 2% } }, watches: { share: 10%, patience: 12 h } }
        total_flow: { uncertain: [100 firearms per day, 200 firearms per day, 300 firearms per day] }
        flows:
          houston: { from: houston, share: 60%, load: { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] },
            organization: north, routes: { gulf: 100% } }
          roads: { from: houston, share: 40%, routes: { to: ports, decay: 75 mi },
            profile: { weekdays: { sat: 130% }, hours: { "20:00-04:00": 180% } } }
        team_types:
          team: { officers: 4, stops: 4.3%, finds: &finds { uncertain: [40%, 50%, 60%] },
            search: { varies: [1 min, 3 min, 8 min] }, lanes: 8 }
          half: { based_on: team, lanes: 2 }
          unit: { works: leads, acts_on: 5%, finds: *finds }
        task_forces:
          laredo: { home: laredo, teams: { team: 2, half: 1, unit: 1 }, reach: 160 mi }
        checkpoints:
          laredo: {}
          laredo_port: { place: laredo_port, traffic: 21_500 per day }
        tracing: { submitted: 90%, takes: 7 days }
        deployments:
          today:
            note: As now
            post:
              laredo: { task_force: laredo, team: team, hours: 06:00-18:00 }
              laredo_port: { task_force: laredo, team: half, hours: 22:00-06:00, days: [fri, sat] }
          nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 }, remove: [laredo_port] } }
          traced: { based_on: nights, programmes: { tracing: on } }
        experiment: { measure: seizure_rate, replications: 10,
          adversaries: { quick: { organizations: { north: { route_choice: { memory: 14 days } } } } } }
        require: [{ deployment: nights, measure: seizure_rate, at_least: 2% }]
        assumptions: [{ about: team_types.team.finds, source: guess, confidence: low }]
        """;

    private const string Table =
        "name,lat,lon,label,kind,attraction\nhouston,29.76,-95.37,\"Houston, TX\",city,\nlaredo,27.531,-99.48,[TX] "
        + "Laredo,port,7_844_498\n# a remark\nel_paso,31.762,-106.485,'=El Paso,city,2\n";
    private const string SpreadsheetTable =
        "sep=;\r\nName;Lat;Lon;Label;;\r\nhouston;29,76;-95,37;\"Houston; TX\";;\r\nlaredo;27,531;-99,48;Laredo;;\r\n;;;;;\r\n";
    private const string Flows =
        "name\tfrom\trate\tload\troutes.gulf\nwest\thouston\t3 per day\t{ lognormal: { median: 3, sigma: 1 }, "
        + "between: [1, 60] }\t100%\nhouston\thouston\t\"2,5 per day\"\t2\t100%\n";

    [Test]
    public void The_texts_that_are_spoilt_are_good()
    {
        Files.Good(Files.Read(Scenario));
        Check(Encoding.UTF8.GetBytes(Table), "places", 0);
        Files.Write("good-fuzz.csv", Table);
        Files.Good(Files.ReadOverBase("places: { from: good-fuzz.csv }"));
        Files.Write("good-fuzz.csv", SpreadsheetTable);
        Files.Good(Files.ReadOverBase("places: { from: good-fuzz.csv }"));
        Files.Write("good-fuzz.csv", Flows);
        Files.Good(Files.ReadOverBase("flows: { from: good-fuzz.csv }"));
    }

    [TestCase(1, 500)]
    public void A_spoilt_scenario_is_read_or_told_what_is_wrong(int seed, int count) => Repeat(seed, count, Scenario, null);

    [TestCase(2, 300)]
    public void A_spoilt_table_is_read_or_told_what_is_wrong(int seed, int count) => Repeat(seed, count, Table, "places");

    [TestCase(3, 300)]
    public void A_spoilt_table_of_a_spreadsheet_is_read_or_told_what_is_wrong(int seed, int count) =>
        Repeat(seed, count, SpreadsheetTable, "places");

    [TestCase(4, 150)]
    public void A_spoilt_table_of_flows_is_read_or_told_what_is_wrong(int seed, int count) => Repeat(seed, count, Flows, "flows");

    [Test, Explicit, Category("Slow")]
    public void Very_many_spoilt_files_are_read_or_told_what_is_wrong([Range(101, 104)] int seed)
    {
        Repeat(seed, 3_000, Scenario, null);
        Repeat(seed, 2_000, Table, "places");
        Repeat(seed, 2_000, SpreadsheetTable, "places");
        Repeat(seed, 1_000, Flows, "flows");
    }

    private static void Repeat(int seed, int count, string text, string? section)
    {
        var mutations = new Mutations(seed);
        for (int i = 0; i < count; i++)
        {
            Check(mutations.Spoil(text), section, i);
        }
    }

    private static void Check(byte[] bytes, string? section, int number)
    {
        string folder = Path.Combine(Files.Folder, "fuzz");
        Directory.CreateDirectory(folder);
        string table = Path.Combine(folder, section is null ? "none.csv" : "fuzz.csv");
        string scenario = Path.Combine(folder, "fuzz.yaml");
        byte[] whole = section is null ? bytes : Encoding.UTF8.GetBytes($"{section}: {{ from: fuzz.csv }}\nbased_on: base.yaml\n");
        File.WriteAllText(Path.Combine(folder, "base.yaml"), Files.Base);
        File.WriteAllBytes(scenario, whole);
        File.WriteAllBytes(table, bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            ScenarioReading reading = ScenarioReader.ReadFile(scenario);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.That(allocated, Is.LessThan(MostBytesAllocated), "bytes allocated");
            Assert.That(reading.Scenario is null, Is.EqualTo(reading.HasErrors));
            Assert.That(reading.Problems, Has.Count.LessThanOrEqualTo(Limits.ProblemsShown + 1));
            var texts = new Dictionary<string, string[]>
            {
                ["fuzz.yaml"] = Lines(whole),
                ["fuzz.csv"] = Lines(bytes),
                ["base.yaml"] = Files.Base.Split('\n'),
            };
            foreach (Problem problem in reading.Problems)
            {
                CheckPlace(problem, texts);
                Assert.That(
                    new[] { problem.Message, problem.Allowed, problem.Hint }.OfType<string>().Select(s => s.Length),
                    Is.All.LessThanOrEqualTo(Limits.SentenceLength)
                );
                Assert.That(ProblemText.Format(problem), Has.Length.LessThan(4 * Limits.SentenceLength));
            }

            if (reading.Scenario is not null)
            {
                ScenarioReading again = ScenarioReader.ReadText(reading.Resolved.ToYaml(), "again.yaml");
                Assert.That(again.Problems.Where(p => p.IsError).Select(ProblemText.Format), Is.Empty, "written and read again");
            }
        }
        catch (Exception error) when (error is not SuccessException)
        {
            TestContext.Out.WriteLine($"Case {number}: {Convert.ToBase64String(bytes)}\n{Encoding.UTF8.GetString(bytes)}");
            throw;
        }
    }

    private static void CheckPlace(Problem problem, Dictionary<string, string[]> texts)
    {
        if (problem.Line == 0)
        {
            Assert.That(problem.Column, Is.Zero);
            return;
        }

        Assert.That(texts, Contains.Key(problem.File), ProblemText.Format(problem));
        string[] lines = texts[problem.File];
        Assert.That(problem.Line, Is.InRange(1, lines.Length), ProblemText.Format(problem));
        Assert.That(problem.Column, Is.InRange(1, lines[problem.Line - 1].Length + 1), ProblemText.Format(problem));
    }

    private static string[] Lines(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        return Encoding.UTF8.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
    }
}
