using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>How many replications a study has, and of which deployments, decided stage by stage.</summary>
/// <remarks>
/// Judged after whole stages, from the replications in their order, so that it never depends on threads, nor on where a
/// run was interrupted.
/// </remarks>
internal interface IStageRule
{
    /// <summary>The replications of the first stage.</summary>
    int First { get; }

    /// <summary>The most there can be.</summary>
    int Most { get; }

    /// <summary>Looks at a batch whose stage is complete.</summary>
    Judgement Judge(Batch batch);
}

/// <summary>What a look decides.</summary>
/// <param name="Until">How many replications there shall be after the next stage, failed ones included; null when there
/// are enough, or as many as there can be.</param>
/// <param name="DropOut">The deployments that are out of the choice from here on.</param>
internal readonly record struct Judgement(int? Until, IReadOnlyList<string> DropOut);
