namespace SimInterdiction.Model.Adversary;

/// <summary>How often all lanes are busy and the queue is full, in the long run, for a Poisson stream of vehicles.</summary>
internal static class LaneBlocking
{
    /// <summary>The share of vehicles waved through: M/M/c/(c+limit), which without a queue is Erlang's loss formula and then holds for every law of the search time.</summary>
    /// <param name="lanes">Lanes, c.</param>
    /// <param name="queueLimit">How many may wait; <see cref="int.MaxValue"/> for no limit: nobody is waved through.</param>
    /// <param name="offered">Mean number of lanes that would be busy if there were enough.</param>
    public static double Share(int lanes, int queueLimit, double offered)
    {
        if (queueLimit == int.MaxValue || lanes == int.MaxValue || offered == 0)
        {
            return 0;
        }

        // Erlang, Solution of some problems in the theory of probabilities (1917), by its recursion.
        double loss = 1;
        for (int lane = 1; lane <= lanes; lane++)
        {
            loss = offered * loss / (lane + (offered * loss));
        }

        // Each place in the queue multiplies the last state by offered / lanes; as a share of all states it stays within 0 and 1 however
        // full lanes are.
        double load = offered / lanes;
        for (int waiting = 0; waiting < queueLimit; waiting++)
        {
            loss = load * loss / (1 + (load * loss));
        }

        return loss;
    }
}
