namespace SimInterdiction.Tests.Architecture;

/// <summary>Tests stand where the code stands that they test.</summary>
public sealed class MirrorTests
{
    // What crosses projects has folders of its own; what all tests share is in none.
    private static readonly string[] Crossing = ["Architecture", "Browser", "Cases", "Verification"];

    [Test]
    public void Each_folder_of_tests_is_a_folder_of_the_code() =>
        Assert.That(
            Directory
                .EnumerateFiles(Repository.Tests, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Tests, Path.GetDirectoryName(file)!))
                .Distinct()
                .Where(folder => folder.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "."))
                .Where(folder => !Crossing.Contains(folder.Split(Path.DirectorySeparatorChar)[0]))
                .Where(folder => !Directory.Exists(Path.Combine(Repository.Source, "SimInterdiction." + folder))),
            Is.Empty
        );
}
