using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Application.Requests;

/// <summary>Why nothing was done. The front end words it.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>The scenario, or what was asked about it, has errors, each with its place.</summary>
    public sealed record Problems(IReadOnlyList<Problem> Found) : Refusal;

    /// <summary>There is nothing of that name.</summary>
    /// <param name="Kind">Of what kind.</param>
    /// <param name="Name">What was asked for.</param>
    /// <param name="Known">What there is.</param>
    public sealed record UnknownName(NamedThing Kind, string Name, IReadOnlyList<string> Known) : Refusal;

    // Runs on disk.

    /// <summary>There is no such run.</summary>
    /// <param name="Name">As asked for.</param>
    /// <param name="Results">Where it was looked for.</param>
    /// <param name="Known">The runs there are.</param>
    public sealed record NoSuchRun(string Name, string Results, IReadOnlyList<string> Known) : Refusal;

    /// <summary>The folder of a run is there, but not its manifest.</summary>
    public sealed record NoManifest(string Folder) : Refusal;

    /// <summary>Several runs are called so.</summary>
    public sealed record SeveralRuns(string Name, IReadOnlyList<string> Folders) : Refusal;

    /// <summary>A run's manifest is damaged, or of another version.</summary>
    public sealed record UnreadableManifest(string Folder) : Refusal;

    /// <summary>A run's scenario can't be read by this version.</summary>
    public sealed record UnreadableScenario(string Folder, string Problem) : Refusal;

    /// <summary>A run's manifest names a deployment that its scenario doesn't have.</summary>
    public sealed record ManifestDeployment(string Folder, string Deployment) : Refusal;

    /// <summary>A run has no replication yet.</summary>
    public sealed record NoReplications(string Folder) : Refusal;

    /// <summary>More runs are to be compared than can be told apart.</summary>
    public sealed record TooManyRuns(int Most, int Asked) : Refusal;

    // Runs.

    /// <summary>A run can't be called so.</summary>
    public sealed record NotARunName(string Name) : Refusal;

    /// <summary>Another run is called so.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Run">The other run's id.</param>
    public sealed record NameTaken(string Name, string Run) : Refusal;

    /// <summary>Another run's id ends so, which is another way to call it.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Run">The other run's id.</param>
    public sealed record NameEndsId(string Name, string Run) : Refusal;

    /// <summary>The first stage of a choice is larger.</summary>
    public sealed record TooFewToChoose(int Least, int Asked) : Refusal;

    /// <summary>Uncertain inputs are to be drawn, and the scenario marks none.</summary>
    public sealed record NothingToDraw : Refusal;

    /// <summary>Uncertain inputs are to be drawn until a precision is reached or a choice made: replications make an
    /// average surer, not the inputs.</summary>
    /// <param name="IsPrecision">Whether it is a precision; otherwise a choice.</param>
    public sealed record NoEnd(bool IsPrecision) : Refusal;

    /// <summary>One of two runs drew uncertain inputs anew, the other did not: what is independent in one are the
    /// draws, in the other the replications, and these make no pairs.</summary>
    /// <param name="Drawn">The run with drawn inputs.</param>
    /// <param name="Fixed">The run without.</param>
    public sealed record DrawnAgainstFixed(string Drawn, string Fixed) : Refusal;

    /// <summary>It would take years.</summary>
    public sealed record TooMuch(CostProblem Cost) : Refusal;

    /// <summary>It would take more memory than there is.</summary>
    /// <param name="Bytes">What it would take.</param>
    /// <param name="Available">What there is.</param>
    /// <param name="Fitting">How many replications would fit; 0 where not one would.</param>
    public sealed record TooLittleMemory(double Bytes, double Available, int Fitting) : Refusal;

    // Sensitivity analyses.

    /// <summary>The scenario marks no input as uncertain.</summary>
    public sealed record NothingUncertain : Refusal;

    /// <summary>The scenario has one deployment, and so no difference to study.</summary>
    public sealed record OneDeployment : Refusal;

    /// <summary>The deployment to study is the one that others are compared with.</summary>
    public sealed record IsBaseline(string Name, IReadOnlyList<string> Others) : Refusal;

    /// <summary>There is no such measure of single periods.</summary>
    public sealed record NoMeasureToStudy(string Name) : Refusal;

    /// <summary>Inputs that are not marked uncertain.</summary>
    /// <param name="Paths">Which.</param>
    /// <param name="Known">Those that are.</param>
    public sealed record NotUncertain(IReadOnlyList<string> Paths, IReadOnlyList<string> Known) : Refusal;

    /// <summary>A map takes two different inputs.</summary>
    public sealed record NotTwoInputs : Refusal;

    /// <summary>The scenario marks one input as uncertain, and a map takes two.</summary>
    public sealed record OneInput : Refusal;

    /// <summary>A discovery needs more settings to show anything.</summary>
    public sealed record TooFewSettings(int Least, int Asked) : Refusal;

    /// <summary>The method doesn't take that part of the request.</summary>
    public sealed record NotOfMethod(MethodPart Part) : Refusal;

    // Calibration.

    /// <summary>The fitted scenario must stand beside the one it is based on.</summary>
    public sealed record NotBeside(string Name) : Refusal;

    /// <summary>The fitted scenario can't replace the one it is based on.</summary>
    public sealed record WouldReplaceScenario : Refusal;

    /// <summary>With several numbers or figures, each figure needs how far off it may be.</summary>
    /// <param name="Figure">The first that has none.</param>
    public sealed record NoTolerance(string Figure) : Refusal;

    // Files that the user has written.

    /// <summary>It is not the name of a file to write.</summary>
    public sealed record NoFileToWrite(string File) : Refusal;

    /// <summary>There is no folder to write a file to.</summary>
    public sealed record NoFolderToWriteTo(string Folder, string File) : Refusal;

    /// <summary>The file's name ends otherwise than files of its kind do.</summary>
    /// <param name="File">The name.</param>
    /// <param name="Ending">How it should end, such as <c>.csv</c>.</param>
    public sealed record OtherEnding(string File, string Ending) : Refusal;

    /// <summary>A folder of results takes no files but those of its run, or analysis, and documents.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Folder">The folder that it would be in.</param>
    public sealed record InsideResults(string File, string Folder) : Refusal;

    /// <summary>A file of that name is there already.</summary>
    public sealed record FileExists(string Path) : Refusal;

    // Replays.

    /// <summary>A second deployment was named for a moving map that was not asked for.</summary>
    public sealed record BesideWithoutMap : Refusal;

    /// <summary>The run has no such deployment.</summary>
    public sealed record NotInRun(string Deployment, IReadOnlyList<string> Known) : Refusal;

    /// <summary>The run has no such variant of the organizations.</summary>
    public sealed record NoSuchVariant(string? Adversary, IReadOnlyList<string> Known) : Refusal;

    /// <summary>The run holds no such replication.</summary>
    public sealed record NoSuchReplication(int Replication, string Arm, int Asked) : Refusal;

    /// <summary>The replication is one of the run's, but is not stored.</summary>
    /// <param name="Replication">Which.</param>
    /// <param name="Arm">Of what.</param>
    /// <param name="Folder">The run's folder.</param>
    /// <param name="Mend">What simulates it again.</param>
    public sealed record NotStored(int Replication, string Arm, string Folder, RunMend Mend) : Refusal;

    /// <summary>There is no such shipment in the replication.</summary>
    /// <param name="Shipment">As asked for.</param>
    /// <param name="Example">One that there is; null where there is none.</param>
    public sealed record NoSuchShipment(string Shipment, string? Example) : Refusal;

    /// <summary>Several shipments have the number.</summary>
    public sealed record SeveralShipments(string Number, IReadOnlyList<string> Names) : Refusal;

    // Figures.

    /// <summary>The figure is about all deployments, and one was named.</summary>
    /// <param name="Figure">The figure.</param>
    /// <param name="AboutOne">Those that are about one.</param>
    public sealed record FigureAboutAll(string Figure, IReadOnlyList<string> AboutOne) : Refusal;

    /// <summary>The run has not what a figure is made from.</summary>
    /// <param name="Figure">The figure.</param>
    /// <param name="Needs">What it is made from, in words.</param>
    /// <param name="Folder">The run's folder.</param>
    /// <param name="Results">The folder of results that holds it.</param>
    /// <param name="Analysis">The analysis that makes it; null where it can't be had later, or is not known.</param>
    public sealed record NoDataForFigure(string Figure, string Needs, string Folder, string Results, SensitivityRequest? Analysis)
        : Refusal;
}

/// <summary>What is asked for by name.</summary>
public enum NamedThing
{
    Deployment,
    Measure,
    Figure,
    Law,
    Format,
    Template,
    Posting,
    TaskForce,
}

/// <summary>Parts of a request for a sensitivity analysis that only some methods take.</summary>
public enum MethodPart
{
    /// <summary>Two inputs: of a map.</summary>
    Inputs,

    /// <summary>How many walks, rows or settings: of Morris, Sobol and a discovery.</summary>
    Samples,

    /// <summary>One deployment: of all but the table of verdicts.</summary>
    Deployment,
}
