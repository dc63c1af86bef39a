using SimInterdiction.Application.Runs;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Replays;

/// <summary>Hears how a replay gets on.</summary>
public interface IObserveReplay : IObserveStoredRun
{
    /// <summary>A replication is about to be read and simulated again.</summary>
    /// <param name="arm">Of what.</param>
    /// <param name="replication">Which, from 0.</param>
    void Simulating(Arm arm, int replication) { }
}
