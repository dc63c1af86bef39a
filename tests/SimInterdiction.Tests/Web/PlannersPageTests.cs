using SimInterdiction.Cli.Documents;
using SimInterdiction.Tests.Application;
using SimInterdiction.Web;

namespace SimInterdiction.Tests.Web;

public sealed class PlannersPageTests
{
    [Test]
    public async Task Two_pages_do_not_share_a_port_and_the_second_says_so()
    {
        await using PageVisit first = await PageVisit.Begin();
        var request = new PageRequest(first.Desk.Workspace, first.Desk.Folder, first.Origin.Port) { Documents = DocumentCommand.Program };
        PageStart second = await PlannersPage.StartAsync(request);
        Assert.That(second, Is.EqualTo(new PageStart.PortTaken(first.Origin.Port)));
    }

    [Test]
    public async Task Each_page_has_keys_of_its_own()
    {
        await using PageVisit one = await PageVisit.Begin();
        await using PageVisit other = await PageVisit.Begin();
        Assert.That(one.Token, Is.Not.EqualTo(other.Token).And.Length.EqualTo(64));
        Assert.That(one.Cookie.Split('=')[1], Is.Not.EqualTo(other.Cookie.Split('=')[1]).And.Length.EqualTo(64));
    }

    [Test]
    public async Task Without_its_folder_nothing_is_served()
    {
        using var desk = new Desk();
        string none = Path.Combine(desk.Folder, "none");
        var request = new PageRequest(desk.Workspace, none, Port: 0) { Documents = DocumentCommand.Program };
        Assert.That(await PlannersPage.StartAsync(request), Is.EqualTo(new PageStart.NoFolder(none)));
    }
}
