using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Casework;

/// <summary>Which ring of an organization sends a shipment, and which rings are at work.</summary>
/// <remarks>
/// Sizes are drawn once a replication, and the ring at a place is replaced at the instants of a Poisson process, both
/// keyed by organization and place; what a shipment draws is keyed by the shipment. So rings are the same in every
/// deployment, apart from those that a closed case ends. Replacements need no events: a place is caught up with when it
/// is asked for, and instants asked for never go back.
/// </remarks>
internal sealed class RingsAtWork
{
    private readonly CompiledScenario world;
    private readonly Places[] organizations;
    private readonly int[] organizationOf;
    private readonly int[] generation;
    private readonly Instant[] replaced;
    private readonly uint[] replacements;
    private readonly Instant[] emptyUntil;
    private readonly uint[] ended;
    private readonly TraffickingGroup?[] endedBy;
    private uint replication;

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Against whom.</param>
    public RingsAtWork(CompiledScenario world, Arm arm)
    {
        this.world = world;
        IReadOnlyList<string> names = world.EntryNames(Dimension.Organization);
        organizations = new Places[names.Count];
        int count = 0;
        for (int i = 0; i < names.Count; i++)
        {
            organizations[i] = new Places(world.Scenario.OrganizationIn(arm.Adversary, names[i]).Rings, count);
            count += organizations[i].Count;
        }

        PlaceCount = count;
        organizationOf = [.. organizations.SelectMany((places, index) => Enumerable.Repeat(index, places.Count))];
        generation = new int[count];
        replaced = [.. Enumerable.Repeat(Instant.Never, count)];
        replacements = new uint[count];
        emptyUntil = new Instant[count];
        ended = new uint[count];
        endedBy = new TraffickingGroup?[count];
    }

    /// <summary>How many places of rings there are, one for each organization without any.</summary>
    public int PlaceCount { get; }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number)
    {
        replication = number;
        Array.Clear(generation);
        Array.Clear(emptyUntil);
        Array.Clear(ended);
        for (int i = 0; i < organizations.Length; i++)
        {
            if (!organizations[i].AreRings)
            {
                continue;
            }

            organizations[i].Draw(world.RingKeys[i], number);
            for (int place = organizations[i].First; place < organizations[i].First + organizations[i].Count; place++)
            {
                replacements[place] = 0;
                replaced[place] = Instant.Zero + Gap(place);
            }
        }
    }

    /// <summary>Whether an organization has rings.</summary>
    public bool AreOf(int organization) => organizations[organization].AreRings;

    /// <summary>The whole of an organization without rings.</summary>
    public Ring WholeOf(int organization) => new(organizations[organization].First, 0, 0);

    /// <summary>The ring that a shipment of an organization with rings belongs to.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="luck">A uniform of the shipment.</param>
    /// <param name="now">When it is planned.</param>
    /// <param name="endedBy">Where the ring's place is empty, and the ring is the last that was there: who ended
    /// it.</param>
    public Ring SenderOf(int organization, double luck, Instant now, out TraffickingGroup? endedBy)
    {
        Places places = organizations[organization];
        int number = places.At(luck) + 1;
        int place = places.First + number - 1;
        CatchUp(place, now);
        endedBy = now < emptyUntil[place] ? this.endedBy[place] : null;
        return new Ring(place, number, endedBy is null ? generation[place] : generation[place] - 1);
    }

    /// <summary>Draws a ring of an organization that is at work, in proportion to their shares; null if there is
    /// none.</summary>
    public Ring? SubstituteOf(int organization, double luck, Instant now)
    {
        Places places = organizations[organization];
        double all = 0;
        for (int i = 0; i < places.Count; i++)
        {
            all += now < emptyUntil[places.First + i] ? 0 : places.Sizes[i];
        }

        int found = -1;
        double left = luck * all;
        for (int i = 0; i < places.Count && left >= 0 && all > 0; i++)
        {
            if (now >= emptyUntil[places.First + i])
            {
                found = i;
                left -= places.Sizes[i];
            }
        }

        if (found < 0)
        {
            return null;
        }

        CatchUp(places.First + found, now);
        return new Ring(places.First + found, found + 1, generation[places.First + found]);
    }

    /// <summary>Whether a ring has neither been replaced nor ended.</summary>
    public bool IsAtWork(in Ring ring, Instant now)
    {
        CatchUp(ring.Place, now);
        return generation[ring.Place] == ring.Generation && now >= emptyUntil[ring.Place];
    }

    /// <summary>A group ends a ring that is at work: its place is empty for a time that is drawn.</summary>
    /// <returns>Until when.</returns>
    public Instant End(in Ring ring, Instant now, TraffickingGroup by)
    {
        int organization = organizationOf[ring.Place];
        double luck = Philox.Draw(world.EmptyKeys[organization], replication, (ulong)ring.Number, ended[ring.Place]++).FirstFine;
        generation[ring.Place]++;
        endedBy[ring.Place] = by;
        return emptyUntil[ring.Place] = now + (by.ReplacedAfterHours?.Quantile(luck) ?? double.PositiveInfinity);
    }

    // A place that is empty when its ring would be replaced goes on being empty.
    private void CatchUp(int place, Instant now)
    {
        while (replaced[place] <= now)
        {
            generation[place] += replaced[place] < emptyUntil[place] ? 0 : 1;
            replacements[place]++;
            replaced[place] += Gap(place);
        }
    }

    private double Gap(int place)
    {
        Places places = organizations[organizationOf[place]];
        if (places.LifeHours is not { } life)
        {
            return double.PositiveInfinity;
        }

        ulong number = (ulong)(place - places.First + 1);
        return -life * Math.Log(Philox.Draw(world.RingKeys[organizationOf[place]], replication, number, replacements[place] + 1).FirstFine);
    }

    /// <summary>The places of one organization's rings.</summary>
    private sealed class Places
    {
        private readonly Rings? rings;
        private readonly double[] upTo;
        private readonly int room;

        public Places(Rings? rings, int first)
        {
            this.rings = rings;
            First = first;
            Count = rings?.Count ?? 1;
            Sizes = new double[Count];
            room = Padded.LengthFor(Count);
            upTo = new double[CumulativeWeights.RoomFor(room)];
        }

        public bool AreRings => rings is not null;

        public int First { get; }

        public int Count { get; }

        public double? LifeHours => rings!.LifeHours;

        public double[] Sizes { get; }

        public void Draw(StreamKey key, uint replication)
        {
            for (int i = 0; i < Count; i++)
            {
                Sizes[i] = rings!.Shares is { } shares
                    ? shares[i]
                    : rings.Sizes.Quantile(Philox.Draw(key, replication, (ulong)i + 1, 0).FirstFine);
            }

            Array.Clear(upTo);
            Sizes.CopyTo(upTo, 0);
            CumulativeWeights.Accumulate(upTo, room);
        }

        /// <summary>Picks one in proportion to their sizes.</summary>
        public int At(double luck) => Math.Min(Count - 1, CumulativeWeights.CountUpTo(luck * upTo[room - 1], upTo, room));
    }
}
