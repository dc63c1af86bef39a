using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Tests.Cluster.Wire;

public sealed class ChunkJobTests
{
    private static readonly ChunkJob Job = new("ab", "cd", new ChunkName("ef", 1), 3, 9, [0, 2], []);

    [Test]
    public void What_is_written_is_read()
    {
        ChunkJob read = ChunkJob.Read(Job.ToBytes())!;
        Assert.That((read.Study, read.Head, read.Chunk, read.First, read.Last), Is.EqualTo(("ab", "cd", Job.Chunk, 3, 9)));
        Assert.That(read.Arms, Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public void A_job_that_asks_for_more_than_any_head_does_is_none()
    {
        ChunkJob[] odd =
        [
            Job with
            {
                First = 0,
                Last = ChunkJob.MostReplications,
            },
            Job with
            {
                First = 0,
                Last = int.MaxValue,
            },
            Job with
            {
                Arms = [],
            },
            Job with
            {
                Arms = [-1],
            },
            Job with
            {
                First = 4,
                Last = 4,
                Arms = [.. Enumerable.Range(0, ChunkJob.MostArms + 1)],
            },
            Job with
            {
                First = 9,
                Last = 3,
            },
            Job with
            {
                Head = "x.>",
            },
            Job with
            {
                Study = new string('a', 100),
            },
            Job with
            {
                Chunk = new ChunkName("", 1),
            },
        ];
        Assert.That(odd.Select(job => ChunkJob.Read(job.ToBytes())), Is.All.Null);
        Assert.That(ChunkJob.Read((Job with { First = 0, Last = (ChunkJob.MostReplications / 2) - 1 }).ToBytes()), Is.Not.Null);
    }
}
