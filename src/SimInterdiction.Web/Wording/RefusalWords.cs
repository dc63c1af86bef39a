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
            Refusal.NoSuchRun => "There is no such run any more.",
            Refusal.NoManifest => "The manifest.json of this run is missing. The same run, started again, restores it from what is stored.",
            Refusal.UnreadableManifest => "The manifest of this run is damaged, or not one that this version can read.",
            Refusal.UnreadableScenario it => $"The scenario of this run can't be read by this version: {it.Problem}.",
            Refusal.ManifestDeployment it => $"The manifest of this run is damaged: its scenario has no deployment '{it.Deployment}'.",
            Refusal.NoReplications it =>
                $"Run {Path.GetFileName(it.Folder)} holds no replications: none is there yet, or none can be read.",
            Refusal.DrawnAgainstFixed it =>
                $"Run {it.Drawn} drew uncertain inputs anew, and run {it.Fixed} held them; such runs can't be compared.",
            Refusal.NotARunName => "The name of a run has up to 60 letters, digits, blanks and - _ . + =, and begins with a letter.",
            Refusal.NameTaken it => $"Run {it.Run} is called '{it.Name}' already.",
            Refusal.NameEndsId it => $"The id of run {it.Run} ends with '{it.Name}', so both would be meant by it.",
            Refusal.TooFewToChoose it => $"Choosing the best needs at least {it.Least} replications to begin with, not {it.Asked}.",
            Refusal.TooMuch { Cost: { } cost } => $"{Plain.Capital(cost.Message)}; {cost.Allowed}.",
            Refusal.TooLittleMemory it => $"The study would take about {CostWords.Bytes(it.Bytes)} of memory, and there "
                + $"{(it.Available < 1.5e9 ? "is" : "are")} {CostWords.Bytes(it.Available)}."
                + (it.Fitting > 0 ? $" {CostWords.Big(it.Fitting)} replications would fit." : string.Empty),
            Refusal.NothingToDraw => "The run drew uncertain inputs anew, and the scenario marks none any more.",
            Refusal.NoEnd => "Uncertain inputs are drawn anew, so neither a precision nor a choice of the best can be reached.",
            Refusal.NothingUncertain => "The scenario marks no input as uncertain, such as 'finds: { uncertain: [40%, 50%, 60%] }'.",
            Refusal.OneDeployment => "The scenario has one deployment, and so no difference to study.",
            Refusal.IsBaseline it => $"'{it.Name}' is the baseline; the others are: {string.Join(", ", it.Others)}.",
            Refusal.NoMeasureToStudy it => $"There is no measure '{it.Name}' to study.",
            Refusal.OneInput => "A map needs two inputs marked uncertain, and there is one.",
            Refusal.NoTolerance it =>
                $"With several numbers or figures, each figure needs how far off it may be: '{it.Figure}' needs +- and a number.",
            Refusal.UnknownName it => Plain.Capital(Names.Missing(KindOf(it.Kind), it.Name, it.Known)),
            Refusal.FileExists it => $"There is a file '{Path.GetFileName(it.Path)}' already.",
            Refusal.InsideResults it => $"'{it.File}' is inside the results in '{it.Folder}'.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words."),
        };

    /// <summary>All that is wrong, a sentence each.</summary>
    public static IReadOnlyList<string> All(Refusal refusal) =>
        refusal is Refusal.Problems { Found: { } problems }
            ? [.. problems.Where(problem => problem.IsError).Select(problem => InSentence(problem) + HintOf(problem))]
            : [Of(refusal)];

    private static string KindOf(NamedThing kind) => kind == NamedThing.TaskForce ? "task force" : kind.ToString().ToLowerInvariant();

    private static string Of(IReadOnlyList<Problem> problems)
    {
        int errors = problems.Where(problem => problem.IsError).Sum(problem => problem.Errors);
        string first = InSentence(problems.First(problem => problem.IsError));
        return errors > 1 ? $"{first[..^1]}, and {Plain.Count(errors - 1, "more mistake")}." : first;
    }

    private static string InSentence(Problem problem)
    {
        string file = problem.File switch
        {
            Given.Fits => "Numbers to fit",
            Given.Figures => "Figures",
            _ => problem.File,
        };
        return $"{(problem.Line > 0 ? $"{file}, line {problem.Line}" : file)}: {problem.Message}.";
    }

    private static string HintOf(Problem problem) =>
        problem.Hint is { } hint ? $" Hint: {hint}{(hint[^1] is '.' or '?' ? "" : ".")}" : string.Empty;
}
