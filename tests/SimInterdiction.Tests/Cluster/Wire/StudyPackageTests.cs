using System.IO.Compression;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Cluster.Wire;

public sealed class StudyPackageTests
{
    [Test]
    public void A_study_arrives_as_it_was_to_the_last_bit(
        [Values("smallest", "two-corridors", "one-ring", "port-queue", "southbound")] string scenario
    )
    {
        ScenarioReading reading = ScenarioReader.ReadFile(Files.InRepository($"scenarios/{scenario}.yaml"));
        Arm[] arms = [.. reading.Scenario!.Deployments.Keys.Take(2).Select(name => new Arm(name))];
        foreach (bool isDrawn in new[] { false, true })
        {
            var options = new StudyOptions { Seed = 11, Drawn = isDrawn ? UncertainFile.Of(reading) : null };
            if (isDrawn && reading.UncertainInputs.Count is 0 or > 3)
            {
                continue;
            }

            var here = new ChunkSimulation(reading.Scenario, options, arms);
            var package = new StudyPackage(
                StudyDocument.Of(reading, options, comparedAs: null),
                [.. arms.Zip(here.Keys, (arm, key) => new PackedArm(arm.Deployment, arm.Adversary, key))]
            );
            StudyPackage arrived = StudyPackage.Read(package.ToBytes())!;
            Assert.That(arrived.Arms, Is.EqualTo(package.Arms));
            Assert.That(arrived.Document.TryOpen(arms, out ChunkSimulation? there, out string? problem), Is.True, problem);
            Assert.That(there!.Keys, Is.EqualTo(here.Keys));
        }
    }

    [Test]
    public void Bytes_that_are_no_study_or_far_too_large_are_none()
    {
        Assert.That(StudyPackage.Read([]), Is.Null);
        Assert.That(StudyPackage.Read([1, 2, 3]), Is.Null);
        using var bomb = new MemoryStream();
        using (var brotli = new BrotliStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int i = 0; i < 100; i++)
            {
                brotli.Write(new byte[1_000_000]);
            }
        }

        Assert.That(StudyPackage.Read(bomb.ToArray()), Is.Null);
    }
}
