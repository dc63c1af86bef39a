using System.Text.RegularExpressions;
using SimInterdiction.Tests.Reporting;

namespace SimInterdiction.Tests.Browser;

[Explicit("Needs a browser."), Category("Slow")]
public sealed class AnimationInBrowserTests
{
    [Test]
    public void The_moving_map_can_be_used_by_everyone_as_axe_sees_it() => Axe.FindsNothingIn(SampleFilm.Page());

    [Test]
    public void At_its_end_the_film_has_counted_what_the_still_picture_says()
    {
        string page = SampleFilm.Page();
        string[] still = [.. Regex.Matches(page, "<p class=\"count\">(.*?)</p>").Select(m => m.Groups[1].Value)];
        string seen = Seen(page, "const w = document.getElementById('when'); w.value = w.max; w.dispatchEvent(new Event('input'));");
        string[] live =
        [
            .. Regex
                .Matches(seen, "<p class=\"count\">(.*?)</p>")
                .Select(m => m.Groups[1].Value.Replace(" so far", string.Empty, StringComparison.Ordinal)),
        ];
        Assert.That(still[0], Does.Match("^[\\d,]+ shipments left, [1-9]\\d* seized with \\d+ firearms$"));
        Assert.That(live, Is.EqualTo(still));
    }

    [Test]
    public void Next_seizure_goes_to_the_first_one_after_and_stands_still()
    {
        string seen = Seen(
            SampleFilm.Page(),
            "const w = document.getElementById('when'); w.value = 0; w.dispatchEvent(new Event('input')); "
                + "document.getElementById('next').click();"
        );
        Assert.That(seen, Does.Match("id=\"play\">Play<"));
        Assert.That(Regex.Matches(seen, "so far, (\\d+) seized").Sum(m => int.Parse(m.Groups[1].Value)), Is.InRange(1, 3));
    }

    [Test]
    public void Who_wants_no_motion_finds_it_standing_still()
    {
        Assert.That(Seen(SampleFilm.Page(), string.Empty, "--force-prefers-reduced-motion"), Does.Match("id=\"play\">Play<"));
        Assert.That(Seen(SampleFilm.Page(), string.Empty), Does.Match("id=\"play\">Pause<"));
    }

    private static string Seen(string page, string script, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("film.html", page.Replace("</body>", $"<script>{script}</script></body>", StringComparison.Ordinal));
        return Chromium.Run([.. arguments, "--virtual-time-budget=500", "--dump-dom", new Uri(file).AbsoluteUri]);
    }
}
