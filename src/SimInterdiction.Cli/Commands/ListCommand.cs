using System.CommandLine;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary><c>simint list</c>: the names that scenario files and other commands take.</summary>
internal static class ListCommand
{
    public static Command Create(TextWriter output)
    {
        var what = new Argument<string>("WHAT") { Description = "measures, templates or problems.", DefaultValueFactory = _ => "all" };
        what.AcceptOnlyFromAmong("measures", "templates", "problems", "all");
        var command = new Command("list", "Lists measures, templates and problem codes.") { what };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(what)!;
            Section("measures", MeasureCatalog.All.Select(m => (m.Name, $"{m.Meaning} {ExplainCommand.Writing(m)}")));
            Section("templates", ScenarioTemplates.Names.Select(t => (t, $"simint init DIR --template {t}")));
            Section("problems", ProblemCatalog.All.Select(p => (p.Code, p.Title)));

            void Section(string name, IEnumerable<(string Name, string Meaning)> rows)
            {
                if (wanted == name || wanted == "all")
                {
                    output.WriteLine(name);
                    foreach ((string row, string meaning) in rows)
                    {
                        output.WriteLine($"  {row, -30} {meaning}");
                    }
                }
            }
        });
        return command;
    }
}
