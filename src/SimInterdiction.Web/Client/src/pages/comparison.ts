// Runs side by side: what differs in settings, winners, verdicts and numbers.

import { address, get } from "../api";
import { h, put } from "../dom";
import type { ComparedDeployment, ComparedRuns } from "../facts";
import type { Page } from "../shell";
import { rangeOf } from "../words";

export function page(runs: string[]): Page {
    return { title: "Compare", show: () => show(runs) };
}

async function show(runs: string[]): Promise<Node> {
    const found = h("div", {});
    put(found, compared(await ask(runs, null), choose));
    return h("div", {}, h("p", { class: "back" }, h("a", { href: "#/results" }, "All results")), found);

    async function choose(measure: string): Promise<void> {
        put(found, compared(await ask(runs, measure), choose));
        found.querySelector("select")?.focus();
    }
}

function ask(runs: string[], measure: string | null): Promise<ComparedRuns> {
    const asked = new URLSearchParams(runs.map((run) => ["run", run]));
    if (measure) {
        asked.set("measure", measure);
    }
    return get(`/api/comparison?${asked}`);
}

function compared(table: ComparedRuns, choose: (measure: string) => Promise<void>): HTMLElement {
    return h(
        "div",
        {},
        h("h1", {}, `${table.runs.length} runs compared`),
        h("ul", { class: "rows" }, ...table.runs.map(runLine)),
        h("h2", {}, "Winners and verdicts"),
        table.disagreements.length > 0
            ? h("ul", { class: "findings" }, ...table.disagreements.map((each) => h("li", {}, each)))
            : h("p", {}, "Winners and verdicts are the same in all runs."),
        h("h2", {}, "Settings that differ"),
        table.settings.length > 0 ? settings(table) : h("p", {}, "No setting differs."),
        h("h2", {}, table.label),
        measures(table, choose),
        table.rows.length > 0 && deployments(table),
        ...table.notes.map((note) => h("p", { class: "meta" }, note)),
    );
}

function runLine(run: ComparedRuns["runs"][number]): HTMLElement {
    return h(
        "li",
        {},
        h("strong", {}, run.letter, " "),
        h("a", { href: `#${address("results", run.run)}` }, run.answer),
        h("p", { class: "meta" }, [run.name, run.about, run.id].filter(Boolean).join(" · ")),
    );
}

function measures(table: ComparedRuns, choose: (measure: string) => Promise<void>): HTMLElement {
    const select = h(
        "select",
        { id: "measure" },
        ...table.measures.map((each) =>
            h("option", { value: each.name, selected: each.name === table.measure }, each.label),
        ),
    );
    select.addEventListener("change", () => void choose(select.value));
    return h("p", { class: "filter" }, h("label", { for: "measure" }, "Compare by"), select);
}

function settings(table: ComparedRuns): HTMLElement {
    return wide(
        "Settings that differ",
        h("tr", {}, head("Setting"), ...table.runs.map((run) => head(run.letter))),
        h(
            "tbody",
            {},
            ...table.settings.map((setting) =>
                h(
                    "tr",
                    {},
                    h("th", { scope: "row", title: setting.path }, setting.label),
                    ...setting.values.map((value) => h("td", {}, value === null ? "not there" : worded(value))),
                ),
            ),
        ),
    );
}

// What a file writes in signs is said in words, and the sum of a file's bytes says nothing to a reader.
function worded(value: string): string {
    const uncertain = /^\{ uncertain: (\[[^[\]{}]*\]) \}$/.exec(value);
    return uncertain
        ? `uncertain, ${rangeOf(uncertain[1]!)}`
        : value.replace(/( of SHA-256)? \b[0-9a-f]{64}\b/g, "");
}

function deployments(table: ComparedRuns): HTMLElement {
    return wide(
        `${table.label} by deployment and run`,
        h(
            "tr",
            {},
            head("Deployment"),
            head("Run"),
            head(table.label, "n"),
            hasVerdicts(table) && head("Verdict in its run"),
            head(`Difference from ${table.runs[0]!.letter}`, "n"),
        ),
        ...table.rows.map((row) => deployment(row, hasVerdicts(table))),
    );
}

// Verdicts are of the measure that a run is about.
function hasVerdicts(table: ComparedRuns): boolean {
    return table.rows.some((row) => row.values.some((value) => value.verdict !== null));
}

function deployment(row: ComparedDeployment, withVerdicts: boolean): HTMLElement {
    return h(
        "tbody",
        {},
        ...row.values.map((value, i) =>
            h(
                "tr",
                {},
                i === 0 && h("th", { scope: "rowgroup", rowspan: row.values.length }, row.label),
                h("td", {}, value.letter),
                h("td", { class: "n" }, value.value),
                withVerdicts && h("td", { class: row.verdictsDiffer ? "differs" : null }, value.verdict ?? ""),
                h(
                    "td",
                    { class: "n" },
                    value.difference ?? "",
                    value.mayBeChance && h("span", { class: "why" }, ", perhaps chance"),
                ),
            ),
        ),
    );
}

function head(words: string, style: string | null = null): HTMLElement {
    return h("th", { scope: "col", class: style }, words);
}

function wide(label: string, heads: HTMLElement, ...bodies: HTMLElement[]): HTMLElement {
    return h(
        "div",
        { class: "wide", tabindex: 0, role: "region", "aria-label": label },
        h("table", {}, h("thead", {}, heads), ...bodies),
    );
}
