// All runs, with a filter, of which some can be compared. Thousands are filtered at once; a hundred are shown, and
// more as one comes to the end of them.

import { address, get } from "../api";
import { h, put, say } from "../dom";
import type { RunRow } from "../facts";
import type { Page } from "../shell";
import { underWay } from "../stream";
import { count, day, whole } from "../words";

const AT_ONCE = 100;
const MOST_COMPARED = 20;

export function page(): Page {
    return { title: "Results", show };
}

async function show(until: AbortSignal): Promise<Node> {
    const { folder, runs } = await get<{ folder: string; runs: RunRow[] }>("/api/runs");
    const found = runs.map((row) => ({ row, text: textOf(row) }));
    const chosen = new Set<string>();
    const list = h("ul", { class: "rows" });
    const summary = h("p", { class: "meta", role: "status" });
    const more = h("button", { type: "button", on: { click: () => addMore() } }, "Show more");
    const filter = h("input", { id: "filter", type: "search", autocomplete: "off", on: { input: () => fill() } });
    const compare = h("a", { class: "button" });
    const advice = h("span", { class: "meta", role: "status" });
    let wanted = found;
    let shown = 0;
    addAtTheEnd(more, addMore, until);
    fill();
    sayChoice();
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
        runs.length > 1 && h("p", { class: "actions comparing" }, compare, advice),
        summary,
        list,
        more,
    );

    function fill(): void {
        const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
        wanted = found.filter((each) => words.every((word) => each.text.includes(word)));
        shown = 0;
        put(list);
        addMore();
        say(
            summary,
            runs.length === 0
                ? ""
                : words.length > 0
                  ? `${whole(wanted.length)} of ${count(runs.length, "run")}`
                  : count(runs.length, "run"),
        );
    }

    function addMore(): void {
        list.append(...wanted.slice(shown, shown + AT_ONCE).map((each) => line(each.row, choice(each.row))));
        shown = Math.min(shown + AT_ONCE, wanted.length);
        more.hidden = shown === wanted.length;
    }

    function choice(row: RunRow): Node | false {
        if (runs.length < 2 || !row.replications) {
            return false;
        }
        const box = h("input", {
            type: "checkbox",
            checked: chosen.has(row.run),
            "aria-label": `Compare ${row.name ?? row.id}`,
        });
        box.addEventListener("change", () => {
            box.checked ? chosen.add(row.run) : chosen.delete(row.run);
            sayChoice();
        });
        return box;
    }

    function sayChoice(): void {
        const isRight = chosen.size >= 2 && chosen.size <= MOST_COMPARED;
        say(compare, isRight ? `Compare ${chosen.size} runs` : "Compare");
        isRight ? compare.setAttribute("href", `#${address("compare", ...chosen)}`) : compare.removeAttribute("href");
        compare.setAttribute("aria-disabled", String(!isRight));
        say(
            advice,
            chosen.size === 0
                ? "Tick the runs to compare."
                : chosen.size === 1
                  ? "Tick another."
                  : isRight
                    ? ""
                    : `Up to ${MOST_COMPARED} runs can be compared at once; ${chosen.size} are ticked.`,
        );
    }
}

// Whoever scrolls needs no button.
function addAtTheEnd(end: HTMLElement, add: () => void, until: AbortSignal): void {
    const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && add());
    watch.observe(end);
    until.addEventListener("abort", () => watch.disconnect());
}

function textOf(row: RunRow): string {
    return [row.id, row.name, row.scenario, row.answer, stateOf(row), ...row.overrides].join(" ").toLowerCase();
}

function line(row: RunRow, choice: Node | false): HTMLElement {
    const isUnderWay = underWay().has(row.run);
    return h(
        "li",
        { class: row.outOfDate ? "old" : undefined },
        choice,
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
