using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>What came of one arm, taken by itself.</summary>
internal static class StageTakes
{
    public static Receipt Take(this BatchStage stage, int arm, byte[] content) => stage.Take([(arm, content)])[0];
}
