using System.Text;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;

namespace SimInterdiction.Tests.Cluster.Wire;

public sealed class ChunkAnswerTests
{
    private static readonly ChunkAnswer Answer = new()
    {
        Study = "abc",
        Chunk = new ChunkName("a1", 7),
        Kind = AnswerKind.Simulated,
        WorkerId = "b2",
        Worker = "a machine",
        Seconds = 1.5,
    };

    private static readonly SimulatedChunk[] Chunks = [new(2, 5, 9, [1, 2, 3]), new(0, 5, 9, []), new(1, 5, 9, [4])];

    [Test]
    public void What_is_written_is_read()
    {
        ChunkAnswer read = ChunkAnswer.Read(ChunkAnswer.Write(Answer, Chunks), out IReadOnlyList<byte[]> contents)!;
        Assert.That(read.Parts, Is.EqualTo(new AnswerPart[] { new(2, 5, 9, 3), new(0, 5, 9, 0), new(1, 5, 9, 1) }));
        Assert.That(contents, Is.EqualTo(Chunks.Select(chunk => chunk.Content)));
        Assert.That(
            (read.Study, read.Chunk, read.Kind, read.Worker, read.Seconds),
            Is.EqualTo(("abc", new ChunkName("a1", 7), AnswerKind.Simulated, "a machine", 1.5))
        );
    }

    [Test]
    public void Names_of_types_are_not_on_the_wire() =>
        Assert.That(
            Encoding.UTF8.GetString(ChunkAnswer.Write(Answer, Chunks)),
            Does.Not.Contain("SimInterdiction").And.Not.Contain("$type")
        );

    [Test]
    public void A_message_that_is_cut_or_changed_is_no_answer_or_has_the_same_content()
    {
        byte[] sound = ChunkAnswer.Write(Answer, Chunks);
        for (int length = 0; length < sound.Length; length++)
        {
            Assert.That(ChunkAnswer.Read(sound[..length], out _), Is.Null);
        }

        for (int at = 0; at < sound.Length * 8; at++)
        {
            byte[] changed = [.. sound];
            changed[at / 8] ^= (byte)(1 << (at % 8));
            if (ChunkAnswer.Read(changed, out IReadOnlyList<byte[]> contents) is not null)
            {
                Assert.That(contents.SelectMany(content => content), Is.EqualTo(new byte[] { 1, 2, 3, 4 }));
            }
        }
    }

    [Test]
    public void A_part_that_is_nothing_makes_no_answer()
    {
        string sound = Encoding.UTF8.GetString(ChunkAnswer.Write(Answer, [])[sizeof(int)..]);
        byte[] json = Encoding.UTF8.GetBytes(sound.Replace("\"parts\":[]", "\"parts\":[null]", StringComparison.Ordinal));
        Assert.That(json, Has.Length.EqualTo(sound.Length + 4));
        Assert.That(ChunkAnswer.Read([.. BitConverter.GetBytes(json.Length), .. json], out _), Is.Null);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"study\":null}")]
    public void Bytes_that_are_no_answer_are_none(string text)
    {
        byte[] json = Encoding.UTF8.GetBytes(text);
        Assert.That(ChunkAnswer.Read([.. BitConverter.GetBytes(json.Length), .. json], out _), Is.Null);
        Assert.That(ChunkAnswer.Read([0xFF, 0xFF, 0xFF, 0xFF, .. json], out _), Is.Null);
        Assert.That(ChunkAnswer.Read([0xFF, 0xFF, 0xFF, 0x7F, .. json], out _), Is.Null);
    }
}
