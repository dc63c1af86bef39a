using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>What the reference says that no key does.</summary>
internal static class ReferenceText
{
    public const string Opening = """
        # The scenario file

        <!-- Generated from the types of Model; a test keeps it in step. Edit those, not this. -->

        A scenario is one YAML file. It describes places and corridors, the flows along them, who can be posted where, and
        the deployments to compare. [[Checking the file]] reports every problem at once, each with its line.
        [[All its values]] are shown with where each comes from.

        - Things have names (`laredo_port`): lower-case letters, digits, underscores. `label` is what people see.
        - Quantities carry their unit: `20 min`, `320 mi`, `12 per week`. Counts (lanes, officers, replications) don't.
          Underscores may separate thousands: `23_000`.
        - Shares are `35%` or `0.35`. Shares that belong together add up to 100 %.
        - A year is 365 days. Dates are `2022-10-01`, hours `06:00-18:00` (may pass midnight) or `24 h`; there are no time
          zones.
        - Unknown keys are errors, with a suggestion. Everything has a default except what the plan is about.

        """;

    /// <summary>Before the table of distributions.</summary>
    public const string Chance = """

        ## Chance and uncertainty

        What varies from case to case has a distribution and is drawn anew each time. Wherever a distribution is allowed, so
        is a constant.

        | written | what it is |
        |---|---|

        """;

    /// <summary>Behind it, up to the table of limits.</summary>
    public const string Rules = """
        | `between: [1, 60]` beside a distribution | only values between these; counts are rounded first |

        A sample may come from a table: `{ empirical: { from: loads.csv, column: size } }` takes each value of the column as
        often as it stands there; `counts: n` names a column that says how often; `unit: min` follows each value.

        What nobody knows is `{ uncertain: [40%, 50%, 60%] }`: the lowest it may be, the best guess, the highest. It may
        replace any number. The comparison uses the best guess; [[a sensitivity analysis]]
        shows what the uncertainty does to the answer.

        ## Variants

        `based_on: today` copies another deployment (or team type). Maps merge; lists, single values and whole quantities
        replace what was copied; `remove: [names]` inside a map takes names away. Chains are allowed; `note` and `label` are
        not copied. At the top of a file, `based_on: other.yaml` makes the whole file a variant of another.

        [[A setting]], such as `team_types.outbound_team.finds=60%`, overrides one value, and whatever inherits it.

        Where a number replaces another (below `based_on`, in a variant, a setting or a what-if), it may be a factor:
        `x 2` is twice what it was, `x 50%` half. Of a distribution or an uncertain number every value is multiplied.

        ## What if

        ```yaml
        what_if:
          flow_doubles: { total_flow: x 2 }
          slow_search:
            label: Searches take twice as long
            team_types.outbound_team.search: x 2
        ```

        Each question changes a few values, written as a key or the path to one, or laid over the scenario as a variant is.
        After the scenario itself its deployments are simulated again for each question, as often and on the same random
        numbers, with organizations as stated. A table says which verdicts change, and whether the winner survives. What is
        compared, by which measure and how often, stays as in the scenario. [[One more question]], such as
        `total_flow x 2`, can be asked without writing it into the file.

        A file name is relative to the file it stands in, at any depth of a chain of variants; a name in a setting is
        relative to the working directory. A run's manifest lists every file that was read, with its SHA-256.

        A section at the top that describes a programme (`tracing`, `sharing`, ...) takes effect only in deployments that
        turn the programme on: `programmes: { sharing: on, tracing: { submitted: 50% } }`.

        ## Tables

        `places`, `roads` and `flows` can come from a CSV file: `places: { from: places.csv }`. Its columns are the keys;
        `lat` and `lon` stand for `at`, `name` for the key; spaces, commas or semicolons separate the items of a list; an
        empty cell leaves the key out; `routes.to` is a key inside `routes`. Cells of text keys, such as `label`, are taken
        as they are.

        `deployments: { from: deployments.csv }` reads one posting from each row: `deployment` is the deployment it
        belongs to, the other columns are the keys of a posting (`at`, `task_force`, `team`, `hours`, ...). Without
        a column `name`, a posting is called as its place; a row with a deployment and nothing else is one without
        postings. A deployment's label, note and programmes may be written beside the table: `deployments: { from:
        deployments.csv, nights: { label: All units at night } }`; further deployments too.

        Tables are read as spreadsheets write them, in UTF-8: separated by commas, semicolons, tabs or bars; with a first
        line `sep=;`, capitals in the header, or empty columns and rows at the end. Where no number has a decimal point,
        `29,42` is 29.42. In tables that this program writes, a text that begins with `= + - @` has an apostrophe before it, so
        that spreadsheets don't take it for a formula; reading removes it. If a variant names another table with `from`, that
        table is read in place of the original.

        ## Deployments in bulk

        `deployments: { move: { unit: any, to: [laredo, el_paso], hours: [06:00-18:00, 18:00-06:00] } }` stands for one
        deployment for each posting, place and hours, in which that posting alone is moved there: `houston_to_laredo_0600_1800`
        and so on. `unit` names postings, or is `any`; so does `to` with checkpoints; without `hours` each keeps its own;
        `based_on` names the deployment whose postings are moved (default: the first). Moves that change nothing, that go
        beyond the reach of the task force, or to where a team that looks finds no `traffic`, are left out.
        [[All its values]] tell what came of it.

        ## Limits

        What is read is limited, far above what a plan needs. Only regular files are read, not devices or pipes. Texts must
        not contain control characters (line breaks and tabs are fine), or characters that reverse the direction of writing.

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
