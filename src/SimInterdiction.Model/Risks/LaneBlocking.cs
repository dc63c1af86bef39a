namespace SimInterdiction.Model.Risks;

/// <summary>How often all lanes are busy and the queue is full, in the long run, for a Poisson stream of
/// vehicles.</summary>
internal static class LaneBlocking
{
    /// <summary>The share of vehicles waved through: M/M/c/(c+limit), which without a queue is Erlang's loss formula
    /// and then holds for every distribution of the search time.</summary>
    /// <param name="lanes">Lanes, c.</param>
    /// <param name="queueLimit">How many may wait; <see cref="int.MaxValue"/> for no limit: nobody is waved
    /// through.</param>
    /// <param name="offered">Mean number of lanes that would be busy if there were enough.</param>
    public static double Share(int lanes, int queueLimit, double offered)
    {
        if (queueLimit == int.MaxValue || lanes == int.MaxValue || offered == 0)
        {
            return 0;
        }

        // Erlang, Solution of some problems in the theory of probabilities (1917), by its recursion.
        double loss = 1;
        for (int lane = 1; lane <= lanes && loss > 0; lane++)
        {
            loss = offered * loss / (lane + (offered * loss));
        }

        return loss > 0 ? 1 / WithQueue(1 / loss, lanes / offered, queueLimit) : 0;
    }

    // Each place in the queue multiplies the last state by offered / lanes. So the reciprocal of that state's share, u,
    // becomes r u + 1 with r = lanes / offered: as many times as there are places, by repeated squaring, since a queue
    // may have billions.
    private static double WithQueue(double reciprocal, double ratio, int places)
    {
        (double Factor, double Term) step = (ratio, 1);
        for (; places > 0; places /= 2)
        {
            reciprocal = places % 2 == 1 ? (step.Factor * reciprocal) + step.Term : reciprocal;
            step = (step.Factor * step.Factor, (step.Factor * step.Term) + step.Term);
        }

        return reciprocal;
    }
}
