namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>The reference programs in other languages, if the machine has what they need.</summary>
internal static class ReferencePrograms
{
    private const string Python = "/usr/bin/python3";

    private static readonly bool HasCompiler = Child.Succeeds("gcc", "--version");
    private static readonly bool HasSimPy = Child.Succeeds(Python, "-c", "import simpy");

    /// <summary>The command of a C program, freshly compiled; null, with the reason printed, without a
    /// compiler.</summary>
    public static string[]? C(string name)
    {
        if (!HasCompiler)
        {
            Console.WriteLine($"Skipped: {name} in C, since there is no gcc.");
            return null;
        }

        string program = Path.Combine(Directory.CreateTempSubdirectory("benchmarks-").FullName, name);
        Child.Run(["gcc", "-O3", "-march=native", "-Wall", "-Wextra", "-Werror", "-o", program, Source($"{name}.c"), "-lm"]);
        return [program];
    }

    /// <summary>The command of a SimPy program; null, with the reason printed, without SimPy.</summary>
    public static string[]? SimPy(string name)
    {
        if (!HasSimPy)
        {
            Console.WriteLine($"Skipped: {name} in SimPy, since {Python} has no simpy (on Debian: apt-get install python3-simpy3).");
            return null;
        }

        return [Python, Source($"{name}.py")];
    }

    public static IEnumerable<string> Versions()
    {
        if (HasCompiler)
        {
            yield return Child.Run(["gcc", "--version"]).Output.Split('\n')[0];
        }

        if (HasSimPy)
        {
            yield return Child
                .Run([Python, "-c", "import simpy, platform; print('SimPy', simpy.__version__, 'on CPython', platform.python_version())"])
                .Output.Trim();
        }
    }

    private static string Source(string file) => Path.Combine(AppContext.BaseDirectory, "References", file);
}
