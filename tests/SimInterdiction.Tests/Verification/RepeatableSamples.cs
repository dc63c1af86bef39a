using CsCheck;

namespace SimInterdiction.Tests.Verification;

/// <summary>Random cases that are the same in every run. A seed given to CsCheck's own <c>Sample</c> fixes its first
/// case only.</summary>
internal static class RepeatableSamples
{
    /// <summary>Checks so many cases; the first that fails is printed.</summary>
    public static void SampleRepeatably<T>(this Gen<T> gen, Action<T> check, int iter, uint seed, Func<T, string>? print = null)
    {
        var random = new PCG(stream: 1, seed);
        for (int i = 0; i < iter; i++)
        {
            T value = gen.Generate(random, null, out Size _);
            try
            {
                check(value);
            }
            catch (Exception)
            {
                TestContext.Out.WriteLine($"Case {i} of seed {seed}: {print?.Invoke(value) ?? value?.ToString()}");
                throw;
            }
        }
    }
}
