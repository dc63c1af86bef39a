using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Tests.Reporting;

public sealed class RenderSamplesTests
{
    [Test, Explicit("Draws every figure of every sample into SIMINT_SAMPLES, to be looked at.")]
    public void Draw_every_sample()
    {
        string folder = Environment.GetEnvironmentVariable("SIMINT_SAMPLES") ?? Path.Combine(Path.GetTempPath(), "simint-samples");
        foreach ((string name, StudyResult study) in SampleStudy.All)
        {
            foreach (Figure figure in FigureCatalog.MakeAll(study, SampleStudy.Provenance))
            {
                FigureFile.Write(figure, Path.Combine(folder, name));
            }
        }
    }
}
