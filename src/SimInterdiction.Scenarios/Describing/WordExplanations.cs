using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Reading;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>What the words of the scenario language mean that are written in place of a value, rather than at a place
/// of their own.</summary>
internal static class WordExplanations
{
    private const string OfDistribution =
        "That of the key it stands at. At the same mean, more spread makes queues longer and single periods differ more.";

    /// <summary>Every such word, each once.</summary>
    public static IReadOnlyList<WordExplanation> All { get; } =
    [
        new(
            UncertainReader.Key,
            "What nobody knows: the lowest it may be, the best guess, the highest.",
            "in place of any number",
            [$"{{ {UncertainReader.Key}: [40%, 50%, 60%] }}"],
            "The comparison uses the best guess. A sensitivity analysis says whether another value would change the answer."
        ),
        .. DistributionCatalog.All.Select(each => new WordExplanation(
            each.Key,
            $"{char.ToUpperInvariant(each.Meaning[0])}{each.Meaning[1..]}.",
            "where a value varies from case to case, such as team_types.NAME.search",
            each.Examples,
            OfDistribution
        )
        {
            Parts = each.Parameters.Words,
        }),
        new(
            DistributionCatalog.Between,
            "Only values between these; counts are rounded first.",
            "beside a distribution",
            [$"{{ lognormal: {{ median: 3, sigma: 1.0 }}, {DistributionCatalog.Between}: [1, 60] }}"],
            "Cuts off what is too small or too large to be true, and moves the mean with it."
        ),
        new(
            Moves.Key,
            "One deployment for each posting, place and hours, in which that posting alone is moved there.",
            $"deployments.{Moves.Key}",
            [$"{Moves.Key}: {{ unit: any, to: [laredo, el_paso], hours: [06:00-18:00] }}"],
            "Adds deployments to compare; the others keep their numbers, with intervals a little wider, since more are compared."
        )
        {
            Parts = [Moves.Unit],
        },
        new(
            Tables.From,
            "A CSV file, one entry a row, its columns the keys; in places, lat and lon stand for at.",
            string.Join(", ", Tables.Sections),
            [
                $"places: {{ {Tables.From}: places.csv }}",
                $"{{ {DistributionCatalog.Empirical}: {{ {Tables.From}: loads.csv, column: size }} }}",
            ],
            "None by itself: the scenario is as if all were written out."
        )
        {
            Parts = [TableColumn.Latitude, TableColumn.Longitude],
        },
    ];
}

/// <summary>What is to be said of a word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">In a sentence.</param>
/// <param name="Stands">Where it may be written.</param>
/// <param name="Examples">How it is written.</param>
/// <param name="Effect">What it does to the answer.</param>
internal sealed record WordExplanation(string Word, string Meaning, string Stands, IReadOnlyList<string> Examples, string Effect)
{
    /// <summary>Words that are written only inside it, and are explained by it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
