namespace SimInterdiction.Model.Behaviours;

/// <summary>What a flow's shipments must get past on each of its corridors, as subjects of their organization's
/// beliefs. Immutable.</summary>
/// <remarks>One array for all corridors, each filled up to the length of the longest by a subject that is passed for
/// certain: no branch depends on the corridor.</remarks>
internal sealed class CorridorSubjects
{
    private readonly int[] subjects;
    private readonly int most;

    /// <param name="organization">Whose beliefs.</param>
    /// <param name="corridors">The corridors of the flow.</param>
    public CorridorSubjects(OrganizationPlan organization, int[] corridors)
    {
        int[][] along = [.. corridors.Select(corridor => organization.Subjects[corridor].Where(subject => subject >= 0).ToArray())];
        most = along.Max(each => each.Length);
        subjects = [.. along.SelectMany(each => each.Concat(Enumerable.Repeat(organization.Prior.Length, most - each.Length)))];
        Corridors = corridors.Length;
    }

    /// <summary>How many corridors there are.</summary>
    public int Corridors { get; }

    /// <summary>The chance of losing a shipment on each corridor: what is behind one another must be passed in
    /// turn.</summary>
    /// <param name="passing">The chance of passing each subject, and behind them a 1.</param>
    /// <param name="risks">Takes the chances, one a corridor.</param>
    public void RisksOf(ReadOnlySpan<double> passing, Span<double> risks)
    {
        int next = 0;
        for (int corridor = 0; corridor < Corridors; corridor++)
        {
            double passes = 1;
            foreach (int subject in subjects.AsSpan(next, most))
            {
                passes *= passing[subject];
            }

            risks[corridor] = 1 - passes;
            next += most;
        }
    }

    /// <summary>The same for beliefs that stay as they are.</summary>
    /// <param name="beliefs">The chance of loss at each subject.</param>
    public double[] RisksOf(double[] beliefs)
    {
        var risks = new double[Corridors];
        RisksOf([.. beliefs.Select(belief => 1 - belief), 1], risks);
        return risks;
    }
}
