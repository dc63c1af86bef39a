// Any figure of a run, of any deployment, with its numbers beside it.

import { address, fetchText, wordsOf } from "./api";
import { h, put, say } from "./dom";
import type { FigureChoices } from "./facts";

const MOST_ROWS = 500;
const DIGITS = 3;

/** Where a file of a figure is: "map" with an ending; of the deployment that the answer tells of where none is named. */
export function figureAddress(run: string, file: string, deployment: string | null): string {
    const path = address("runs", run, "figures", file);
    return deployment === null ? path : `${path}?${new URLSearchParams({ deployment })}`;
}

export function figureView(run: string, choices: FigureChoices): HTMLElement {
    const { figures, deployments, told } = choices;
    const choice = h(
        "select",
        { id: "shown-figure" },
        ...figures.map((each) => h("option", { value: each.name }, `${each.number}. ${each.shows}`)),
    );
    const whose = h(
        "select",
        { id: "figure-deployment" },
        ...deployments.map((each) => h("option", { value: each.name, selected: each.name === told }, each.label)),
    );
    const about = h("p", { class: "field" }, h("label", { for: whose.id }, "Of which deployment"), whose);
    const picture = h("img", { class: "figure" });
    const status = h("p", { class: "status", role: "status" });
    const csv = h("a", { download: true }, "Download all digits (CSV)");
    const numbers = h("div", {});
    const table = h("details", {}, h("summary", {}, "Its numbers"), h("p", {}, csv), numbers);
    const parts = { svg: "", csv: "", txt: "" };
    choice.addEventListener("change", () => void show());
    whose.addEventListener("change", () => void show());
    table.addEventListener("toggle", () => void fill());
    picture.addEventListener("load", () => say(status, ""));
    picture.addEventListener("error", () => say(status, "This figure can't be drawn."));
    void show();
    return h(
        "section",
        { "aria-labelledby": "figures", class: "figures" },
        h("h2", { id: "figures" }, "Figures"),
        h("p", { class: "field" }, h("label", { for: choice.id }, "Figure"), choice),
        about,
        status,
        h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "The figure" }, picture),
        table,
    );

    async function show(): Promise<void> {
        const figure = figures.find((each) => each.name === choice.value)!;
        about.hidden = !figure.isAboutOne;
        const deployment = figure.isAboutOne ? whose.value : null;
        for (const ending of ["svg", "csv", "txt"] as const) {
            parts[ending] = figureAddress(run, `${figure.name}.${ending}`, deployment);
        }
        say(status, "Drawing it …");
        picture.setAttribute("alt", figure.shows);
        picture.setAttribute("src", parts.svg);
        csv.setAttribute("href", parts.csv);
        csv.setAttribute("download", `${run.replace("/", "-")}-${figure.name}.csv`);
        put(numbers);
        void fill();
        await tell(parts.txt);
    }

    // The picture in words, for whoever can't see it.
    async function tell(path: string): Promise<void> {
        try {
            const words = await fetchText(path);
            path === parts.txt && picture.setAttribute("alt", words);
        } catch {
            // What it shows stands there.
        }
    }

    async function fill(): Promise<void> {
        if (!table.open || numbers.childElementCount > 0) {
            return;
        }
        const path = parts.csv;
        try {
            const rows = rowsOf(await fetchText(path));
            path === parts.csv && put(numbers, ...tableOf(rows, choices));
        } catch (error) {
            put(numbers, h("p", { class: "error" }, wordsOf(error)));
        }
    }
}

function tableOf(all: string[][], choices: FigureChoices): Node[] {
    const [heads = [], ...rows] = withoutNames(all);
    const isNumbers = heads.map((_, i) => rows.every((row) => row[i] === "" || Number.isFinite(Number(row[i]))));
    const labels = new Map(choices.deployments.map((each) => [each.name, each.label]));
    return [
        h(
            "div",
            { class: "wide tall", tabindex: 0, role: "region", "aria-label": "The figure's numbers" },
            h(
                "table",
                {},
                h(
                    "thead",
                    {},
                    h("tr", {}, ...heads.map((head, i) => h("th", { scope: "col", class: style(i) }, headOf(head)))),
                ),
                h(
                    "tbody",
                    {},
                    ...rows
                        .slice(0, MOST_ROWS)
                        .map((row) => h("tr", {}, ...row.map((_, i) => cellOf(row, i)))),
                ),
            ),
        ),
        ...(rows.length > MOST_ROWS
            ? [h("p", { class: "meta" }, `The first ${MOST_ROWS} of ${rows.length} rows; the file has all.`)]
            : []),
    ];

    function cellOf(row: string[], column: number): HTMLElement {
        const cell = row[column]!;
        return h(
            "td",
            { class: style(column) },
            isNumbers[column] ? short(cell, unitOf(row, heads, column, choices)) : spoken(cell, heads[column]!, labels),
        );
    }

    function style(column: number): string | null {
        return isNumbers[column] ? "n" : null;
    }
}

// A deployment is known by its label; scripts know it by its name.
function withoutNames(rows: string[][]): string[][] {
    const [heads = []] = rows;
    const name = heads.indexOf("deployment");
    return name < 0 || heads[name + 1] !== "label"
        ? rows
        : rows.map((row, i) => row.map((cell, at) => (i === 0 && at === name + 1 ? "deployment" : cell)).toSpliced(name, 1));
}

function spoken(cell: string, head: string, labels: Map<string, string>): string {
    return head === "measure" ? headOf(cell) : ["deployment", "beats", "against"].includes(head) ? (labels.get(cell) ?? cell) : cell;
}

const SHARES = ["better_in", "better_in_low", "better_in_high", "share_of_replications"];
const VALUES = ["mean", "low", "high", "value", "baseline", "deployment"];
const DIFFERENCES = ["difference", "naive_difference", "difference_if_nobody_adapted", "regret"];

// What a figure shows as per cent is a share in its file, for scripts.
function unitOf(row: string[], heads: string[], column: number, { measure, shares }: FigureChoices): "" | "%" | " points" {
    const head = heads[column]!;
    if (SHARES.includes(head) || shares.includes(head)) {
        return "%";
    }
    const what = row[heads.indexOf("what")] ?? "";
    const told =
        row[heads.indexOf("measure")] ??
        (shares.includes(what) ? what : (heads.find((each) => shares.includes(each)) ?? measure));
    const isDifference =
        DIFFERENCES.includes(head) || DIFFERENCES.includes(what) || (heads.includes("difference") && ["low", "high"].includes(head));
    return !shares.includes(told) || !(isDifference || VALUES.includes(head)) ? "" : isDifference ? " points" : "%";
}

// "Smallest that matters" of smallest_that_matters.
function headOf(name: string): string {
    const words = name.replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
}

const rounded = new Intl.NumberFormat("en-US", { maximumSignificantDigits: DIGITS });
const wholes = new Intl.NumberFormat("en-US");

// The file has every digit, for scripts.
function short(cell: string, unit: "" | "%" | " points"): string {
    if (cell === "") {
        return "";
    }
    const number = Number(cell) * (unit === "" ? 1 : 100);
    return (Number.isInteger(number) ? wholes.format(number) : rounded.format(number)) + unit;
}

/** The rows of a CSV text; cells in quotes may hold commas, line breaks and doubled quotes. */
export function rowsOf(csv: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
        row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
        if (end !== ",") {
            rows.push(row);
            row = [];
        }
        if (end === "") {
            break;
        }
    }
    return rows.filter((each) => each.length > 1 || each[0] !== "");
}
