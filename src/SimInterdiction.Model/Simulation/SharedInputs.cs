using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>What the arms of one scenario share on one thread: what is drawn and worked out once for each replication
/// (planned dispatches, duty, and legitimate traffic), and the room in which one works after the other. What an arm
/// comes to is the same as without.</summary>
public sealed class SharedInputs
{
    /// <param name="world">The scenario.</param>
    public SharedInputs(CompiledScenario world)
    {
        Dispatches = new DispatchSchedule(world);
        Traffic = new TrafficCourses(Cancellation);
    }

    /// <summary>That of the replication under way: one after the other, whichever the arm.</summary>
    internal Cancellation Cancellation { get; } = new();

    /// <summary>The planned dispatches.</summary>
    internal DispatchSchedule Dispatches { get; }

    /// <summary>When teams are on duty.</summary>
    internal DutyBook Duties { get; } = new();

    /// <summary>The courses of legitimate traffic.</summary>
    internal TrafficCourses Traffic { get; }

    /// <summary>Room for shipments under way; empty when an arm begins.</summary>
    internal StructPool<Shipment> Shipments { get; } = new();

    /// <summary>Room for delays of legitimate vehicles; empty when an arm begins.</summary>
    internal LogHistogram Delays { get; } = new();
}
