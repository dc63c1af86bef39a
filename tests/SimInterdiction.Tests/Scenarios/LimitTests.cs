using System.Globalization;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios;

/// <summary>What is read is bounded; what is beyond a limit gets one error that names it, without having been worked
/// through.</summary>
public sealed class LimitTests
{
    private static string Many(int count, Func<int, string> piece) => string.Concat(Enumerable.Range(0, count).Select(piece));

    private static Problem OnlyError(ScenarioReading reading)
    {
        Problem[] errors = [.. reading.Problems.Where(p => p.IsError)];
        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors.Take(5).Select(ProblemText.Format)));
        return errors[0];
    }

    private static ScenarioReading ReadTable(string csv, string section = "places")
    {
        Files.Write("limits.csv", csv);
        return Files.ReadOverBase($"{section}: {{ from: limits.csv }}");
    }

    [TestCase("title: \"{0}\"", "S044")]
    [TestCase("title: x\nlength: {0}", "S044")]
    [TestCase("{0}: x", "S044")]
    public void A_value_of_a_megabyte_is_too_long(string text, string code)
    {
        string whole = text.Replace("{0}", new string('x', 1_000_000), StringComparison.Ordinal);
        Assert.That(Files.Read(whole).Problems.Select(p => p.Code), Does.Contain(code).Or.EqualTo(new[] { "S014" }));
        Assert.That(Files.Read(whole).Problems.Select(p => p.Message.Length), Is.All.LessThanOrEqualTo(Limits.SentenceLength));
    }

    // A search for the end of a number that starts over at each digit takes minutes for this one.
    [Test]
    public void A_long_row_of_digits_is_refused_in_linear_time() =>
        Assert.That(
            Files.ReadOverBase($"length: \"{new string('1', Limits.TextLength - 4)},1\"").Problems.Single(p => p.IsError).Code,
            Is.EqualTo("S110")
        );

    [Test]
    public void Of_very_many_problems_the_first_are_shown_and_the_others_counted()
    {
        const int Count = 5_000;
        IReadOnlyList<Problem> problems = Files.Read(Files.Base + "\n" + Many(Count, i => $"k{i}: 1\n")).Problems;
        string rest = (Count - Limits.ProblemsShown).ToString("N0", CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(problems, Has.Count.EqualTo(Limits.ProblemsShown + 1));
            Assert.That((problems[^1].Code, problems[^1].Message), Is.EqualTo(("S045", $"and {rest} more")));
            Assert.That(ProblemText.Summary(problems), Does.StartWith("5,000 errors."));
        });
    }

    [Test]
    public void Warnings_beyond_the_limit_are_counted_as_warnings()
    {
        ScenarioReading reading = Files.ReadOverBase("team_types:\n" + Many(200, i => $"  t{i}: {{ stops: 1%, finds: 1% }}\n"));
        Files.Good(reading);
        Assert.That(
            (reading.Problems[^1].Code, reading.Problems[^1].IsError, ProblemText.Summary(reading.Problems)),
            Is.EqualTo(("S045", false, (string?)null))
        );
    }

    [Test]
    public void A_table_may_have_as_many_columns_as_the_limit_and_no_more()
    {
        string Wide(int columns) => "name,lat,lon" + Many(columns - 3, i => $",routes{i}") + "\na,1,2\n";
        Assert.That(ReadTable(Wide(30_000)).Problems.Single(), Has.Property("Code").EqualTo("S043").And.Property("Line").EqualTo(1));
        Assert.That(
            ReadTable(Wide(Limits.TableColumns)).Problems.Select(p => p.Code).Distinct(),
            Is.EquivalentTo(new[] { "S101", "S045" })
        );
        Assert.That(
            Files.Good(ReadTable("name,lat,lon" + new string(',', 100_000) + "\na,1,2" + new string(',', 100_000) + "\n")).Places,
            Contains.Key("a")
        );
    }

    [TestCase("at.at.at.at.at.at.at.at.at.at")]
    [TestCase("kind.x")]
    [TestCase("label.at")]
    [TestCase("at.")]
    public void A_column_below_a_key_without_keys_is_unknown(string column) =>
        Assert.That(
            OnlyError(ReadTable($"name,lat,lon,{column}\na,1,2,x\n")),
            Has.Property("Code").EqualTo("S101").And.Property("Column").EqualTo(14)
        );

    [Test]
    public void Deep_nesting_is_named_however_deep()
    {
        Assert.That(OnlyError(Files.Read("a: " + new string('[', 100_000))).Code, Is.EqualTo("S017"));
        Assert.That(OnlyError(Files.Read("a: " + Many(100_000, _ => "{ b: "))).Code, Is.EqualTo("S017"));
        Assert.That(OnlyError(Files.ReadOverBase("title: x", "title=" + new string('[', 100_000))).Code, Is.EqualTo("S017"));
    }

    [Test]
    public void A_chain_of_copies_has_an_end()
    {
        string Chain(int length) =>
            Files.Base + "\n" + Many(length, i => $"  d{i}: {{ based_on: {(i == length - 1 ? "today" : $"d{i + 1}")} }}\n");
        Files.Good(Files.Read(Chain(Limits.NamesInAChain - 1)));
        Assert.That(Files.Read(Chain(20_000)).Problems.First(p => p.IsError).Code, Is.EqualTo("S173"));
    }

    // A few kilobytes that stand for a million values, in each of the ways in which a text can repeat what stands
    // elsewhere.
    [TestCase("deployments")]
    [TestCase("adversaries")]
    [TestCase("aliases")]
    [TestCase("cells")]
    public void What_repetition_makes_of_a_text_is_bounded(string way)
    {
        string posts = Many(1_000, i => $"p{i}: {{ at: laredo, task_force: laredo, team: team }}, ");
        ScenarioReading reading = way switch
        {
            "deployments" => Files.Read(
                $"{Files.Base}\n  big: {{ post: {{ {posts} }} }}\n" + Many(2_000, i => $"  d{i}: {{ based_on: big }}\n")
            ),
            "adversaries" => Files.ReadOverBase(
                "organizations: { north: { route_choice: { prior: { "
                    + Many(2_000, i => $"p{i}: 1%, ")
                    + " } } } }\nexperiment:\n  adversaries:\n"
                    + Many(1_000, i => $"    a{i}: {{ organizations: {{ north: {{ route_choice: {{ risk_aversion: 1 }} }} }} }}\n")
            ),
            "aliases" => Files.Read(
                "a: &a [1, 1, 1, 1, 1, 1, 1, 1]\n" + Many(8, i => $"a{i}: &a{i} [{Many(8, _ => i == 0 ? "*a, " : $"*a{i - 1}, ")}]\n")
            ),
            _ => ReadTable(
                "name,at\n"
                    + Many(300, i =>
                        $"p{i},\"[&a [1,1,1,1,1,1,1,1],&b [*a,*a,*a,*a,*a,*a,*a,*a],&c [*b,*b,*b,*b,*b,*b,*b,*b],*c,*c,*c,*c,*c,*c,*c]\"\n"
                    )
            ),
        };
        Assert.That(OnlyError(reading).Code, Is.EqualTo("S016"));
    }

    [Test]
    public void A_deployment_has_as_many_postings_as_the_limit_and_no_more()
    {
        string Posts(int count) =>
            Files.Base.Replace("team: 1 }", "team: 9000 }", StringComparison.Ordinal)
            + "\n  big: { post: { "
            + Many(count, i => $"p{i}: {{ at: laredo, task_force: laredo, team: team, hours: 06:00-07:00 }}, ")
            + " } }\n";
        Files.Good(Files.Read(Posts(Limits.Postings)));
        Assert.That(OnlyError(Files.Read(Posts(Limits.Postings + 1))).Code, Is.EqualTo("S043"));
    }

    [Test]
    public void Corridors_are_generated_over_as_many_roads_as_the_limit_and_no_more()
    {
        const string Gravity =
            "\ncorridors: { generate: { paths: 1 } }\nflows: { houston: { from: houston, routes: { remove: [gulf], to: [laredo] } } }\n";
        ScenarioReading reading = Files.ReadOverBase(
            "roads:\n"
                + Many(Limits.RoadsWithCorridors + 1, i => $"  r{i}: {{ between: [houston, laredo] }}\n")
                + Gravity.Replace("routes: { remove: [gulf], to:", "rate: 1 per day, routes: { to:", StringComparison.Ordinal)
        );
        Assert.That(reading.Problems.Select(p => p.Code), Does.Contain("S043"));
    }

    [Test]
    public void A_scenario_is_made_of_a_bounded_number_of_files()
    {
        for (int i = 0; i <= Limits.FilesInAChain + 1; i++)
        {
            Files.Write($"chain{i}.yaml", $"based_on: chain{i + 1}.yaml\n");
        }

        Problem problem = OnlyError(Files.Read("based_on: chain0.yaml\n"));
        Assert.That((problem.Code, problem.File), Is.EqualTo(("S173", $"chain{Limits.FilesInAChain - 1}.yaml")));
    }

    [Test]
    public void Every_limit_a_planner_may_meet_is_documented()
    {
        string reference = ScenarioReference.ToMarkdown(name => name);
        string explained = ProblemCatalog.Find("S043")!.Meaning.ReplaceLineEndings(" ");
        Assert.Multiple(() =>
        {
            foreach ((string what, string most) in Limits.InWords)
            {
                Assert.That(reference, Does.Contain($"| {what} | {most} |"));
                Assert.That(explained, Does.Contain($"{what.Replace("`", "", StringComparison.Ordinal)}: {most}"));
            }
        });
    }

    // Doubling the file doubles the memory, whatever it is full of; at this size anything quadratic would take hours.
    [Explicit, Category("Slow")]
    [TestCase("unknown keys")]
    [TestCase("places")]
    [TestCase("unknown places")]
    [TestCase("roads without a length")]
    [TestCase("anchors")]
    [TestCase("deployments")]
    [TestCase("unknown bases")]
    public void Reading_takes_time_and_memory_in_proportion_to_the_file(string what)
    {
        (long once, long twice) = (Allocated(what, 40_000), Allocated(what, 80_000));
        Assert.That((double)twice / once, Is.LessThan(2.6));
    }

    private static long Allocated(string what, int count)
    {
        string text = what switch
        {
            "unknown keys" => Files.Base + "\n" + Many(count, i => $"k{i}: 1\n"),
            "places" => Files.Base.Replace(
                "places:",
                "places:\n" + Many(count, i => $"  p{i}: {{ at: [29, -95] }}\n").TrimEnd(),
                StringComparison.Ordinal
            ),
            "unknown places" => Files.Base + "\nroads:\n" + Many(count, i => $"  r{i}: {{ between: [q{i}, q{i + 1}] }}\n"),
            "roads without a length" => Files.Base
                + "\nroads:\n"
                + Many(count, i => $"  r{i}: {{ between: [houston, laredo], length: far }}\n"),
            "anchors" => "x: [" + Many(count, i => $"&b{i} v, ") + "]\n",
            "deployments" => Files.Base + "\n" + Many(count, i => $"  d{i}: {{ based_on: today, note: x }}\n"),
            _ => Files.Base + "\n" + Many(count, i => $"  d{i}: {{ based_on: e{i} }}\n"),
        };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Files.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
