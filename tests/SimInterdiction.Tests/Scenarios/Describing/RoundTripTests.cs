using System.Text.RegularExpressions;
using CsCheck;
using SimInterdiction.Model;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Describing;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Duration = Gen.Select(Gen.Int[1, 5000], AnyOf("s", "min", "h", "days", "weeks"), (n, unit) =>
        $"{n} {unit}"
    );
    private static readonly Gen<string> Minutes = Gen.Int[1, 600].Select(n => $"{n / 10.0} min");
    private static readonly Gen<string> Share = Gen.OneOf(
        Gen.Int[0, 1000].Select(n => $"{n / 10.0}%"),
        Gen.Int[0, 1000].Select(n => $"{n / 1000.0}")
    );
    private static readonly Gen<string> UncertainShare = Gen.OneOf(
        Share,
        Gen.Int[0, 30].Select(n => $"{{ uncertain: [{n}%, {n + 5}%, {n + 60}%] }}")
    );
    private static readonly Gen<string> Law = Gen.OneOf(
        Minutes,
        Minutes.Select(m => $"{{ exponential: {m} }}"),
        Minutes.Select(m => $"{{ fixed: {m} }}"),
        Minutes.Select(m => $"{{ lognormal: {{ median: {m}, sigma: 0.7 }}, between: [0 min, 20 h] }}"),
        Gen.Int[1, 90].Select(n => $"{{ varies: [{n} min, {n + 5} min, {n + 60} min] }}"),
        Gen.Int[1, 90].Select(n => $"{{ gamma: {{ mean: {n} min, sd: {n / 2.0} min }} }}"),
        Gen.Int[1, 99].Select(n => $"{{ empirical: {{ 1 min: {n}%, 2 min: {100 - n}% }} }}")
    );

    // Any text at all must survive as a label, however YAML would like to read it.
    private static readonly Gen<string> Text = Gen.OneOf(
        AnyOf(
            "no",
            "~",
            "null",
            "10:30",
            "a: b",
            "x #y",
            "- z",
            "[q]",
            "{w}",
            "*e",
            "&r",
            "!t",
            "%u",
            "@i",
            "012",
            "'",
            "\"",
            "\\",
            "a\\nb",
            " padded ",
            "",
            "…",
            "日本",
            "?",
            "|",
            ">"
        ),
        Gen.String[Gen.Char[' ', '~'], 0, 20]
    );

    private static readonly Gen<string> Hours = Gen.Select(Gen.Int[0, 23], Gen.Int[0, 23], (a, b) =>
        a == b ? "24 h" : $"{a:00}:00-{b:00}:30"
    );

    private static readonly Gen<string> Scenarios =
        from label in Text
        from note in Text
        from length in Gen.Int[1, 400]
        from finds in UncertainShare
        from stops in Share
        from search in Law
        from seizure in Duration
        from hours in Hours
        from other in Hours
        from days in AnyOf("", ", days: [mon, fri]", ", from: 2022-10-02", ", lent: yes")
        from rate in AnyOf("12 per week", "23_000 firearms per year", "{ uncertain: [1 per day, 2 per day, 3 per day] }")
        from load in AnyOf(
            "1",
            "{ empirical: { 1: 50%, 4: 50% } }",
            "{ lognormal: { median: 3, sigma: 1 }, between: [1, 60] }",
            "{ varies: [1, 2, 9] }"
        )
        from first in Gen.Int[1, 99]
        select $$"""
            title: {{Quoted(label)}}
            length: {{length}} days
            places: { a: { at: [29.7, -95.3], label: {{Quoted(
                label
            )}} }, b: { at: [27.5, -99.4] }, c: { at: [28.5, -98.4], kind: crossing } }
            corridors: { ab: { path: [a, b] }, acb: { path: [a, c, b] } }
            flows: { f: { rate: {{rate}}, load: {{load}}, routes: { ab: {{first}}%, acb: {{100 - first}}% } } }
            team_types:
              t: { stops: {{stops}}, finds: {{finds}}, search: {{search}}, seizure_time: {{seizure}} }
              u: { based_on: t, lanes: 3, when_full: wait, queue_limit: 2 }
            task_forces: { z: { home: b, teams: { t: 1, u: 1 } } }
            checkpoints: { b: { traffic: 900 per day }, c: {} }
            deployments:
              now: { note: {{Quoted(note)}}, post: { b: { task_force: z, team: t, hours: {{hours}}{{days}} } } }
              then: { based_on: now, post: { b: { hours: {{other}} }, c: { task_force: z, team: u } } }
            """;

    [Test]
    public void A_scenario_written_out_in_full_reads_as_the_same_scenario() =>
        Scenarios.Sample(
            text =>
            {
                ScenarioReading once = ScenarioReader.ReadText(text);
                Assert.That(once.Problems.Where(p => p.IsError).Select(ProblemText.Format), Is.Empty, text);
                string written = once.Resolved.ToYaml();
                ScenarioReading again = ScenarioReader.ReadText(written);
                Assert.That(again.Problems.Where(p => p.IsError).Select(ProblemText.Format), Is.Empty, written);
                Assert.That(Comparing.Show(again.Scenario), Is.EqualTo(Comparing.Show(once.Scenario)), written);
                Assert.That(again.Resolved.ToYaml(), Is.EqualTo(written));
            },
            iter: 150,
            threads: 1
        );

    [Test]
    public void The_example_of_the_language_survives_too()
    {
        ScenarioReading once = Files.Read(File.ReadAllText(Files.InRepository("tests/SimInterdiction.Tests/Scenarios/every-key.yaml")));
        Scenario again = Files.Good(Files.Read(once.Resolved.ToYaml()));
        Assert.That(Comparing.Show(again), Is.EqualTo(Comparing.Show(once.Scenario)));
    }

    [Test]
    public void No_edit_of_a_good_file_makes_reading_throw()
    {
        byte[] good = File.ReadAllBytes(Files.InRepository("tests/SimInterdiction.Tests/Scenarios/every-key.yaml"));
        Gen<byte> nasty = Gen.OneOf(
            AnyOf(
                (byte)'\t',
                (byte)'\n',
                (byte)':',
                (byte)'{',
                (byte)'}',
                (byte)'[',
                (byte)']',
                (byte)'*',
                (byte)'&',
                (byte)'#',
                (byte)'-',
                (byte)'\'',
                (byte)'"',
                (byte)' ',
                (byte)'9',
                (byte)'!',
                (byte)'%',
                (byte)'|',
                (byte)'?',
                (byte)0xFF
            ),
            Gen.Byte
        );
        Gen<(int At, byte Put, int Kind)> edit = Gen.Select(Gen.Int[0, good.Length - 1], nasty, Gen.Int[0, 3]);
        string path = Path.Combine(Files.Folder, "fuzzed.yaml");
        edit.Array[1, 6]
            .Sample(
                edits =>
                {
                    var bytes = new List<byte>(good);
                    foreach ((int at, byte put, int kind) in edits)
                    {
                        int place = Math.Min(at, bytes.Count - 1);
                        switch (kind)
                        {
                            case 0:
                                bytes[place] = put;
                                break;
                            case 1:
                                bytes.Insert(place, put);
                                break;
                            case 2:
                                bytes.RemoveAt(place);
                                break;
                            default:
                                bytes.RemoveRange(place, Math.Min(40, bytes.Count - place));
                                break;
                        }
                    }

                    File.WriteAllBytes(path, [.. bytes]);
                    AssertSound(ScenarioReader.ReadFile(path, new ReadingOptions { AcceptsNotYet = true }));
                },
                iter: 400,
                threads: 1
            );
    }

    [Test]
    public void No_exchange_of_words_in_a_good_file_makes_reading_throw()
    {
        string good = File.ReadAllText(Files.InRepository("tests/SimInterdiction.Tests/Scenarios/every-key.yaml"));
        string[] words = Regex.Split(good, @"([\s{}\[\],:]+)");
        Gen<string> other = AnyOf(
            "{}",
            "[]",
            "~",
            "\"\"",
            "x",
            "laredo",
            "7 m",
            "0",
            "-1",
            "1e308",
            "1e-300",
            "99999999999999999999",
            "100 years",
            "0001-01-01",
            "9999-12-31",
            "{ uncertain: [1, 2, 3] }",
            "{ varies: [1 h, 2 h, 3 h] }",
            "{ lognormal: { median: 3, sigma: 10 }, between: [1, 9000000000000] }",
            "{ empirical: { 1: 0%, 2: 100% } }",
            "[laredo, laredo]",
            "{ a: b }",
            "00:00-24:00",
            "from",
            "based_on",
            "remove",
            "generate",
            "today",
            "100%",
            "0%"
        );
        Gen.Select(Gen.Int[0, (words.Length / 2) - 1], other)
            .Array[1, 4]
            .Sample(
                changes =>
                {
                    string[] changed = [.. words];
                    foreach ((int at, string word) in changes)
                    {
                        changed[2 * at] = word;
                    }

                    AssertSound(
                        ScenarioReader.ReadText(string.Concat(changed), "a.yaml", Files.Folder, new ReadingOptions { AcceptsNotYet = true })
                    );
                },
                iter: 400,
                threads: 1
            );
    }

    [Test]
    public void No_table_and_no_override_makes_reading_throw()
    {
        Gen<string> anything = Gen.OneOf(Gen.String[Gen.Char["\"',;:{}[]=.#\n\r\t 1a-"], 0, 40], Gen.String[0, 20]);
        Gen<string> path = AnyOf(
            "",
            "places",
            "places.houston.at",
            "experiment.seed=",
            "team_types.team.finds=",
            "deployments.today.post.laredo.hours=",
            "corridors.gulf.path.1=",
            "flows=",
            "simint="
        );
        Gen.Select(anything, path, anything)
            .Sample(
                (table, start, rest) =>
                {
                    Files.Write("anything.csv", $"name,lat,lon,label\n{table}\na,1,2,x\n");
                    AssertSound(Files.ReadOverBase("places: { from: anything.csv }", start + rest));
                },
                iter: 400,
                threads: 1
            );
    }

    [Test]
    public void One_deployment_written_out_by_itself_reads_too()
    {
        ScenarioReading all = Files.Read(File.ReadAllText(Files.InRepository("tests/SimInterdiction.Tests/Scenarios/every-key.yaml")));
        foreach (string deployment in all.Resolved.Deployments)
        {
            Scenario alone = Files.Good(Files.Read(all.Resolved.ToYaml(deployment)));
            Assert.That(
                Comparing.Show(alone.Deployments),
                Is.EqualTo($"{{{deployment}: {Comparing.Show(all.Scenario!.Deployments[deployment])}}}")
            );
        }
    }

    private static void AssertSound(ScenarioReading reading)
    {
        Assert.That(reading.Scenario is null, Is.EqualTo(reading.HasErrors));
        foreach (Problem problem in reading.Problems)
        {
            Assert.That(ProblemCatalog.Find(problem.Code), Is.Not.Null, problem.Code);
            Assert.That(ProblemText.Format(problem), Is.Not.Empty);
            Assert.That(problem.Line == 0 || problem.Column >= 1, Is.True);
        }

        _ = reading.Resolved.ToYaml();
        _ = reading.Resolved.Values().Count();
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
