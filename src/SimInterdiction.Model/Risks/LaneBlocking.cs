namespace SimInterdiction.Model.Risks;

/// <summary>How often all lanes are busy and the queue is full, and how long vehicles wait, in the long run, for a
/// Poisson stream of vehicles.</summary>
internal static class LaneBlocking
{
    // A longer queue is as good as one without limit, or takes days.
    private const int LongestQueue = 100_000;

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

        double loss = Loss(lanes, offered);
        return loss > 0 ? 1 / WithQueue(1 / loss, lanes / offered, queueLimit) : 0;
    }

    /// <summary>How long those who are served wait on average, in mean times of a search: M/M/c/(c+limit).</summary>
    /// <returns>Infinite where a queue without limit grows for ever.</returns>
    /// <inheritdoc cref="Share"/>
    public static double MeanWait(int lanes, int queueLimit, double offered)
    {
        if (queueLimit == 0 || lanes == int.MaxValue || offered == 0 || Loss(lanes, offered) is not (> 0 and var loss))
        {
            return 0;
        }

        double ratio = offered / lanes;
        if (queueLimit == int.MaxValue)
        {
            return ratio < 1 ? loss / (1 - (ratio * (1 - loss))) / (lanes - offered) : double.PositiveInfinity;
        }

        // The chances that so many wait, from the likeliest number on: none, or all places taken.
        int places = Math.Min(queueLimit, LongestQueue);
        bool isFromNone = ratio <= 1;
        double step = isFromNone ? ratio : 1 / ratio;
        double chance = 1;
        double all = 0;
        double waiting = 0;
        for (int i = 0; i <= places; i++, chance *= step)
        {
            int many = isFromNone ? i : places - i;
            all += many > 0 ? chance : chance / loss;
            waiting += many * chance;
        }

        double full = isFromNone ? chance / step : 1;
        return waiting / (offered * (all - full));
    }

    // Erlang, Solution of some problems in the theory of probabilities (1917), by its recursion.
    private static double Loss(int lanes, double offered)
    {
        double loss = 1;
        for (int lane = 1; lane <= lanes && loss > 0; lane++)
        {
            loss = offered * loss / (lane + (offered * loss));
        }

        return loss;
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
