using SimInterdiction.Application.Requests;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Web.Wording;

/// <summary>Why nothing was done, in a sentence, for what the page can ask for.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal refusal) =>
        refusal switch
        {
            Refusal.Problems { Found: { } problems } => Of(problems),
            Refusal.NoManifest or Refusal.NoSuchRun => "There is no such run any more.",
            Refusal.UnreadableManifest => "The manifest of this run is damaged, or not one that this version can read.",
            Refusal.UnreadableScenario it => $"The scenario of this run can't be read by this version: {it.Problem}.",
            Refusal.ManifestDeployment it => $"The manifest of this run is damaged: its scenario has no deployment '{it.Deployment}'.",
            Refusal.NoReplications => "This run holds no replications yet.",
            Refusal.NotARunName => "The name of a run has up to 60 letters, digits, blanks and - _ . + =, and begins with a letter.",
            Refusal.NameTaken it => $"Run {it.Run} is called '{it.Name}' already.",
            Refusal.TooFewToChoose it => $"Choosing the best needs at least {it.Least} replications to begin with, not {it.Asked}.",
            Refusal.TooMuch { Cost: { } cost } => $"{Plain.Capital(cost.Message)}; {cost.Allowed}.",
            Refusal.TooLittleMemory it => $"The study would take about {CostWords.Bytes(it.Bytes)} of memory, and there "
                + $"{(it.Available < 1.5e9 ? "is" : "are")} {CostWords.Bytes(it.Available)}."
                + (it.Fitting > 0 ? $" {CostWords.Big(it.Fitting)} replications would fit." : string.Empty),
            Refusal.NothingToDraw => "The run drew uncertain inputs anew, and the scenario marks none any more.",
            Refusal.NoEnd => "Uncertain inputs are drawn anew, so neither a precision nor a choice of the best can be reached.",
            Refusal.UnknownName it => Names.Missing(it.Kind.ToString().ToLowerInvariant(), it.Name, it.Known),
            Refusal.FileExists it => $"There is a file '{Path.GetFileName(it.Path)}' already.",
            Refusal.InsideResults it => $"'{it.File}' is inside the results in '{it.Folder}'.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words."),
        };

    private static string Of(IReadOnlyList<Problem> problems)
    {
        Problem first = problems.First(problem => problem.IsError);
        int errors = problems.Where(problem => problem.IsError).Sum(problem => problem.Errors);
        string place = first.Line > 0 ? $"{first.File}, line {first.Line}" : first.File;
        return $"{place}: {first.Message}{(errors > 1 ? $", and {Plain.Count(errors - 1, "more mistake")}" : string.Empty)}.";
    }
}
