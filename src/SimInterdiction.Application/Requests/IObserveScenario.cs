using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Requests;

/// <summary>Hears of what every request about a scenario begins with.</summary>
public interface IObserveScenario
{
    /// <summary>The scenario was read, without errors; it may have warnings.</summary>
    void Read(ScenarioReading reading) { }

    /// <summary>Another process works on a folder; it is waited for.</summary>
    void Waiting(string folder) { }
}
