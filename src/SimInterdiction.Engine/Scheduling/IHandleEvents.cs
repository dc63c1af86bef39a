namespace SimInterdiction.Engine.Scheduling;

/// <summary>What a model does when one of its events is due.</summary>
public interface IHandleEvents
{
    /// <summary>Called with the calendar's clock standing at the event's time.</summary>
    /// <param name="subject">The number given when the event was scheduled.</param>
    void Handle(int subject);
}
