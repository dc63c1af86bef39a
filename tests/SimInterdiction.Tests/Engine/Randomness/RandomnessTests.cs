using System.Runtime.Intrinsics;
using System.Text;
using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Tests.Engine.Randomness;

public sealed class RandomnessTests
{
    // Critical values of the chi-square law with 255 degrees of freedom: below this with chance .999 (Wilson-Hilferty,
    // 330.5).
    private const double ChiSquare255 = 330.52;

    private static readonly StreamKey Key = new StreamRegister(20260101).KeyOf("travel", "Tucson", "Nogales");

    // Known answers of Random123 (kat_vectors, Salmon et al. 2011).
    [TestCase(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [TestCase(
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0x408f276du,
        0x41c83b0eu,
        0xa20bc7c6u,
        0x6d5451fdu
    )]
    [TestCase(
        0xa4093822u,
        0x299f31d0u,
        0x243f6a88u,
        0x85a308d3u,
        0x13198a2eu,
        0x03707344u,
        0xd16cfe09u,
        0x94fdccebu,
        0x5001e420u,
        0x24126ea1u
    )]
    public void Philox_gives_the_published_answers(
        uint key0,
        uint key1,
        uint c0,
        uint c1,
        uint c2,
        uint c3,
        uint w0,
        uint w1,
        uint w2,
        uint w3
    ) => Assert.That(Philox.Block(key0, key1, c0, c1, c2, c3), Is.EqualTo(new RandomBlock(w0, w1, w2, w3)));

    [Test]
    public void A_draw_lays_entity_replication_and_draw_in_separate_words() =>
        Assert.That(
            Philox.Draw(new StreamKey(0x299f31d0_a4093822), 0x13198a2e, 0x85a308d3_243f6a88, 0x03707344),
            Is.EqualTo(new RandomBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1))
        );

    // Words at which an addition carries into the next, and a key whose round keys wrap.
    [TestCase(7u, 5ul, 9u, 0xa4093822_299f31d0ul)]
    [TestCase(7u, uint.MaxValue - 3ul, 9u, 0xffffffff_fffffffful)]
    [TestCase(uint.MaxValue, (12ul << 32) + uint.MaxValue, 1u << 16, 0x00000001_fffffff0ul)]
    public void Eight_blocks_at_once_are_those_that_come_one_by_one(uint replication, ulong entity, uint draw, ulong bits)
    {
        var key = new StreamKey(bits);
        StreamKey[] keys = [.. Enumerable.Range(0, 8).Select(i => new StreamKey(unchecked(bits * (ulong)(i + 1))))];
        uint[] eight = [0, 1, 2, 3, 4, 5, 6, 7];
        Assert.Multiple(() =>
        {
            AssertSame(Philox.DrawsOf(key, replication, entity, draw), eight.Select(i => Philox.Draw(key, replication, entity, draw + i)));
            AssertSame(
                Philox.EntitiesFrom(key, replication, entity, draw),
                eight.Select(i => Philox.Draw(key, replication, entity + i, draw))
            );
            AssertSame(Philox.OnStreams(keys, replication, entity, draw), keys.Select(k => Philox.Draw(k, replication, entity, draw)));
        });
    }

    [TestCase(0u)]
    [TestCase(uint.MaxValue)]
    public void Uniforms_lie_strictly_between_0_and_1(uint word)
    {
        var block = new RandomBlock(word, word, word, word);
        double[] uniforms = [block.First, block.Second, block.Third, block.Fourth, block.FirstFine, block.SecondFine];
        Assert.That(uniforms, Is.All.GreaterThan(0.0).And.All.LessThan(1.0));
    }

    [Test]
    public void A_uniform_is_the_middle_of_its_cell()
    {
        var block = new RandomBlock(0x80000000, 0, 0, 0xffffffff);
        Assert.Multiple(() =>
        {
            Assert.That(block.First, Is.EqualTo(0.5 + Math.Pow(2, -33)));
            Assert.That(block.Second, Is.EqualTo(Math.Pow(2, -33)));
            Assert.That(block.Fourth, Is.EqualTo(1 - Math.Pow(2, -33)));
            Assert.That(block.FirstFine, Is.EqualTo(0.5 + Math.Pow(2, -53)));
            Assert.That(block.SecondFine, Is.EqualTo(Math.Pow(2, -32) - Math.Pow(2, -53)));
        });
    }

    // Six counts per kind of word, each wrong by chance once in 1,000; the seed is fixed.
    [Test]
    public void Each_word_falls_evenly_on_256_cells()
    {
        const int Draws = 200_000;
        var cells = new int[6, 256];
        for (ulong entity = 0; entity < Draws; entity++)
        {
            RandomBlock block = Philox.Draw(Key, 1, entity);
            double[] uniforms = [block.First, block.Second, block.Third, block.Fourth, block.FirstFine, block.SecondFine];
            for (int word = 0; word < 6; word++)
            {
                cells[word, (int)(uniforms[word] * 256)]++;
            }
        }

        for (int word = 0; word < 6; word++)
        {
            double statistic = 0;
            for (int cell = 0; cell < 256; cell++)
            {
                statistic += Math.Pow(cells[word, cell] - (Draws / 256.0), 2) / (Draws / 256.0);
            }

            Assert.That(statistic, Is.LessThan(ChiSquare255), $"word {word}");
        }
    }

    // A correlation of n independent pairs is nearly normal with standard deviation 1 / sqrt(n); 3.29 of them hold 99.9
    // %.
    [TestCase("entity")]
    [TestCase("draw")]
    [TestCase("replication")]
    [TestCase("key")]
    [TestCase("word")]
    public void Neighbours_are_uncorrelated(string neighbour)
    {
        const int Pairs = 200_000;
        double sum = 0;
        for (uint i = 0; i < Pairs; i++)
        {
            RandomBlock block = Philox.Draw(Key, 7, i * 2, 3);
            double other = neighbour switch
            {
                "entity" => Philox.Draw(Key, 7, (i * 2) + 1, 3).First,
                "draw" => Philox.Draw(Key, 7, i * 2, 4).First,
                "replication" => Philox.Draw(Key, 8, i * 2, 3).First,
                "key" => Philox.Draw(new StreamKey(Key.Bits ^ 1), 7, i * 2, 3).First,
                _ => block.Second,
            };
            sum += (block.First - 0.5) * (other - 0.5) * 12;
        }

        Assert.That(Math.Abs(sum / Pairs), Is.LessThan(3.29 / Math.Sqrt(Pairs)));
    }

    private static void AssertSame(RandomBlocks blocks, IEnumerable<RandomBlock> singles)
    {
        RandomBlock[] expected = [.. singles];
        AssertEach(blocks.First, b => b.First);
        AssertEach(blocks.Third, b => b.Third);
        AssertEach(blocks.Fourth, b => b.Fourth);
        AssertEach(blocks.FirstFine, b => b.FirstFine);
        AssertEach(blocks.SecondFine, b => b.SecondFine);

        void AssertEach(Vector512<double> uniforms, Func<RandomBlock, double> expectedOf)
        {
            double[] values = new double[RandomBlocks.Count];
            uniforms.CopyTo(values);
            Assert.That(values, Is.EqualTo(expected.Select(expectedOf)));
        }
    }

    [Test]
    public void A_stream_name_is_fnv1a_of_the_words_scrambled_by_mix_13()
    {
        UInt128 hash = 14695981039346656037;
        foreach (byte b in new[] { "dispatch", "Tucsón", string.Empty }.SelectMany(word => Encoding.UTF8.GetBytes(word).Append((byte)255)))
        {
            hash = (hash ^ b) * 1099511628211 % (UInt128.One << 64);
        }

        ulong mixed = (ulong)hash;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb);
        mixed ^= mixed >> 31;
        Assert.That(StreamName.Of("dispatch", "Tucsón", string.Empty), Is.EqualTo(mixed));
    }

    // SplitMix64 is mix 13 of multiples of the golden gamma; these are its published first outputs for the seed
    // 1234567.
    [TestCase(1, 6457827717110365317ul)]
    [TestCase(2, 3203168211198807973ul)]
    [TestCase(3, 9817491932198370423ul)]
    public void Mix_gives_the_published_answers_of_splitmix64(int step, ulong answer) =>
        Assert.That(StreamName.Mix(unchecked(1234567 + ((ulong)step * 0x9e3779b97f4a7c15))), Is.EqualTo(answer));

    [Test]
    public void Equal_seed_and_words_give_equal_keys()
    {
        StreamKey one = new StreamRegister(5).KeyOf("search", "Nogales");
        StreamKey other = new StreamRegister(5).KeyOf("search", "Nogales");
        Assert.That(other, Is.EqualTo(one));
    }

    [Test]
    public void Asking_twice_gives_the_same_key_twice()
    {
        var register = new StreamRegister(5);
        StreamKey first = register.KeyOf("search");
        StreamKey second = register.KeyOf("search");
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Seeds_words_their_order_and_their_borders_tell_keys_apart()
    {
        StreamKey[] keys =
        [
            new StreamRegister(5).KeyOf("ab", "c"),
            new StreamRegister(6).KeyOf("ab", "c"),
            new StreamRegister(5).KeyOf("a", "bc"),
            new StreamRegister(5).KeyOf("c", "ab"),
            new StreamRegister(5).KeyOf("abc"),
            new StreamRegister(5).KeyOf("ab", "c", string.Empty),
            new StreamRegister(5).KeyOf("ab/c"),
            new StreamRegister(0).KeyOf(),
        ];
        Assert.That(keys, Is.Unique);
    }
}
