using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>How far a study is: a view of the running batch, to be read only while the progress callback
/// runs.</summary>
public sealed class StudyProgress
{
    private readonly Batch batch;

    internal StudyProgress(Batch batch)
    {
        this.batch = batch;
    }

    /// <summary>What is being simulated, in the file's order.</summary>
    public IReadOnlyList<Arm> Arms => batch.Plan.Arms;

    internal Batch Batch => batch;

    /// <summary>Replications done, failed ones included. All arms advance together.</summary>
    public int Done => batch.Done;

    /// <summary>How many there shall be; with a precision it grows as long as that is not reached.</summary>
    public int Asked => batch.Asked;

    public int Failed => batch.FailedReplications;

    /// <summary>What the study is about.</summary>
    public Measure Measure => batch.Plan.Measure;

    /// <summary>The study's measure over the replications so far; null where undefined.</summary>
    /// <param name="arm">Index into <see cref="Arms"/>.</param>
    public double? MeasureSoFar(int arm)
    {
        double value = batch.Arms[arm].MeasureSoFar;
        return double.IsFinite(value) ? value : null;
    }
}
