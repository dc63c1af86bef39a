using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>Advances a batch until its replications are enough.</summary>
internal static class Stages
{
    /// <summary>Runs stage after stage; the last one may stay incomplete.</summary>
    /// <param name="runner">The batch, with whatever is already in it.</param>
    /// <param name="rule">When it is enough, and who drops out.</param>
    /// <param name="available">No replication from this number on is to be had, as in a run that is only read.</param>
    /// <param name="cancellation">Stops within a stage.</param>
    public static void Run(BatchRunner runner, IStageRule rule, Func<Batch, int> available, CancellationToken cancellation)
    {
        int? until = rule.First;
        while (until is { } target)
        {
            runner.Advance(Math.Min(target, available(runner.Batch)), cancellation);

            // Asked for, even where fewer are there.
            runner.Batch.Asked = target;
            until = runner.Batch.Done < target ? null : Judge(runner.Batch, rule);
        }
    }

    private static int? Judge(Batch batch, IStageRule rule)
    {
        Judgement judgement = rule.Judge(batch);
        foreach (string deployment in judgement.DropOut)
        {
            batch.DropOut(deployment);
        }

        return judgement.Until;
    }
}
