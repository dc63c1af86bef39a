using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Tests.Reporting.Figures;

public sealed class RenderSamplesTests
{
    [Test, Explicit("Draws every figure of every sample of doubt into SIMINT_SAMPLES, to be looked at.")]
    public void Draw_every_sample_of_doubt()
    {
        string folder = Path.Combine(
            Environment.GetEnvironmentVariable("SIMINT_SAMPLES") ?? Path.Combine(Path.GetTempPath(), "simint-samples"),
            "doubt"
        );
        Directory.CreateDirectory(folder);
        foreach (string name in SampleSensitivity.All.Keys)
        {
            foreach ((string file, byte[] content) in SampleFigures.Of(name).SelectMany(FigureFile.Files))
            {
                File.WriteAllBytes(Path.Combine(folder, name.Replace(' ', '-') + Path.GetExtension(file)), content);
            }

            File.WriteAllLines(
                Path.Combine(folder, name.Replace(' ', '-') + ".table"),
                SensitivityTable.Lines(SampleSensitivity.All[name])
            );
        }
    }

    [Test, Explicit("Draws every figure of every sample into SIMINT_SAMPLES, to be looked at.")]
    public void Draw_every_sample()
    {
        string folder = Environment.GetEnvironmentVariable("SIMINT_SAMPLES") ?? Path.Combine(Path.GetTempPath(), "simint-samples");
        foreach ((string name, StudyResult study) in SampleStudy.All)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            IReadOnlyList<Figure> figures = SampleFigures.Of(name);
            foreach ((string file, byte[] content) in figures.SelectMany(FigureFile.Files))
            {
                File.WriteAllBytes(Path.Combine(folder, name, file), content);
            }

            File.WriteAllText(Path.Combine(folder, name, "report.html"), HtmlReport.Write(study, SampleStudy.Provenance, figures));
            File.WriteAllBytes(Path.Combine(folder, name, "deck.pptx"), Deck.Write(study, SampleStudy.Provenance, figures));
            File.WriteAllBytes(Path.Combine(folder, name, "results.xlsx"), ResultWorkbook.Write(study, SampleStudy.Provenance));
            File.WriteAllLines(Path.Combine(folder, name, "table.txt"), TerminalTable.Lines(study, SampleStudy.Provenance));
            File.WriteAllText(Path.Combine(folder, name, "result.json"), ResultJson.Write(study, SampleStudy.Provenance));
            File.WriteAllText(Path.Combine(folder, name, "summary.csv"), SummaryCsv.Write(study));
        }
    }
}
