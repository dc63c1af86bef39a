using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

public sealed class TableTests
{
    private static ScenarioReading ReadWith(string csv)
    {
        Files.Write("places.csv", csv);
        return Files.ReadOverBase("places: { from: places.csv, austin: { at: [30.267, -97.743] } }");
    }

    [Test]
    public void Rows_are_places_and_empty_cells_are_defaults()
    {
        Scenario scenario = Files.Good(
            ReadWith("name,lat,lon,label,kind,attraction\nport_a,27.5,-99.5,\"Laredo, bridges\",port,7_844_498\n\nplain,27.6,-99.6,,,\n")
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                scenario.Places["port_a"],
                Is.EqualTo(
                    new Place
                    {
                        At = new GeoPoint(27.5, -99.5),
                        Label = "Laredo, bridges",
                        Kind = PlaceKind.Port,
                        Attraction = 7_844_498,
                    }
                )
            );
            Assert.That(scenario.Places["plain"], Is.EqualTo(new Place { At = new GeoPoint(27.6, -99.6) }));
            Assert.That(scenario.Places, Contains.Key("austin"));
            Assert.That(scenario.Places, Contains.Key("houston"));
        });
    }

    [Test]
    public void Roads_and_flows_come_from_tables_too()
    {
        Files.Write("roads.csv", "name,between,length\nus59,houston laredo,315 mi\nother,houston;laredo,\n");
        Files.Write(
            "flows.csv",
            "name,from,rate,routes\nwest,houston,3 per day,{ gulf: 100% }\neast,houston,2 per day,\"{ gulf: 60%, coast: 40% }\"\n"
        );
        Scenario scenario = Files.Good(
            Files.ReadOverBase("roads: { from: roads.csv }\nflows: { from: flows.csv }\ncorridors: { coast: { path: [houston, laredo] } }")
        );
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Roads["us59"].LengthMiles, Is.EqualTo(315));
            Assert.That(scenario.Roads["other"].Between, Is.EqualTo(new[] { "houston", "laredo" }));
            Assert.That(scenario.Flows["east"].Routes.Shares["coast"], Is.EqualTo(0.4));
            Assert.That(scenario.Flows["west"].Rate!.Value.PerHour, Is.EqualTo(0.125));
        });
    }

    [TestCase("S101", "name,lat,lon,atraction\na,1,2,3\n", 1, 14)]
    [TestCase("S102", "name,lat,lon,lat\na,1,2,3\n", 1, 14)]
    [TestCase("S102", "name,lat,lon,at\na,1,2,\n", 1, 14)]
    [TestCase("S102", "name,lat,lon\na,1,2\nb,1,2\na,3,4\n", 4, 1)]
    [TestCase("S102", "name,lat,lon\na,1,2\naustin,1,2\n", 1, 29)]
    [TestCase("S103", "name,label\na,A\n", 2, 1)]
    [TestCase("S106", "name,lat,lon\nEl Paso,1,2\n", 2, 1)]
    [TestCase("S114", "name,lat,lon,kind\na,1,2,city\nb,1,2,prot\n", 3, 7)]
    [TestCase("S117", "name,lat,lon\na,1,2\nb,north,2\n", 3, 3)]
    [TestCase("S161", "name,lat,lon\na,1\n", 2, 3)]
    [TestCase("S161", "name,lat,lon\na,1,2,3\n", 2, 5)]
    [TestCase("S161", "name,lat,lon\n,1,2\n", 2, 1)]
    [TestCase("S161", "name,lat,lon\n\"a,1,2\n", 2, 1)]
    [TestCase("S161", "name,lat,lon\n\"a\"b,1,2\n", 2, 4)]
    [TestCase("S161", "\n", 1, 17)]
    [TestCase("S162", "label,lat,lon\na,1,2\n", 1, 1)]
    public void A_mistake_in_a_table_is_found_in_its_cell(string code, string csv, int line, int column)
    {
        Problem problem = ReadWith(csv).Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo((code, line, column)), ProblemText.Format(problem));
    }

    [TestCase("place,latitude,longitude", "rename 'latitude' to 'lat' and 'longitude' to 'lon'; 'name' is the column with the names")]
    [TestCase("city,Latitude,kindd", "rename 'Latitude' to 'lat' and 'kindd' to 'kind'; 'name' is the column with the names")]
    [TestCase("austin,30.2,-97.7", "put a row above it: name,lat,lon, for instance")]
    public void Columns_that_are_called_otherwise_are_told_with_their_names(string header, string hint)
    {
        Problem problem = ReadWith($"{header}\naustin,30.2,-97.7\n").Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.Hint), Is.EqualTo(("S162", hint)));
    }

    [Test]
    public void A_missing_table_is_underlined_where_it_is_named() => Files.AssertWrong("S001", "places: { from: ⟦plcs.csv⟧ }");
}
