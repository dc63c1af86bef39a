using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Reporting.Animation;

namespace SimInterdiction.Tests.Reporting.Animation;

public sealed class AnimationTests
{
    [Test]
    public void Legs_are_told_in_minutes_and_holds_as_negative_ones()
    {
        // It leaves 5 minutes in, takes 60 for the first leg, is held for 3, and takes 20 for the second.
        var trip = new FilmTrip(2, IsSeized: true, 7, [(5, 5), (65, 68), (88, 88)]);
        Assert.That(FilmData.Trip(trip), Is.EqualTo(new[] { 2, 1, 7, 5, 60, -3, 20 }));
    }

    [Test]
    public void Times_of_the_film_are_those_of_the_journeys()
    {
        IReadOnlyList<Replay> replays = SampleFilm.Replays("two", "zero");
        var film = Film.Of(SampleStudy.All["two"].Scenario, replays);
        double from =
            (film.Starts - SampleStudy.All["two"].Scenario.Start.ToDateTime(TimeOnly.MinValue)).TotalHours
            + SampleStudy.All["two"].Scenario.WarmUpHours;
        Journey[] shown = [.. replays[0].Course.Journeys.Where(j => j.Left.Hours < from + film.Hours && j.Ended.Hours >= from)];
        Assert.That(film.Panels[0].Trips, Has.Count.EqualTo(shown.Length));
        Assert.That(
            film.Panels[0].Trips.Zip(shown).Max(t => Math.Abs(t.First.Minutes[^1].Leaves - (60 * (t.Second.Ended.Hours - from)))),
            Is.LessThanOrEqualTo(0.5)
        );
        Assert.That(film.Panels[1].Trips.Any(t => t.IsSeized), Is.False);
    }

    [Test]
    public void The_page_is_one_small_file_that_asks_for_nothing()
    {
        string page = SampleFilm.Page();
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(2_000_000));
        Assert.That(Regex.IsMatch(page, "(src|href)\\s*=\\s*[\"']?(https?:)?//", RegexOptions.IgnoreCase), Is.False);
        Assert.That(page, Does.Contain("default-src 'none'").And.Not.Contain("@import").And.Not.Match("url\\((?!#)"));
        Assert.That(Regex.Count(page, "SYNTHETIC DATA"), Is.GreaterThanOrEqualTo(4));
    }

    [Test]
    public void A_year_of_hundreds_of_thousands_of_shipments_stays_under_two_megabytes()
    {
        IReadOnlyList<Replay> replays =
        [
            .. SampleFilm
                .Replays("two", "zero")
                .Select(r =>
                    r with
                    {
                        Course = r.Course with { Journeys = [.. Enumerable.Repeat(r.Course.Journeys, 40).SelectMany(j => j)] },
                    }
                ),
        ];
        string page = AnimationPage.Write(SampleStudy.All["two"].Scenario, SampleStudy.Provenance, replays);
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(2_000_000));
        using var film = JsonDocument.Parse(Regex.Match(page, "id=\"film\">(.*?)</script>").Groups[1].Value);
        Assert.That(film.RootElement.GetProperty("panels")[0].GetProperty("trips").GetArrayLength(), Is.InRange(500, 6000));
    }
}
