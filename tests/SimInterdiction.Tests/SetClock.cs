namespace SimInterdiction.Tests;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class SetClock : TimeProvider
{
    public double Seconds { get; set; }

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => (long)Math.Round(Seconds * 1e6);
}
