using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

public sealed class DeploymentTableTests
{
    private const string Header = "deployment,name,at,task_force,team,hours,days\n";

    private static ScenarioReading ReadWith(string csv, string beside = "")
    {
        Files.Write("deployments.csv", csv);
        return Files.ReadOverBase($"deployments: {{ from: deployments.csv{beside} }}");
    }

    [Test]
    public void Each_row_is_a_posting_of_the_deployment_it_names()
    {
        Scenario scenario = Files.Good(
            ReadWith(
                Header
                    + "days,laredo,,laredo,team,08:00-16:00,\n"
                    + "both,morning,laredo,laredo,team,06:00-12:00,mon tue\n"
                    + "both,evening,laredo,laredo,team,18:00-22:00,\n"
            )
        );
        Deployment both = scenario.Deployments["both"];
        Assert.That(both.Post.Keys, Is.EqualTo(new[] { "morning", "evening" }));
        Assert.That(both.Post["morning"].Days, Is.EqualTo(new[] { Weekday.Mon, Weekday.Tue }));
        Assert.That(both.Post["evening"].CheckpointsOf("evening"), Is.EqualTo(new[] { "laredo" }));
        Assert.That(scenario.Deployments["days"].Post["laredo"].Hours.ToString(), Is.EqualTo("08:00-16:00"));
        Assert.That(scenario.Deployments, Contains.Key("today"), "what the file has beside the table");
    }

    [Test]
    public void Rows_without_names_are_called_as_their_places()
    {
        Scenario scenario = Files.Good(
            ReadWith(
                "deployment,at,task_force,team,hours\nx,laredo,laredo,team,06:00-12:00\n"
                    + "x,laredo,laredo,team,18:00-22:00\ny,laredo,laredo,team,\n"
            )
        );
        Assert.That(scenario.Deployments["x"].Post.Keys, Is.EqualTo(new[] { "laredo", "laredo_2" }));
        Assert.That(scenario.Deployments["y"].Post.Keys, Is.EqualTo(new[] { "laredo" }));
        Scenario empty = Files.Good(ReadWith(Header + "z,,laredo,laredo,team,,\n"));
        Assert.That(empty.Deployments["z"].Post.Keys, Is.EqualTo(new[] { "laredo" }), "an empty cell");
    }

    [Test]
    public void A_label_may_stand_beside_the_table_and_deployments_be_based_on_it()
    {
        Scenario scenario = Files.Good(
            ReadWith(
                Header + "nights,laredo,,laredo,team,20:00-04:00,\n",
                ", nights: { label: All at night }, "
                    + "more: { based_on: nights, post: { other: { at: laredo, task_force: laredo, team: team, hours: 06:00-10:00 } } }"
            )
        );
        Assert.That(scenario.Deployments["nights"].Label, Is.EqualTo("All at night"));
        Assert.That(scenario.Deployments["nights"].Post, Has.Count.EqualTo(1));
        Assert.That(scenario.Deployments["more"].Post, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_row_with_a_deployment_and_nothing_else_posts_nobody()
    {
        Scenario scenario = Files.Good(ReadWith(Header + "nobody,,,,,,\nnights,laredo,,laredo,team,20:00-04:00,\n"));
        Assert.That(scenario.Deployments["nobody"].Post, Is.Empty);
        Assert.That(scenario.Deployments["nights"].Post, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_table_says_what_the_same_deployments_in_the_file_say()
    {
        Scenario table = Files.Good(ReadWith(Header + "nights,laredo,,laredo,team,20:00-04:00,\n"));
        Scenario file = Files.Good(
            Files.ReadOverBase("deployments: { nights: { post: { laredo: { task_force: laredo, team: team, hours: 20:00-04:00 } } } }")
        );
        Assert.That(table.Deployments["nights"].Post["laredo"], Is.EqualTo(file.Deployments["nights"].Post["laredo"]));
    }

    [TestCase("S162", "name,at,task_force,team\na,laredo,laredo,team\n", 1, 1)]
    [TestCase("S162", "deployment,task_force,team\nx,laredo,team\n", 1, 1)]
    [TestCase("S162", "deployment,place,task_force,team\nx,laredo,laredo,team\n", 1, 1)]
    [TestCase("S161", Header + ",a,laredo,laredo,team,,\n", 2, 1)]
    [TestCase("S102", Header + "x,a,laredo,laredo,team,,\ny,a,laredo,laredo,team,,\nx,a,laredo,laredo,team,,\n", 4, 3)]
    [TestCase("S116", Header + "x,a,laredo,laredo,team,6 am,\n", 2, 24)]
    [TestCase("S106", Header + "X Y,a,laredo,laredo,team,,\n", 2, 1)]
    [TestCase("S101", "deployment,at,team,task_force,hour\nx,laredo,team,laredo,\n", 1, 31)]
    public void A_mistake_is_found_in_its_cell(string code, string csv, int line, int column)
    {
        Problem problem = ReadWith(csv).Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo((code, line, column)), ProblemText.Format(problem));
    }

    [Test]
    public void What_moves_units_of_a_table_that_is_not_read_is_not_told()
    {
        ScenarioReading reading = ReadWith(
            "deployment,at,task_force,team,evry\ntoday,laredo,laredo,team,\n",
            ", today: { label: Now }, move: { unit: laredo, to: any }"
        );
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Code), Is.EqualTo(new[] { "S101" }));
    }

    [Test]
    public void Postings_in_the_table_and_in_the_file_are_one_too_many()
    {
        Problem problem = ReadWith(
            Header + "today,laredo,,laredo,team,,\n",
            ", today: { post: { laredo: { task_force: laredo, team: team } } }"
        )
            .Problems.First(p => p.IsError);
        Assert.That(problem.Code, Is.EqualTo("S102"));
    }
}
