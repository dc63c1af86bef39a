// What the program tells, as its records are on the server.

export interface ScenarioList {
    folder: string;
    files: { file: string; last: RunRow | null }[];
}

export interface ScenarioFacts {
    title: string | null;
    question: string | null;
    about: string | null;
    replications: number | null;
    errors: number;
    problems: Problem[];
}

export interface Problem {
    isError: boolean;
    place: string;
    message: string;
    allowed: string | null;
    hint: string | null;
}

export interface OpenedText {
    text: string;
    sha256: string;
}

export interface MarkedProblem extends Problem {
    code: string;
    line: number;
    column: number;
    length: number;
}

/** What may be written in the place of what is wrong. */
export interface OfferedMend {
    code: string;
    line: number;
    column: number;
    by: string;
}

export interface CompletionList {
    start: number;
    end: number;
    options: { label: string; text: string; kind: string; detail: string | null; info: string | null }[];
}

export interface ModelSummary {
    corridors: { flow: string; label: string; ofFlow: string; ofAll: string }[];
    deployments: { label: string; hours: string; cost: string | null; teams: TeamLine[] }[];
    note: string;
}

/** What a team can do at a checkpoint. */
export interface TeamLine {
    team: string;
    at: string;
    stops: string;
    finds: string;
    secondary: string | null;
    seizes: string;
    duty: string;
}

export interface DrawnLabel {
    words: string;
    x: number;
    y: number;
    anchor: string;
    /** From its symbol; null where it stands right beside that. */
    line: { x1: number; y1: number; x2: number; y2: number } | null;
}

/** A posting: several places where it rotates. */
export interface DrawnTeam {
    posting: string;
    label: string;
    taskForce: string;
    force: string;
    at: string[];
    /** Where it rotates, how much of the time it is at each. */
    shares: string[];
    hours: string;
}

export interface DrawnDeployment {
    name: string;
    label: string;
    teams: DrawnTeam[];
}

export interface PlanMap {
    width: number;
    height: number;
    borders: { isNational: boolean; path: string }[];
    roads: string[];
    corridors: { label: string; words: string; share: number; path: string }[];
    places: { label: string; kind: string; x: number; y: number; words: DrawnLabel | null }[];
    checkpoints: {
        name: string;
        label: string;
        x: number;
        y: number;
        trueX: number;
        trueY: number;
        words: DrawnLabel | null;
    }[];
    deployments: DrawnDeployment[];
    reaches: Record<string, { checkpoint: string; miles: number; isWithin: boolean }[]>;
}

export interface MovedTeam {
    text: string;
    expected: ExpectedLine;
    hours: string;
    place: string;
}

export interface ExpectedLine {
    seized: string;
    share: string;
}

export interface RunRow {
    run: string;
    id: string;
    name: string | null;
    state: "finished" | "unfinished" | "damaged";
    date: string | null;
    scenario: string | null;
    title: string | null;
    overrides: string[];
    replications: number | null;
    replicationsAsked: number | null;
    answer: string | null;
    outOfDate: string | null;
}

export interface RunFacts {
    row: RunRow;
    title: string | null;
    documents: string[];
    /** The scenario's file in the folder; null where it is not there. */
    file: string | null;
}

/** The figures of a run, some of them of any of its deployments. */
export interface FigureChoices {
    figures: { name: string; number: number; shows: string; isAboutOne: boolean }[];
    deployments: { name: string; label: string }[];
    told: string;
    /** What the run is about. */
    measure: string;
    /** The measures that are shares, and shown as per cent. */
    shares: string[];
}

export interface ComparedRuns {
    measure: string;
    label: string;
    measures: { name: string; label: string }[];
    runs: { letter: string; run: string; id: string; name: string | null; about: string; answer: string }[];
    disagreements: string[];
    settings: { path: string; label: string; values: (string | null)[] }[];
    rows: ComparedDeployment[];
    notes: string[];
}

export interface ComparedDeployment {
    label: string;
    verdictsDiffer: boolean;
    values: {
        letter: string;
        value: string;
        verdict: string | null;
        difference: string | null;
        mayBeChance: boolean;
    }[];
}

export interface MeasureTable {
    name: string;
    label: string;
    meaning: string;
    unit: string;
    note: string;
    isWhole: boolean;
    rows: MeasureRow[];
}

export interface MeasureRow {
    label: string;
    isBaseline: boolean;
    value: string;
    number: number | null;
    difference: string | null;
    differenceNumber: number | null;
    verdict: string | null;
    hours: string;
    hoursNumber: number;
}

export interface AskedScenario {
    title: string;
    deployments: { name: string; label: string; isBaseline: boolean }[];
    uncertain: { path: string; label: string; written: string }[];
    /** The officer-hours of the deployment in force. */
    hours: string;
}

/** What a question came to, in short. */
export interface FindingRow {
    address: string;
    kind: "sensitivity" | "calibration" | "optimization";
    title: string;
    file: string;
    date: string;
    headline: string;
    outOfDate: string | null;
}

export interface Finding {
    row: FindingRow;
    asked: string | null;
    made: string | null;
    parts: ReportPart[];
    figures: { address: string; words: string }[];
    files: string[];
}

export type ReportPart =
    | { kind: "heading" | "paragraph"; words: string }
    | { kind: "command"; words: string }
    | { kind: "items"; words: string[] }
    | PartTable;

export interface PartTable {
    kind: "table";
    caption: string;
    columns: { head: string; isNumber: boolean }[];
    rows: { isBase: boolean; cells: string[] }[];
}

export type WorkKind = "run" | "sensitivity" | "calibration" | "optimization";

export type Phase = "waiting" | "reading" | "simulating" | "stopping" | "writing" | "completed" | "stopped" | "failed";

export interface RunNews {
    number: number;
    kind: WorkKind;
    file: string;
    title: string | null;
    phase: Phase;
    question: string | null;
    detail: string | null;
    done: number;
    asked: number;
    secondsLeft: number | null;
    run: string | null;
    soFar: LiveTable | null;
    ending: string | null;
    finding: string | null;
    isOver: boolean;
}

export interface LiveTable {
    measure: string;
    unit: string;
    tooSmall: number;
    rows: LiveRow[];
}

export interface LiveRow {
    label: string;
    value: string;
    words: string | null;
    difference: number | null;
    low: number | null;
    high: number | null;
}

export interface RunBoard {
    id: string;
    runs: RunNews[];
}
