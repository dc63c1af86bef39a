using SimInterdiction.Engine.Distributions;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>Distributions of what was seen: counts, and columns of tables.</summary>
public sealed class SampleTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("{ counts: { 1: 24, 2: 18, 5: 0, 10: 6 } }")]
    [TestCase("{ 1: 50%, 2: 37.5%, 10: 12.5% }")]
    [TestCase("{ from: loads.csv, column: size }")]
    [TestCase("{ from: loads.csv, column: Size, counts: seen }", Description = "however it is capitalized; 4 rows that count")]
    public void Counts_a_column_and_shares_are_one_distribution(string empirical)
    {
        bool isWeighted = empirical.Contains("counts: seen", StringComparison.Ordinal);
        string[] rows = isWeighted
            ? ["1,24", "2,10", "10,6", "2,8"]
            : [.. Enumerable.Repeat("2,9", 3), .. Enumerable.Repeat("1,9", 4), "10,9"];
        WriteTable("size,seen", rows);
        Assert.That(LoadOf(empirical), Is.EqualTo(new Empirical([(1, 0.5), (2, 0.375), (10, 0.125)])));
    }

    [Test]
    public void The_order_of_the_rows_decides_nothing()
    {
        WriteTable("size", "1", "1", "3");
        Distribution one = LoadOf("{ from: loads.csv }");
        WriteTable("size", "3", "1", "1");
        Assert.That(LoadOf("{ from: loads.csv }"), Is.EqualTo(one));
    }

    [TestCase("minutes", "min", "2", "4")]
    [TestCase("minutes;note", "min", "2,5;a", "7,5;b", Description = "a decimal comma, as spreadsheets write it")]
    [TestCase("minutes", null, "2 min", "4 min")]
    public void A_unit_follows_each_value(string header, string? unit, params string[] rows)
    {
        WriteTable(header, rows);
        string unitKey = unit is null ? "" : $", unit: {unit}";
        ScenarioReading reading = Read(
            $"team_types: {{ team: {{ search: {{ empirical: {{ from: loads.csv, column: minutes{unitKey} }} }} }} }}"
        );
        double mean = rows[0][0] == '2' && rows[0].Contains(',', StringComparison.Ordinal) ? 5.0 : 3.0;
        Assert.That(Files.Good(reading).TeamTypes["team"].SearchHours.Mean * 60, Is.EqualTo(mean).Within(1e-12));
    }

    // Of what has a unit, nothing is said that follows from the table.
    [TestCase("S161", "column: nothing", "minutes", "2 min")]
    [TestCase("S161", "column: minutes", "minutes")]
    [TestCase("S161", "column: minutes", "minutes", "\"2 min")]
    [TestCase("S161", "column: minutes", "minutes", "2 min,5")]
    [TestCase("S102", "column: minutes", "minutes,MINUTES", "2 min,2 min")]
    public void A_table_that_can_t_be_read_is_one_mistake(string code, string column, string header, params string[] rows)
    {
        WriteTable(header, rows);
        ScenarioReading reading = Read($"team_types: {{ team: {{ search: {{ empirical: {{ from: loads.csv, {column} }} }} }} }}");
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Code), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void A_table_is_one_of_the_scenario_s_files_and_needed_once()
    {
        WriteTable("size", "1", "3", "3", "3");
        ScenarioReading reading = Read("flows: { houston: { load: { empirical: { from: loads.csv } } } }");
        Assert.That(reading.OtherFiles.Select(f => f.Name), Does.Contain("loads.csv"));
        Assert.That(
            Files.Good(ScenarioReader.ReadText(reading.Resolved.ToYaml())).Flows["houston"].Load,
            Is.EqualTo(Files.Good(reading).Flows["houston"].Load)
        );
    }

    [Test]
    public void A_sample_is_multiplied_value_by_value()
    {
        WriteTable("size", "1", "3");
        ScenarioReading reading = Read(
            "flows: { houston: { load: { empirical: { from: loads.csv } } } }\nwhat_if: { larger: { flows.houston.load: x 2 } }"
        );
        Assert.That(Files.Good(reading.WhatIfs[0].Reading).Flows["houston"].Load, Is.EqualTo(new Empirical([(2, 0.5), (6, 0.5)])));
    }

    [TestCase("S001", "{ from: ⟦load.csv⟧ }", "size", "1")]
    [TestCase("S161", "{ from: loads.csv, column: ⟦sise⟧ }", "size", "1")]
    [TestCase("S161", "{ from: ⟦loads.csv⟧ }", "size,seen", "1,2")]
    [TestCase("S161", "{ from: ⟦loads.csv⟧ }", "size")]
    [TestCase("S101", "{ from: loads.csv, ⟦colum⟧: size }", "size", "1")]
    [TestCase("S131", "{ ⟦counts⟧: { 1: 0 } }", "size")]
    [TestCase("S112", "{ counts: { 1: ⟦-3⟧ } }", "size")]
    public void What_is_no_sample_is_told_where_it_stands(string code, string empirical, string header, params string[] rows)
    {
        WriteTable(header, rows);
        string text = $"flows: {{ houston: {{ load: {{ empirical: {empirical} }} }} }}";
        int column = text.IndexOf('⟦') + 1;
        Problem problem = Read(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal))
            .Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Column), Is.EqualTo((code, column)));
    }

    [TestCase("S110", "many", 2)]
    [TestCase("S111", "2.5", 2)]
    public void A_cell_that_is_no_value_is_told_in_the_table(string code, string cell, int line)
    {
        WriteTable("size", cell, "3");
        Problem problem = Read("flows: { houston: { load: { empirical: { from: loads.csv } } } }").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line), Is.EqualTo((code, "loads.csv", line)));
    }

    [TestCase("S161", 2, 3, "size,n", "1,5,2", "3,2", Description = "more cells than columns")]
    [TestCase("S161", 3, 1, "size,n", "1,2", "3", Description = "a missing count is not 1")]
    [TestCase("S161", 3, 1, "size,n", "1,2", ",50", "3,2", Description = "a row without a size is not left out")]
    [TestCase("S161", 3, 3, "size,n", "1,2", "1,", Description = "an empty count, of a size that is there before")]
    [TestCase("S110", 3, 3, "size,n", "1,2", "1,few", Description = "told in its own row")]
    [TestCase("S102", 1, 8, "size,n,Size", "1,2,10", "3,2,20")]
    public void A_table_that_is_damaged_is_told_in_the_table(string code, int line, int column, string header, params string[] rows)
    {
        WriteTable(header, rows);
        Problem problem = Read("flows: { houston: { load: { empirical: { from: loads.csv, column: size, counts: n } } } }")
            .Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo((code, "loads.csv", line, column)));
    }

    [Test]
    public void Other_columns_may_be_empty_and_one_before_them_without_a_name()
    {
        WriteTable(",size,n,note,", "0,1,3,seen,", "1,3,1", "2,3,1,,");
        Assert.That(LoadOf("{ from: loads.csv, column: size, counts: n }"), Is.EqualTo(new Empirical([(1, 0.6), (3, 0.4)])));
    }

    [TestCase("S104", "column: ⟦[size]⟧", "'column' needs the name of a column, not a list")]
    [TestCase("S104", "column: size, counts: ⟦{ n: 1 }⟧", "'counts' needs the name of a column, not a map")]
    [TestCase("S104", "column: size, unit: ⟦[min]⟧", "'unit' needs a unit, not a list")]
    [TestCase("S105", "⟦column⟧:", "'column' has no value; it needs the name of a column")]
    public void What_names_no_column_is_told_as_such(string code, string keys, string message)
    {
        WriteTable("size,n", "1,2");
        string text = $"flows: {{ houston: {{ load: {{ empirical: {{ from: loads.csv, {keys} }} }} }} }}";
        Problem problem = Read(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal))
            .Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Column, problem.Message), Is.EqualTo((code, text.IndexOf('⟦') + 1, message)));
    }

    private Distribution LoadOf(string empirical) =>
        Files.Good(Read($"flows: {{ houston: {{ load: {{ empirical: {empirical} }} }} }}")).Flows["houston"].Load;

    private ScenarioReading Read(string fragment)
    {
        File.WriteAllText(Path.Combine(folder, "base.yaml"), Files.Base);
        File.WriteAllText(Path.Combine(folder, "a.yaml"), $"{fragment}\nbased_on: base.yaml\n");
        return ScenarioReader.ReadFile(Path.Combine(folder, "a.yaml"));
    }

    private void WriteTable(string header, params string[] rows) =>
        File.WriteAllLines(Path.Combine(folder, "loads.csv"), [header, .. rows]);
}
