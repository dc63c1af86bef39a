// All runs, with a filter. Thousands are filtered at once; a hundred are shown until more are asked for.

import { address, get } from "../api";
import { h, put, say } from "../dom";
import type { RunRow } from "../facts";
import type { Page } from "../shell";
import { underWay } from "../stream";
import { count, day, whole } from "../words";

const AT_FIRST = 100;

export function page(): Page {
    return { title: "Results", show };
}

async function show(): Promise<Node> {
    const { folder, runs } = await get<{ folder: string; runs: RunRow[] }>("/api/runs");
    const found = runs.map((row) => ({ row, text: textOf(row) }));
    const list = h("ul", { class: "rows" });
    const summary = h("p", { class: "meta", role: "status" });
    const more = h("button", { type: "button", on: { click: () => fill(Infinity) } });
    const filter = h("input", {
        id: "filter",
        type: "search",
        autocomplete: "off",
        on: { input: () => fill(AT_FIRST) },
    });
    fill(AT_FIRST);
    return h(
        "div",
        {},
        h("h1", {}, "Results"),
        h(
            "p",
            { class: "lead" },
            runs.length > 0 ? "Runs in " : "There are no runs yet in ",
            h("code", {}, folder),
            ".",
        ),
        runs.length > 0 && h("p", { class: "filter" }, h("label", { for: "filter" }, "Show those with"), filter),
        summary,
        list,
        more,
    );

    function fill(most: number): void {
        const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
        const wanted = found.filter((each) => words.every((word) => each.text.includes(word)));
        put(list, ...wanted.slice(0, most).map((each) => line(each.row)));
        say(
            summary,
            runs.length === 0
                ? ""
                : words.length > 0
                  ? `${whole(wanted.length)} of ${count(runs.length, "run")}`
                  : count(runs.length, "run"),
        );
        more.hidden = wanted.length <= most;
        say(more, `Show all ${whole(wanted.length)}`);
    }
}

function textOf(row: RunRow): string {
    return [row.id, row.name, row.scenario, row.answer, stateOf(row), ...row.overrides].join(" ").toLowerCase();
}

function line(row: RunRow): HTMLElement {
    const isUnderWay = underWay().has(row.run);
    return h(
        "li",
        { class: row.outOfDate ? "old" : undefined },
        h("a", { href: isUnderWay ? "#/runs" : `#${address("results", row.run)}` }, titleOf(row)),
        h(
            "p",
            { class: "meta" },
            row.name && h("strong", {}, row.name, " · "),
            isUnderWay ? "under way" : h("span", { class: `state ${row.state}` }, stateOf(row)),
            ` · ${[row.scenario, ...row.overrides, row.date && day(row.date), row.id].filter(Boolean).join(" · ")}`,
        ),
        row.outOfDate && h("p", { class: "why" }, `Out of date: ${row.outOfDate}.`),
    );
}

function titleOf(row: RunRow): string {
    return row.answer ?? (row.state === "damaged" ? "Its manifest can't be read" : "No answer yet");
}

/** "finished, 100 replications", "unfinished, 40 of 100 replications". */
export function stateOf(row: RunRow): string {
    if (row.replications === null || row.replicationsAsked === null) {
        return row.state;
    }
    return row.state === "unfinished"
        ? `unfinished, ${whole(row.replications)} of ${count(row.replicationsAsked, "replication")}`
        : `${row.state}, ${count(row.replications, "replication")}`;
}
