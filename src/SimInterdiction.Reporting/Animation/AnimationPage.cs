using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.SpaceTime;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Animation;

/// <summary>Some days of one replication, moving on a map: one HTML file without any request to elsewhere. Without
/// scripts it is a still picture of all seizures, with a list of them.</summary>
public static partial class AnimationPage
{
    private const string DayAndTime = "ddd d MMM yyyy HH:mm";

    /// <param name="scenario">The scenario.</param>
    /// <param name="provenance">Where the run comes from.</param>
    /// <param name="replays">The same replication under one or two deployments, the one asked for first.</param>
    public static string Write(Scenario scenario, Provenance provenance, IReadOnlyList<Replay> replays)
    {
        var film = Film.Of(scenario, replays);
        var map = new FilmMap(film);
        string title =
            string.Join(" and ", film.Panels.Select(p => p.Label)) + (film.Panels.Count > 1 ? ", on the same shipments" : string.Empty);
        string days = $"{SpaceTimeScene.Lasting(film.Hours)} from {Words(film.Starts)}";
        var html = new Html();
        html.Raw(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">"
        );
        html.Raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "script-src 'unsafe-inline'\">"
        );
        html.Raw($"<title>{Html.Escape(title)}</title><style>{Resource("animation.css")}</style></head><body><main>");
        html.Heading(1, title).Paragraph(ProvenanceBlock.SyntheticWarning, "synthetic");
        html.Paragraph(
            $"An example, not a result: {days} of replication {replays[0].Replication}. Each dot is a shipment on its "
                + "way. What one replication shows is chance as much as plan; the report has the averages."
        );
        html.Raw(
            "<noscript><p>This page moves with JavaScript. Without it, the maps show all seizures of these days together.</p></noscript>"
        );
        Controls(html, film);
        html.Raw("<div class=\"panels\">");
        foreach ((int index, FilmPanel panel) in film.Panels.Index())
        {
            Panel(html, film, map, panel, index);
        }

        html.Raw("</div>");
        Key(html);
        Seizures(html, film);
        html.Raw("</main><footer>").Paragraph(ProvenanceBlock.SyntheticWarning, "synthetic");
        html.Paragraph(
            $"Replication {replays[0].Replication}, seed {scenario.Experiment.Seed}, {ProvenanceBlock.Files(provenance)}, "
                + $"run {provenance.Run}, SimInterdiction {provenance.Version}, "
                + $"{provenance.Date.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)}. Lines join places straight; "
                + "roads wind."
        );
        html.Raw(
            "</footer><script type=\"application/json\" "
                + $"id=\"film\">{FilmData.Of(film, map)}</script><script>{Resource("animation.js")}</script></body></html>"
        );
        return html.ToString();
    }

    private static void Controls(Html html, Film film)
    {
        (int HoursASecond, string Words)[] speeds =
        [
            (1, "1 hour a second"),
            (3, "3 hours a second"),
            (6, "6 hours a second"),
            (12, "12 hours a second"),
            (24, "1 day a second"),
        ];
        string options = string.Concat(
            speeds.Select(s => $"<option value=\"{s.HoursASecond}\"{(s.HoursASecond == 3 ? " selected" : string.Empty)}>{s.Words}</option>")
        );
        html.Raw(
            "<div class=\"controls\" role=\"group\" aria-label=\"Time\" hidden><button type=\"button\" "
                + "id=\"play\">Play</button><button type=\"button\" id=\"next\">Next seizure</button>"
        );
        html.Raw($"<label>Speed <select id=\"speed\">{options}</select></label><output id=\"clock\" for=\"when\"></output>");
        html.Raw(
            "<label class=\"when\"><span>Time</span><input type=\"range\" id=\"when\" min=\"0\" "
                + $"max=\"{Math.Round(film.Hours * 60)}\" step=\"5\" value=\"0\"></label></div>"
        );
    }

    private static void Panel(Html html, Film film, FilmMap map, FilmPanel panel, int index)
    {
        string size = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"0 0 {FilmMap.Width} {map.Height}");
        string ground =
            index == 0 ? $"<g id=\"ground\">{Inside().Match(FigureFile.Svg(map.Draw())).Groups[1].Value}</g>" : "<use href=\"#ground\"/>";
        string told = Html.Escape($"Map of {panel.Label}: {Summary(film, panel)}");
        html.Raw(
            $"<figure><figcaption>{Html.Escape(panel.Label)}</figcaption><div class=\"map\"><svg viewBox=\"{size}\" "
                + $"role=\"img\" aria-label=\"{told}\">{ground}<g class=\"still\">{Still(film, map, panel)}</g></svg><canvas "
                + "aria-hidden=\"true\"></canvas><b class=\"mark\">SYNTHETIC DATA</b></div>"
        );
        html.Raw($"<p class=\"count\">{Html.Escape(Summary(film, panel))}</p></figure>");
    }

    /// <summary>All seizures, each place's as a circle whose area is the firearms.</summary>
    private static string Still(Film film, FilmMap map, FilmPanel panel) =>
        string.Concat(
            SeizedIn(film, panel)
                .GroupBy(t => map.StandsWith(PlaceOf(film, t)))
                .Select(g =>
                {
                    (double x, double y) = map.Of(g.Key);
                    int firearms = g.Sum(t => t.Firearms);
                    double radius = Math.Min(30, 2.2 * Math.Sqrt(firearms));
                    return string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"/><text x=\"{x:0.#}\" "
                            + $"y=\"{Math.Max(14, y - radius - 4):0.#}\">{firearms}</text>"
                    );
                })
        );

    private static string Summary(Film film, FilmPanel panel)
    {
        FilmTrip[] seized = [.. SeizedIn(film, panel)];
        int left = panel.Trips.Count(t => t.Minutes[0].Arrives >= 0);
        return $"{Plain.Count(left, "shipment")} left, {Digits.Whole(seized.Length)} seized with "
            + $"{Plain.Count(seized.Sum(t => t.Firearms), "firearm")}";
    }

    private static void Key(Html html) =>
        html.Raw(
            "<p class=\"key\"><span class=\"moving\"><i class=\"dot\"></i> a shipment on its way <i class=\"on\"></i> a "
                + "team on duty <i class=\"off\"></i> its team off duty</span> <i class=\"seized\"></i> firearms seized, by "
                + "area</p>"
        );

    private static void Seizures(Html html, Film film)
    {
        var rows = film
            .Panels.SelectMany(p => SeizedIn(film, p).Select(t => (Panel: p, Trip: t)))
            .OrderBy(s => s.Trip.Minutes[^1].Leaves)
            .ToArray();
        html.Raw("<details><summary>Every seizure of these days</summary>");
        if (rows.Length == 0)
        {
            html.Paragraph("Nothing is seized in these days.");
        }
        else
        {
            html.Table(
                "Seizures, in the order of time",
                ["When", "Deployment", "Where", "#Firearms"],
                rows.Select(s =>
                    (IReadOnlyList<string>)
                        [
                            Words(film.Starts.AddMinutes(s.Trip.Minutes[^1].Leaves)),
                            s.Panel.Label,
                            film.Places[PlaceOf(film, s.Trip)].Label,
                            $"{s.Trip.Firearms}",
                        ]
                )
            );
        }

        html.Raw("</details>");
    }

    private static IEnumerable<FilmTrip> SeizedIn(Film film, FilmPanel panel) =>
        panel.Trips.Where(t => t.IsSeized && t.Minutes[^1].Leaves >= 0 && t.Minutes[^1].Leaves < film.Hours * 60);

    private static int PlaceOf(Film film, FilmTrip trip) => film.Routes[trip.Route][trip.Minutes.Count - 1];

    private static string Words(DateTime time) => time.ToString(DayAndTime, CultureInfo.InvariantCulture);

    private static string Resource(string name)
    {
        using Stream stream = typeof(AnimationPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<svg[^>]*>(.*)</svg>", RegexOptions.Singleline)]
    private static partial Regex Inside();
}
