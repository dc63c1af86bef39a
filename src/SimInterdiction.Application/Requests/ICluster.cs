using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Application.Requests;

/// <summary>Machines that simulate for this one.</summary>
public interface ICluster
{
    /// <summary>Who simulates a study there.</summary>
    /// <param name="study">What the machines must know of it.</param>
    /// <param name="isFresh">Whether what they simulated before counts for nothing.</param>
    IExecutor ExecutorOf(StudyDocument study, bool isFresh);
}
