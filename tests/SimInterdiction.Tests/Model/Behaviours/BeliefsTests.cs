using CsCheck;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class BeliefsTests
{
    private const double Memory = 60;

    [Test]
    public void Before_anything_is_heard_a_belief_is_the_prior([Values(0, 20)] double priorWeight, [Values(0, 1e6)] double hours)
    {
        var beliefs = new Beliefs([0.1, 0.7], priorWeight, Memory);
        Assert.That(BeliefAt(beliefs, 0, hours), Is.EqualTo(0.1).Within(1e-12));
        Assert.That(BeliefAt(beliefs, 1, hours), Is.EqualTo(0.7).Within(1e-12));
    }

    // A prior of .1 is worth 20 shipments: one loss makes (2 + 1) / 21 of it, one shipment past 2 / 21; of both, a
    // half-life old, half is left.
    [TestCase(true, 0, 3 / 21.0)]
    [TestCase(false, 0, 2 / 21.0)]
    [TestCase(true, Memory, 2.5 / 20.5)]
    [TestCase(false, Memory, 2 / 20.5)]
    [TestCase(true, 2 * Memory, 2.25 / 20.25)]
    [TestCase(true, 1e6 * Memory, 0.1)]
    public void What_was_heard_counts_half_after_every_half_life(bool isLost, double later, double expected)
    {
        var beliefs = new Beliefs([0.1], 20, Memory);
        beliefs.Hear(0, isLost, beliefs.WeightAt(1000));
        Assert.That(BeliefAt(beliefs, 0, 1000 + later), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void However_long_ago_the_clock_began_something_new_counts_in_full([Values(1, 511, 513, 5000, 1e6)] double halfLives)
    {
        var beliefs = new Beliefs([0.1], 20, Memory);
        beliefs.Hear(0, false, beliefs.WeightAt(0));
        double later = halfLives * Memory;
        beliefs.Hear(0, true, beliefs.WeightAt(later));
        Assert.That(BeliefAt(beliefs, 0, later), Is.EqualTo(3 / (21 + Math.Exp(-halfLives * Math.Log(2)))).Within(1e-12));
    }

    [Test]
    public void A_prior_worth_nothing_leaves_the_experience()
    {
        var beliefs = new Beliefs([0.1], 0, Memory);
        beliefs.Hear(0, true, beliefs.WeightAt(0));
        beliefs.Hear(0, false, beliefs.WeightAt(Memory));
        Assert.That(BeliefAt(beliefs, 0, 5 * Memory), Is.EqualTo(0.5 / 1.5).Within(1e-12));
    }

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        var beliefs = new Beliefs([0.1], 20, Memory);
        beliefs.Hear(0, true, beliefs.WeightAt(1e5));
        beliefs.Clear();
        Assert.That(BeliefAt(beliefs, 0, 0), Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void A_belief_is_the_prior_and_all_that_was_heard_discounted_by_its_age() =>
        Gen.Select(
                Gen.Double[0, 1],
                RandomScenarios.OneOf(0.5, 1, 20),
                RandomScenarios.OneOf(0.01, 1, 30, 1e5),
                Gen.Select(Gen.Double[0, 40], Gen.Int[0, 2], Gen.Bool).Array[0, 60]
            )
            .SampleRepeatably(
                sample =>
                {
                    (double prior, double priorWeight, double memory, (double Gap, int Subject, bool IsLost)[] gaps) = sample;
                    var beliefs = new Beliefs([prior, prior, prior], priorWeight, memory);
                    var heard = new List<(double At, int Subject, bool IsLost)>();
                    double now = 0;
                    foreach ((double gap, int subject, bool isLost) in gaps)
                    {
                        now += gap;
                        heard.Add((now, subject, isLost));
                        beliefs.Hear(subject, isLost, beliefs.WeightAt(now));
                        foreach (int each in new[] { 0, 1, 2 })
                        {
                            double[] weights = [.. heard.Where(h => h.Subject == each).Select(h => Math.Pow(0.5, (now - h.At) / memory))];
                            double[] lost =
                            [
                                .. heard.Where(h => h.Subject == each && h.IsLost).Select(h => Math.Pow(0.5, (now - h.At) / memory)),
                            ];
                            double expected = ((priorWeight * prior) + lost.Sum()) / (priorWeight + weights.Sum());
                            Assert.That(BeliefAt(beliefs, each, now), Is.EqualTo(expected).Within(1e-9));
                        }
                    }
                },
                iter: 200,
                seed: 31
            );

    [Test]
    public void What_fills_up_the_room_is_passed_for_certain([Values(0, 20)] double priorWeight, [Values(7, 8, 9)] int subjects)
    {
        var beliefs = new Beliefs([.. Enumerable.Repeat(0.5, subjects)], priorWeight, Memory);
        beliefs.Hear(subjects - 1, true, beliefs.WeightAt(0));
        var passing = new double[beliefs.Room];
        beliefs.ChancesOfPassing(beliefs.WeightAt(100), passing);
        Assert.That(passing[subjects..], Is.Not.Empty.And.All.EqualTo(1));
    }

    private static double BeliefAt(Beliefs beliefs, int subject, double hours)
    {
        var passing = new double[beliefs.Room];
        beliefs.ChancesOfPassing(beliefs.WeightAt(hours), passing);
        return 1 - passing[subject];
    }
}
