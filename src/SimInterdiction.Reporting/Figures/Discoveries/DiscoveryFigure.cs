using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Discoveries;

/// <summary>The figure <c>discovery</c>: which part of each input's range belongs to the region in which a deployment
/// is not worth it, with the settings drawn, and the boxes on the way to it by coverage and density.</summary>
public sealed record DiscoveryFigure : FigureContent
{
    /// <summary>The inputs that are limited, the surest first, then the others.</summary>
    public required IReadOnlyList<DiscoveryRow> Rows { get; init; }

    /// <summary>The boxes on the way; empty where there were none.</summary>
    public required IReadOnlyList<PeeledBox> Trajectory { get; init; }

    /// <summary>Coverage and density of the region, settings not decided counted half; null where none was
    /// found.</summary>
    public required (double Coverage, double Density)? Region { get; init; }

    /// <summary>"not worth it".</summary>
    public required string SoughtWords { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => DiscoveryDrawing.Draw(this);

    /// <param name="view">Of an analysis with a discovery.</param>
    public static DiscoveryFigure Analyse(SensitivityView view)
    {
        Discovery discovery = view.Result.Discovery ?? throw new ArgumentException("The analysis has no discovery.", nameof(view));
        DiscoveryAnswer answer = DiscoveryAnswer.Of(view);
        DiscoveredRegion? region = discovery.Region;
        string[] limited = [.. (region?.Limits ?? []).Select(limit => limit.Path).Distinct()];
        string all = view.Result.Inputs.Count == 1 ? "the uncertain input" : $"all {view.Result.Inputs.Count} uncertain inputs";
        string ways = discovery.Trajectory.Count > 0 ? " Right: the boxes on the way to it, each a dot." : string.Empty;
        string measure = Plain.Small(view.Measure.Label);
        return new DiscoveryFigure
        {
            Words = new FigureWords
            {
                Title = answer.Headline,
                Subtitle =
                    $"{DiscoveryAnswer.Meaning(view)}, in {measure}. {Plain.Count(discovery.Settings.Count, "setting")} of "
                    + $"{all}, drawn evenly.",
                HowToRead =
                    (
                        region is null
                            ? "How to read: each row is the range of an input, each dot a setting."
                            : "How to read: each row is the range of an input, its grey part the region; dots are the settings that "
                                + "keep the limits of all other rows."
                    )
                    + " Thin line: best guess."
                    + ways,
                Provenance = view.Block,
                AltText = string.Join(' ', answer.Sentences),
            },
            Rows =
            [
                .. limited
                    .Concat(view.Result.Inputs.Select(input => input.Path).Where(path => !limited.Contains(path)))
                    .Select(path => Row(view, discovery, path)),
            ],
            Trajectory = discovery.Trajectory,
            Region = region is null ? null : Measured(discovery),
            SoughtWords = DiscoveryAnswer.Sought(discovery),
            Nothing = discovery.Settings.All(s => s.Difference.Value is null)
                ? $"{Plain.Capital(measure)}: undefined, as there was nothing to measure."
                : null,
            Csv = SensitivityCsv.Discovery(view, discovery),
        };
    }

    private static DiscoveryRow Row(SensitivityView view, Discovery discovery, string path)
    {
        InputWords input = view.Input(path);
        int index = view.Result.Inputs.ToList().FindIndex(i => i.Path == path);
        InputRange range = view.Result.Inputs[index];
        RegionLimit[] limits = [.. discovery.Region?.Limits ?? []];
        RegionLimit[] others = [.. limits.Where(limit => limit.Path != path)];
        Dictionary<string, int> places = view.Result.Inputs.Select((each, i) => (each.Path, i)).ToDictionary();
        return new DiscoveryRow
        {
            Name = input.Name,
            Owner = string.Join(", ", new[] { input.Owner, input.UnitLeftOut }.Where(words => words.Length > 0)),
            Ends = (input.ShortValue(range.Low), input.ShortValue(range.High)),
            Best = Along(range.Best),
            Least = limits
                .Where(l => l.Path == path && l.IsLeast)
                .Select(l => new RowLimit(Along(l.Value), input.ShortAbout(l.Value)))
                .FirstOrDefault(),
            Most = limits
                .Where(l => l.Path == path && !l.IsLeast)
                .Select(l => new RowLimit(Along(l.Value), input.ShortAbout(l.Value)))
                .FirstOrDefault(),
            Dots =
            [
                .. discovery
                    .Settings.Where(setting =>
                        others.All(l => l.IsLeast ? setting.Inputs[places[l.Path]] >= l.Value : setting.Inputs[places[l.Path]] <= l.Value)
                    )
                    .Select(setting => new RowDot(
                        Along(setting.Inputs[index]),
                        setting.IsSought is { } isSought ? isSought == discovery.SeeksWorth : null
                    )),
            ],
        };

        double Along(double value) => range.High > range.Low ? (value - range.Low) / (range.High - range.Low) : .5;
    }

    private static (double Coverage, double Density) Measured(Discovery discovery)
    {
        double inside = Interest(discovery.Settings.Where(s => s.IsInside));
        return (inside / Interest(discovery.Settings), inside / discovery.Settings.Count(s => s.IsInside));

        static double Interest(IEnumerable<DrawnSetting> settings) =>
            settings.Sum(s =>
                s.IsSought switch
                {
                    true => 1,
                    false => 0,
                    null => .5,
                }
            );
    }
}

/// <summary>An input.</summary>
public sealed record DiscoveryRow
{
    public required string Name { get; init; }

    /// <summary>Whose it is, with its unit where its values leave that out.</summary>
    public required string Owner { get; init; }

    /// <summary>Its lowest and its highest value.</summary>
    public required (string Low, string High) Ends { get; init; }

    /// <summary>Where its best guess is, from 0 to 1.</summary>
    public required double Best { get; init; }

    /// <summary>Where the region begins; null where that is the lowest value.</summary>
    public required RowLimit? Least { get; init; }

    /// <summary>Where it ends; null where that is the highest.</summary>
    public required RowLimit? Most { get; init; }

    /// <summary>Settings that keep the limits of all other rows.</summary>
    public required IReadOnlyList<RowDot> Dots { get; init; }
}

/// <summary>An end of the region.</summary>
/// <param name="At">From 0 to 1.</param>
/// <param name="Words">Its value.</param>
public sealed record RowLimit(double At, string Words);

/// <summary>A setting in a row.</summary>
/// <param name="At">From 0 to 1.</param>
/// <param name="IsWorthIt">Null where that is not decided.</param>
public readonly record struct RowDot(double At, bool? IsWorthIt);
