using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Verdicts as people read them; <see cref="VerdictWords"/> are those that scripts read.</summary>
public static class VerdictSentence
{
    public static string Said(this Verdict verdict) =>
        verdict switch
        {
            Verdict.BetterPerhapsByLess => "better, perhaps too little to matter",
            Verdict.WorsePerhapsByLess => "worse, perhaps too little to matter",
            _ => verdict.ToWords(),
        };
}
