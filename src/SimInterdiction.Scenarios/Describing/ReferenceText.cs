using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>What the reference says that no key does.</summary>
internal static class ReferenceText
{
    public const string Opening = """
        # The scenario file

        <!-- Made from the program's types; a test keeps it in step. Edit those, not this. -->

        A scenario is one YAML file: places and corridors, what flows, who can be posted where, and the deployments to compare.
        `simint check FILE` tells every mistake at once, each with its line. `simint show FILE --sources` tells where every
        value comes from.

        - Things have names (`laredo_port`): lower-case letters, digits, underscores. `label` is what people see.
        - Quantities carry their unit: `20 min`, `320 mi`, `12 per week`. Counts (lanes, officers, replications) don't.
          Underscores may divide thousands: `23_000`.
        - Shares are `35%` or `0.35`. Shares that belong together make 100 %.
        - A year is 365 days. Dates are `2022-10-01`, hours `06:00-18:00` (may pass midnight) or `24 h`; there are no time
          zones.
        - Keys that mean nothing are errors, with a suggestion. Everything has a default except what the plan is about.

        """;

    public const string Rules = """

        ## Chance and doubt

        What varies from case to case is drawn anew each time. Wherever a law of chance may stand, a constant may too.

        | written | what it is |
        |---|---|
        | `{ varies: [1 min, 3 min, 8 min] }` | least, typical, most (triangular) |
        | `{ exponential: 20 min }` | exponential, by its mean |
        | `{ lognormal: { median: 3, sigma: 1.0 } }` | lognormal, by its median and the standard deviation of its logarithm |
        | `{ uniform: [1 h, 2 h] }` | every value as likely as the next |
        | `{ gamma: { mean: 3 h, sd: 1 h } }` | gamma, by its mean and standard deviation |
        | `{ fixed: 15 min }` or `15 min` | always the same |
        | `{ empirical: { 1: 60%, 2: 40% } }` | these values, so often |
        | `between: [1, 60]` beside a law | only values between these; counts are rounded first |

        What nobody knows is `{ uncertain: [40%, 50%, 60%] }`: the least it may be, the best guess, the most. It may stand in
        place of any number. The comparison holds it at the best guess; `simint sensitivity` shows what the doubt does to the
        answer.

        ## Variants

        `based_on: today` copies another deployment (or team type). Maps merge; lists, single values and whole quantities
        replace what was copied; `remove: [names]` inside a map takes names away. Chains are allowed; `note` and `label` are not
        copied. At the top of a file, `based_on: other.yaml` makes the whole file a variant of another.

        `simint run FILE --set team_types.outbound_team.finds=60%` overrides one value, and whatever inherits it.

        The name of a file is relative to the file that it stands in, however far down a chain of variants that is; one given
        with `--set` is relative to the working directory. A run's manifest lists every file that was read, with its SHA-256.

        A section at the top that describes a programme (`tracing`, `sharing`, ...) acts only in deployments that turn it on:
        `programmes: { sharing: on, tracing: { submitted: 50% } }`.

        ## Tables

        `places`, `roads` and `flows` can come from a CSV file: `places: { from: places.csv }`. Its columns are the keys; `lat`
        and `lon` stand for `at`, `name` for the key; a list's items are divided by spaces, commas or semicolons; an empty cell
        leaves the key out; `routes.to` is a key inside `routes`. Cells of keys that are texts, such as `label`, are taken as
        they are.

        Tables are read as spreadsheets write them, in UTF-8: divided by commas, semicolons, tabs or bars; a first line `sep=;`;
        capitals in the header; empty columns and rows at the end. Where no number has a decimal point, `29,42` is 29.42. A text
        that begins with `= + - @` has an apostrophe before it in tables that simint writes, so that spreadsheets don't
        calculate it; reading takes it away. Where a variant names another table with `from`, that one is read in place of the
        one below.

        ## Limits

        What is read is bounded, far above what a plan needs. Only files are read, not devices or pipes. Texts hold no control
        characters (line breaks and tabs are fine), nor any that turn the direction of writing.

        """;

    public static string ExampleOf(Quantity quantity) =>
        quantity switch
        {
            Quantity.Count => "`8`",
            Quantity.Share => "`35%` or `0.35`",
            Quantity.Factor => "`130%` or `1.3`",
            Quantity.Points => "`0.2 points`",
            Quantity.Duration => "`20 min`",
            Quantity.Length => "`320 mi`",
            Quantity.Speed => "`58 mph`",
            Quantity.Money => "`85 USD`",
            Quantity.Rate => "`12 per week`, `23_000 firearms per year`",
            Quantity.OfMeasure => "`15%`, `20 min`, `2_000 USD`, `5 firearms`",
            Quantity.DifferenceOfMeasure => "`0.2 points`, `2 min`, `500 USD`, `5 firearms`",
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "No example."),
        };
}
