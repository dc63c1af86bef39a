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

export interface ModelSummary {
    corridors: { flow: string; label: string; ofFlow: string; ofAll: string }[];
    deployments: { label: string; hours: string; cost: string | null }[];
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
    figures: { name: string; words: string }[];
}

export type Phase = "waiting" | "reading" | "simulating" | "stopping" | "writing" | "completed" | "stopped" | "failed";

export interface RunNews {
    number: number;
    file: string;
    title: string | null;
    phase: Phase;
    question: string | null;
    done: number;
    asked: number;
    secondsLeft: number | null;
    run: string | null;
    soFar: LiveTable | null;
    ending: string | null;
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
