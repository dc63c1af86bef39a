using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Experiments;

/// <summary>How far a study is: a view of the running batch, to be read only while the progress callback runs.</summary>
public sealed class StudyProgress
{
    private readonly Batch batch;

    internal StudyProgress(Batch batch)
    {
        this.batch = batch;
    }

    /// <summary>The deployments being simulated, in the file's order.</summary>
    public IReadOnlyList<string> Deployments => batch.Plan.Deployments;

    /// <summary>Replications done, failed ones included. All deployments advance together.</summary>
    public int Done => batch.Replications + batch.FailedReplications;

    public int Asked => batch.Plan.Replications;

    public int Failed => batch.FailedReplications;

    /// <summary>The study's measure over the replications so far; null where undefined.</summary>
    /// <param name="deployment">Index into <see cref="Deployments"/>.</param>
    public double? MeasureSoFar(int deployment)
    {
        double value = batch.Deployments[deployment].MeasureSoFar;
        return double.IsFinite(value) ? value : null;
    }
}
