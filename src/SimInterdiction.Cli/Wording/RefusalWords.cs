using SimInterdiction.Application.Requests;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Wording;

/// <summary>Why nothing was done, in a sentence.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal refusal) => OfRuns(refusal) ?? OfStudies(refusal) ?? OfRest(refusal);

    private static string? OfRuns(Refusal refusal) =>
        refusal switch
        {
            Refusal.NoSuchRun it => $"{Names.Missing("run", it.Name, it.Known)} Give its folder, its id or its name, with --out where "
                + $"results are not in '{it.Results}'; 'simint list runs' lists them.",
            Refusal.NoManifest it => $"the folder '{it.Folder}' is there, but its manifest.json is missing. The 'simint run' that made it "
                + "restores it from the stored replications.",
            Refusal.SeveralRuns it => $"several runs may be meant by '{it.Name}': {Names.Few(it.Folders)}. Give one of these folders.",
            Refusal.NotARunName it => $"'{Shortened.Text(it.Name)}' can't be the name of a run: up to 60 letters, digits, blanks and "
                + "- _ . + =, beginning with a letter.",
            Refusal.NameTaken it => $"run {it.Run} is called '{it.Name}' already. Give another name.",
            Refusal.NameEndsId it => $"the id of run {it.Run} ends with '{it.Name}', so both would be meant by it. Give another name.",
            Refusal.UnreadableManifest it => $"the manifest of '{it.Folder}' is damaged, or not one that this version can read.",
            Refusal.UnreadableScenario it => $"the scenario of '{it.Folder}' can't be read by this version: {it.Problem}.",
            Refusal.ManifestDeployment it => $"the manifest of '{it.Folder}' is damaged: its scenario has no deployment '{it.Deployment}'.",
            Refusal.NoReplications it => $"'{it.Folder}' holds no replications: none is there yet, or none can be read.",
            Refusal.NotInRun it => $"the run has no deployment '{it.Deployment}'. It has {string.Join(", ", it.Known)}.",
            Refusal.NoSuchVariant it => $"the run has no variant '{it.Adversary}' of the organizations. The scenario has "
                + $"{string.Join(", ", it.Known)}; a variant is there if the run simulated it.",
            Refusal.NoSuchReplication it => $"the run holds no replication {it.Replication} of {it.Arm}; of the {it.Asked:N0} asked for, "
                + "the first is 0.",
            Refusal.NotStored it => $"replication {it.Replication} of {it.Arm} is not stored in '{it.Folder}': its file is missing or "
                + "damaged, or it was never simulated. "
                + MendWords.Of(it.Mend),
            Refusal.NoSuchShipment it => $"there is no shipment '{it.Shipment}' in this replication. Give 'lead', or a shipment such as "
                + $"{it.Example}.",
            Refusal.SeveralShipments it => $"several shipments have the number {it.Number}: {string.Join(", ", it.Names)}.",
            Refusal.NoDataForFigure it => $"figure '{it.Figure}' needs {it.Needs}, which '{it.Folder}' doesn't have."
                + (
                    it.Analysis is { } analysis
                        ? $" Make it with: {CommandWording.With(new CommandWording().Of(analysis), it.Results)}"
                        : string.Empty
                ),
            Refusal.FigureAboutAll it => $"figure '{it.Figure}' is about all deployments: leave --deployment out. About one are: "
                + $"{string.Join(", ", it.AboutOne)}.",
            _ => null,
        };

    private static string? OfStudies(Refusal refusal) =>
        refusal switch
        {
            Refusal.TooFewToChoose it => $"choosing needs at least {it.Least} replications to begin with, not {it.Asked}.",
            Refusal.NothingToDraw => "--include-uncertainty has nothing to draw: the scenario marks no input as uncertain, as in "
                + "'finds: { uncertain: [40%, 50%, 60%] }'.",
            Refusal.NoEnd it => $"--include-uncertainty doesn't go with {(it.IsPrecision ? "a precision" : "a choice of the best")}: "
                + "replications make an average surer, not the inputs. State a number of replications instead.",
            Refusal.TooManyRuns it => $"{it.Asked} runs are too many: at most {it.Most} are compared at once. Compare the first with "
                + "fewer others.",
            Refusal.DrawnAgainstFixed it => $"'{it.Drawn}' drew its uncertain inputs (--include-uncertainty) and '{it.Fixed}' did not, "
                + "so their replications make no pairs. Compare runs of one kind.",
            Refusal.TooMuch { Cost: { } cost } => $"{cost.Message}; {cost.Allowed}. Try {cost.Hint}.",
            Refusal.TooLittleMemory it => $"the study would take about {CostWords.Bytes(it.Bytes)} of memory, and there "
                + $"{(it.Available < 1.5e9 ? "is" : "are")} {CostWords.Bytes(it.Available)}. "
                + (
                    it.Fitting > 0
                        ? $"{CostWords.Big(it.Fitting)} replications would fit: --replications, or fewer deployments (--only)."
                        : "Not one replication would fit: fewer deployments (--only), or fewer threads (--jobs 1)."
                ),
            Refusal.NothingUncertain => "the scenario marks no input as uncertain. Write an unknown number with its lowest, best and "
                + "highest value, such as 'finds: { uncertain: [40%, 50%, 60%] }'.",
            Refusal.OneDeployment => "the scenario has one deployment, and so no difference to study.",
            Refusal.IsBaseline it => $"'{it.Name}' is the baseline; the others are: {string.Join(", ", it.Others)}.",
            Refusal.NoMeasureToStudy it => $"there is no measure '{it.Name}' to study{MeasureMeant(it.Name)} See 'simint list measures'.",
            Refusal.NotUncertain it => $"{string.Join(" ", it.Paths.Select(path => NotUncertain(path, it.Known)))} These are: "
                + $"{Names.Few(it.Known, 24)}.",
            Refusal.NotTwoInputs => "a map is of two different inputs: --inputs a,b.",
            Refusal.OneInput => "a map needs two inputs marked uncertain, and there is one.",
            Refusal.NotOfMethod { Part: MethodPart.Inputs } => "--inputs is for --method map.",
            Refusal.TooFewSettings it =>
                $"--method discover needs {it.Least} settings at least to show a region, not {it.Asked}: --samples "
                    + $"{it.Least} or more.",
            Refusal.NotOfMethod { Part: MethodPart.Samples } => "--samples is for --method morris, sobol and discover.",
            Refusal.NotOfMethod => "--method verdicts is about every deployment: leave --deployment out.",
            _ => null,
        };

    private static string NotUncertain(string path, IReadOnlyList<string> known) =>
        $"'{path}' is not marked uncertain{(Names.DidYouMean(path, known) is { } meant ? $": {meant}" : ".")}";

    private static string MeasureMeant(string name)
    {
        IEnumerable<string> known = MeasureCatalog.All.Where(each => each.Estimator != Estimator.Pooled).Select(each => each.Name);
        return Names.DidYouMean(name, known) is { } meant ? $": {meant}" : ".";
    }

    private static string OfRest(Refusal refusal) =>
        refusal switch
        {
            Refusal.UnknownName it => Names.Missing(Words(it.Kind), it.Name, it.Known),
            Refusal.NotBeside it =>
                $"'{it.Name}' is not beside the scenario, where the new file must stand to be based on it: give a name without folders.",
            Refusal.WouldReplaceScenario => "the fitted scenario can't replace the one it is based on; give another name to --save.",
            Refusal.FileExists it => $"'{it.Path}' is there already. Give another name, or --force to overwrite it.",
            Refusal.NoTolerance it =>
                $"with several numbers or figures, each figure needs how far off it may be: '{it.Figure}' needs +- and a number.",
            Refusal.BesideWithoutMap => "--with names the deployment beside another on the moving map; give --animate FILE too.",
            Refusal.OtherEnding it => $"the name of '{it.File}' must end with {it.Ending}, for what is written.",
            Refusal.InsideResults it =>
                $"'{it.File}' is inside the results in '{it.Folder}', where only the folder 'documents' takes files. "
                    + "Give another place.",
            Refusal.NoFileToWrite it => $"'{it.File}' is not the name of a file to write.",
            Refusal.NoFolderToWriteTo it => $"there is no folder '{it.Folder}' to write '{it.File}' to.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words."),
        };

    private static string Words(NamedThing kind) => kind == NamedThing.TaskForce ? "task force" : kind.ToString().ToLowerInvariant();
}
