using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Tree;

public sealed class BadSyntax
{
    [Test]
    public void A_tab_is_found_where_it_stands() => Files.AssertWrongFile("S010", "title: x\ntravel:\n⟦\t⟧speed: 58 mph\n");

    [Test]
    public void A_tab_behind_spaces_is_found_where_it_stands() =>
        Files.AssertWrongFile("S010", "title: x\ntravel:\n  speed: 58 mph\n ⟦\t⟧x: 1\n");

    [Test]
    public void A_key_too_far_left_is_wrongly_indented() =>
        Files.AssertWrongFile("S011", "experiment:\n  seed: 7\n " + "⟦replications⟧: 10\n");

    [Test]
    public void A_key_too_far_right_is_wrongly_indented() =>
        Files.AssertWrongFile("S011", "experiment:\n  seed: 7\n    ⟦replications⟧: 10\n");

    [Test]
    public void A_missing_colon_is_found_in_its_line()
    {
        Problem problem = Files.AssertWrongFile("S012", "title: x\n⟦length⟧ 30 days\nstart: 2022-10-01\n");
        Assert.That(problem.Hint, Is.EqualTo("did you mean 'length: 30 days'?"));
    }

    [Test]
    public void A_missing_colon_above_deeper_lines_is_found_in_its_own_line() =>
        Files.AssertWrongFile("S012", "flows:\n  ⟦houston⟧\n    from: x\n");

    [Test]
    public void A_missing_colon_in_the_only_line_is_found() => Files.AssertWrongFile("S012", "⟦title⟧ x\n");

    // The parser throws InvalidOperationException here and says nothing of the place.
    [Test]
    public void A_bracket_that_is_never_closed_is_found_where_it_opens() => Files.AssertWrongFile("S013", "a: ⟦[⟧1, 2\nb: 3\n");

    [Test]
    public void A_brace_that_is_never_closed_is_found_where_it_opens() => Files.AssertWrongFile("S013", "a: ⟦{⟧x: 1\nb: 2\n");

    [Test]
    public void A_bracket_closed_by_the_wrong_one_is_found() => Files.AssertWrongFile("S013", "a: { path: [x, y ⟦}⟧ }\n");

    [Test]
    public void A_bracket_too_many_is_found() => Files.AssertWrongFile("S013", "a: [x, y]⟦]⟧\n");

    [Test]
    public void A_quotation_mark_without_partner_is_found_where_it_opens() =>
        Files.AssertWrongFile("S013", "length: ⟦'⟧3 days\nstart: 2022-10-01\n");

    [Test]
    public void A_second_colon_in_a_line_is_found() => Files.AssertWrongFile("S014", "length: 3 days⟦:⟧ or four\n");

    [Test]
    public void A_value_that_begins_with_a_reserved_character_is_found() => Files.AssertWrongFile("S014", "length: ⟦@⟧3 days\n");

    [Test]
    public void A_second_document_is_refused() => Files.AssertWrongFile("S015", $"{Files.Base}\n⟦---⟧\ntitle: x\n");

    [Test]
    public void What_stands_below_the_end_of_a_document_is_told_as_that() =>
        Assert.That(Files.AssertWrongFile("S015", $"{Files.Base}\n...\n⟦tit⟧le: x\n").Message, Does.StartWith("'...' ends the document"));

    [Test]
    public void A_key_longer_than_any_is_told_as_that() =>
        Assert.That(
            Files.Read($"title: x\ndeployments:\n  {new string('o', 5_000)}: {{}}\n  two: {{}}\n").Problems[0].Message,
            Is.EqualTo("a key is longer than 1,024 characters")
        );

    [Test]
    public void An_alias_without_anchor_is_found() => Files.AssertWrong("S018", "travel: { speed: 50 mph }\ntitle: ⟦*usual⟧");

    [Test]
    public void A_duplicate_key_shows_both_lines()
    {
        Problem problem = Files.AssertWrong("S102", "experiment:\n  seed: 7\n  ⟦seed⟧: 8");
        Assert.That(problem.Related!.Mark, Is.EqualTo(new Mark("a.yaml", 2, 3, 4)));
        Assert.That(
            ProblemText.Format(problem),
            Is.EqualTo(
                """
                a.yaml:3:3: error S102: 'seed' is given twice
                  |
                2 |   seed: 7
                  |   ^^^^ the first one
                3 |   seed: 8
                  |   ^^^^
                """
            )
        );
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("# nothing yet\n")]
    [TestCase("---\n")]
    public void An_empty_file_is_refused(string text) => AssertFileProblem("S005", Files.Read(text));

    [Test]
    public void A_list_is_no_scenario() => Files.AssertWrongFile("S104", "⟦-⟧ a\n- b\n");

    [Test]
    public void A_billion_laughs_are_refused()
    {
        string text =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        Problem problem = Files.Read(text).Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Line), Is.EqualTo(("S016", 6)));
    }

    [Test]
    public void A_tower_of_brackets_is_refused() =>
        Assert.That(Files.Read($"a: {new string('[', 100_000)}").Problems.Single(p => p.IsError).Code, Is.AnyOf("S013", "S017"));

    [Test]
    public void Bytes_that_are_no_UTF8_are_found_where_they_stand()
    {
        Files.Write("latin1.yaml", "");
        string path = Path.Combine(Files.Folder, "latin1.yaml");
        File.WriteAllBytes(path, [.. "title: x\nquestion: caf"u8, 0xE9, .. "?\n"u8]);
        Problem problem = ScenarioReader.ReadFile(path).Problems.Single();
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S004", 2, 14)));
    }

    [Test]
    public void A_byte_order_mark_is_passed_over()
    {
        string path = Path.Combine(Files.Folder, "bom.yaml");
        File.WriteAllText(path, Files.Base, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Files.Good(ScenarioReader.ReadFile(path));
    }

    [Test]
    public void Windows_line_ends_change_no_mark()
    {
        ScenarioReading reading = Files.Read(
            Files.Base.Replace("12 per week", "12", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        Problem problem = reading.Problems.Single();
        Assert.That((problem.Code, problem.Line, problem.Column, problem.Length), Is.EqualTo(("S120", 7, 20, 2)));
    }

    [Test]
    public void A_control_character_is_found_where_it_stands() => Files.AssertWrongFile("S007", "title: x\nquestion: a⟦\u0001⟧b\n");

    [Test]
    public void A_folder_a_missing_file_and_a_giant_are_refused_before_reading()
    {
        string path = Path.Combine(Files.Folder, "giant.yaml");
        using (FileStream giant = File.Create(path))
        {
            giant.SetLength(100_000_000);
        }

        Assert.Multiple(() =>
        {
            AssertFileProblem("S003", ScenarioReader.ReadFile(path));
            AssertFileProblem("S002", ScenarioReader.ReadFile(Files.Folder));
            Problem missing = AssertFileProblem("S001", ScenarioReader.ReadFile(Path.Combine(Files.Folder, "bse.yaml")));
            Assert.That(missing.Hint, Is.EqualTo("did you mean 'base.yaml'?"));
        });
        File.Delete(path);
    }

    private static Problem AssertFileProblem(string code, ScenarioReading reading)
    {
        Problem problem = reading.Problems.Single();
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo((code, 0, 0)));
        Assert.That(reading.Scenario, Is.Null);
        return problem;
    }
}
