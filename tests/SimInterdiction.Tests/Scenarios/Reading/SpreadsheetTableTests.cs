using System.Text;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>Tables as spreadsheets write them are read soundly, or get one error that names the cause.</summary>
public sealed class SpreadsheetTableTests
{
    private const string Plain = "name,lat,lon,label\nel_paso,31.762,-106.485,El Paso\nsan_antonio,29.42,-98.49,San Antonio\n";

    private static readonly Place ElPaso = new() { At = new GeoPoint(31.762, -106.485), Label = "El Paso" };
    private static readonly Place SanAntonio = new() { At = new GeoPoint(29.42, -98.49), Label = "San Antonio" };

    private static ScenarioReading ReadWith(string csv) => ReadWith(Encoding.UTF8.GetBytes(csv));

    private static ScenarioReading ReadWith(byte[] csv)
    {
        File.WriteAllBytes(Path.Combine(Files.Folder, "sheet.csv"), csv);
        return Files.ReadOverBase("places: { from: sheet.csv }");
    }

    private static Problem OnlyError(ScenarioReading reading)
    {
        Problem[] errors = [.. reading.Problems.Where(p => p.IsError)];
        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors.Select(ProblemText.Format)));
        return errors[0];
    }

    private static string[] Forms() =>
        [
            Plain,
            Plain.Replace(',', ';'),
            Plain.Replace(',', '\t'),
            Plain.Replace(',', '|'),
            "sep=;\r\n" + Plain.Replace(',', ';'),
            "\"sep=,\",,,\n" + Plain,
            "sep=\t\n" + Plain.Replace(',', '\t'),
            "SEP=!\n" + Plain.Replace(',', '!'),
            "\uFEFF" + Plain,
            Plain.Replace("\n", "\r\n", StringComparison.Ordinal),
            Plain.Replace('\n', '\r'),
            Plain.Replace("\n", ",,,\n", StringComparison.Ordinal) + ",,,,,,\n,,,,,,\n",
            Plain.Replace("\n", ";;;\r\n", StringComparison.Ordinal).Replace(',', ';') + ";;;;\r\n",
            "\n\n# made by hand\n" + Plain,
            "Name,Lat , LON,LABEL\n" + Plain[(Plain.IndexOf('\n') + 1)..],
            "\"name\",\"lat\",\"lon\",\"label\"\nel_paso,\"31.762\",-106.485,\"El Paso\"\nsan_antonio,29.42,-98.49,San Antonio",
            "name;lat;lon;label\nel_paso;31,762;-106,485;El Paso\nsan_antonio;29,42;-98,49;San Antonio\n",
            "name\tlat\tlon\tlabel\nel_paso\t31,762\t-106,485\tEl Paso\nsan_antonio\t29,42\t-98,49\tSan Antonio\n",
            "name,lat,lon,label\nel_paso,\"31,762\",\"-106,485\",El Paso\nsan_antonio,\"29,42\",\"-98,49\",San Antonio\n",
            ",name,,lat,lon,label\n,el_paso,,31.762,-106.485,El Paso\n,san_antonio,,29.42,-98.49,San Antonio\n",
        ];

    [TestCaseSource(nameof(Forms))]
    public void The_same_table_is_read_however_a_spreadsheet_writes_it(string csv)
    {
        SimInterdiction.Model.Scenario scenario = Files.Good(ReadWith(csv));
        Assert.That((scenario.Places["el_paso"], scenario.Places["san_antonio"]), Is.EqualTo((ElPaso, SanAntonio)));
    }

    [Test]
    public void A_mistake_in_a_table_with_old_line_ends_is_found_in_its_line()
    {
        Problem problem = OnlyError(ReadWith(Plain.Replace('\n', '\r').Replace("-98.49", "west", StringComparison.Ordinal)));
        Assert.That(
            (problem.Code, problem.Line, problem.Column, problem.SourceLine),
            Is.EqualTo(("S117", 3, 19, "san_antonio,29.42,west,San Antonio"))
        );
    }

    [TestCase("[TX] San Antonio")]
    [TestCase("{x: 1}")]
    [TestCase("*a &b !c")]
    [TestCase("a: b # c")]
    [TestCase("~")]
    [TestCase("- 'x'")]
    public void A_label_in_a_table_is_the_text(string label)
    {
        string csv = $"name,lat,lon,label\nel_paso,31.762,-106.485,{label}\nb,31,-106,\"{label}\"\n";
        SimInterdiction.Model.Scenario scenario = Files.Good(ReadWith(csv));
        Assert.That((scenario.Places["el_paso"].Label, scenario.Places["b"].Label), Is.EqualTo((label, label)));
    }

    [Test]
    public void A_line_break_in_a_cell_is_part_of_the_text()
    {
        SimInterdiction.Model.Scenario scenario = Files.Good(
            ReadWith("name,lat,lon,label\na,1,2,\"two\nlines; \"\"and\"\" more\"\nb,3,4,x\n")
        );
        Assert.That((scenario.Places["a"].Label, scenario.Places["b"].At.Latitude), Is.EqualTo(("two\nlines; \"and\" more", 3.0)));
    }

    // 7,844 is a latitude only as 7.844; of vehicles it may be 7,844 or 7.844, unless another number has a comma that
    // can only be a decimal one.
    [TestCase("name;lat;lon;attraction\na;7,844;-99,507;5\n", 5)]
    [TestCase("name;lat;lon;attraction\na;7,8;-99,507;7,844\n", 7.844)]
    [TestCase("name;lat;lon;attraction\na;7;-99;0,125\n", 0.125)]
    public void A_decimal_comma_is_read_where_it_can_be_nothing_else(string csv, double attraction) =>
        Assert.That(Files.Good(ReadWith(csv)).Places["a"].Attraction, Is.EqualTo(attraction));

    [TestCase("name;lat;lon;attraction\na;7;-99;7,844\n", 2, 9, TestName = "A comma before three digits may be either")]
    [TestCase("name;lat;lon\na;27.5;-99,507\n", 2, 8, TestName = "A comma after a point is named")]
    [TestCase("name;lat;lon;attraction\na;27,5;-99,507;1\nb;27,5;-99,5;7.844\n", 3, 14, TestName = "A point after commas is named")]
    public void A_decimal_mark_that_can_be_read_in_two_ways_is_one_error(string csv, int line, int column)
    {
        Problem problem = OnlyError(ReadWith(csv));
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S042", line, column)));
    }

    [TestCase("load", "1,000", "1_000", "1")]
    [TestCase("load", "12,500", "12_500", "12.5")]
    [TestCase("rate", "7,844 per year", "7_844", "7.8440")]
    public void Each_way_to_write_it_that_is_offered_can_be_read(string column, string cell, string whole, string part)
    {
        Problem problem = OnlyError(ReadFlow(column, cell));
        Assert.That(problem.Message, Is.EqualTo($"'{cell}' could be {whole} or {part}"));
        string unit = cell.Contains(' ') ? cell[cell.IndexOf(' ')..] : "";
        string[] told = [.. new[] { whole, part }.SelectMany(way => ReadFlow(column, way + unit).Problems).Select(p => p.Code)];
        Assert.That(told, Has.None.AnyOf("S042", "S126", "S127"));
    }

    private static ScenarioReading ReadFlow(string column, string cell)
    {
        Files.Write("flow.csv", $"name;{column}\nhouston;{cell}\n");
        return Files.ReadOverBase("flows: { from: flow.csv }");
    }

    [TestCase("sep=,\nname;lat;lon\na;1;2\n", "commas", "semicolons")]
    [TestCase("sep=;\nname\tlat\tlon\na\t1\t2\n", "semicolons", "tabs")]
    [TestCase("\"sep=!\"\nname,lat,lon\na,1,2\n", "'!'", "commas")]
    public void A_first_line_that_names_another_divider_is_one_error(string csv, string named, string used)
    {
        Problem problem = OnlyError(ReadWith(csv));
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S161", 1, 1)));
        Assert.That(problem.Message, Is.EqualTo($"this line says that {named} divide the cells, but {used} do"));
    }

    [Test]
    public void Decimal_commas_between_commas_are_one_error_however_many_rows()
    {
        string rows = string.Concat(Enumerable.Range(0, 24).Select(i => $"p{i},29,42,-98,49\n"));
        Problem problem = OnlyError(ReadWith("name,lat,lon\n" + rows));
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S161", 2, 7)));
        Assert.That(problem.Message + problem.Hint, Does.Contain("23 others").And.Contain("decimal comma"));
    }

    [TestCase("houston,29.76,-95.37\nlaredo,27.5,-99.5\n", TestName = "A table without a header is one error")]
    [TestCase("name:lat:lon\na:1:2\n", TestName = "A divider that is none is one error")]
    [TestCase("place,lat,lon\na,1,2\n", TestName = "A header without names is one error")]
    public void A_header_that_names_no_names_is_one_error(string csv) =>
        Assert.That(OnlyError(ReadWith(csv)), Has.Property("Code").EqualTo("S162").And.Property("Line").EqualTo(1));

    [TestCase(",name,lat,lon\n0,a,1,2\n1,b,1,2\n", "S161", 2, 1)]
    [TestCase("name,lat,lon,Lat\na,1,2,3\n", "S102", 1, 14)]
    [TestCase("name,lat,lon\na,1\nb,2\nc,3\n", "S161", 2, 3)]
    [TestCase("name,lat,lon,attractoin\na,1,2,3\n", "S101", 1, 14)]
    public void A_fault_of_a_whole_column_is_one_error(string csv, string code, int line, int column)
    {
        Problem problem = OnlyError(ReadWith(csv));
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo((code, line, column)));
    }

    [Test]
    public void A_workbook_is_named_as_one()
    {
        byte[][] books =
        [
            [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
        ];
        foreach (byte[] book in books)
        {
            Problem problem = OnlyError(ReadWith(book));
            Assert.That((problem.Code, problem.File, problem.Hint), Is.EqualTo(("S041", "sheet.csv", "save it as CSV UTF-8")));
        }
    }

    [Test]
    public void A_table_in_another_encoding_is_one_error_that_says_how_to_save_it()
    {
        byte[][] tables =
        [
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)],
            Encoding.Unicode.GetBytes(Plain),
            Encoding.BigEndianUnicode.GetBytes(Plain),
            Encoding.Latin1.GetBytes(Plain.Replace("El Paso", "Peña", StringComparison.Ordinal)),
        ];
        foreach (byte[] table in tables)
        {
            Assert.That(
                OnlyError(ReadWith(table)),
                Has.Property("Code").EqualTo("S004").And.Property("Hint").EqualTo("save it as CSV UTF-8")
            );
        }
    }

    [Test]
    public void What_follows_from_a_table_that_is_missing_is_not_told()
    {
        ScenarioReading reading = Files.ReadOverBase(
            "places: { from: no_such.csv }\nroads: { r: { between: [a, b] } }\n",
            "places.a.label=x"
        );
        Assert.That(OnlyError(reading).Code, Is.EqualTo("S001"));
    }

    [Test]
    public void Rows_with_another_separator_than_the_header_are_told_so()
    {
        Files.Write("mixed.csv", "name,lat,lon\naustin;30.267;-97.743\ndallas;32.78;-96.80\n");
        Problem problem = Files.ReadOverBase("places: { from: mixed.csv }").Problems.Single();
        Assert.That((problem.Code, problem.Hint), Is.EqualTo(("S161", "separate its cells as the first row does")));
    }
}
