// All runs and answers, with a filter; runs can be compared. Thousands are filtered at once; forty are shown, and
// more as one comes to the end of them.

import { address, get } from "../api";
import { h, put, say } from "../dom";
import type { FindingRow, RunRow } from "../facts";
import type { Page } from "../shell";
import { underWay } from "../stream";
import { count, day, QUESTIONS, whole } from "../words";

const AT_ONCE = 40;
const MOST_COMPARED = 20;

export function page(): Page {
    return { title: "Results", show };
}

async function show(until: AbortSignal): Promise<Node> {
    const [{ folder, runs }, findings] = await Promise.all([
        get<{ folder: string; runs: RunRow[] }>("/api/runs"),
        get<FindingRow[]>("/api/findings"),
    ]);
    const found = merged(runs, findings);
    const chosen = new Set<string>();
    const list = h("ul", { class: "rows" });
    const summary = h("p", { class: "meta", role: "status" });
    const more = h("button", { type: "button", on: { click: () => addMore() } }, "Show more");
    const filter = h("input", { id: "filter", type: "search", autocomplete: "off", on: { input: () => fill() } });
    const compare = h("a", { class: "button" });
    const advice = h("span", { class: "meta", role: "status" });
    const all = [runs.length > 0 && count(runs.length, "run"), findings.length > 0 && count(findings.length, "answer")]
        .filter(Boolean)
        .join(" and ");
    const isMixed = runs.length > 0 && findings.length > 0;
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
            found.length > 0
                ? "Runs, and answers to what was asked beyond them, in "
                : "There are no runs yet in ",
            h("code", {}, folder),
            ".",
        ),
        found.length > 0 && h("p", { class: "filter" }, h("label", { for: "filter" }, "Show those with"), filter),
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
            words.length === 0
                ? all
                : `${whole(wanted.length)} of ${isMixed ? whole(found.length) : all} ${isMixed ? "runs and answers" : ""}`.trim(),
        );
    }

    function addMore(): void {
        list.append(
            ...wanted
                .slice(shown, shown + AT_ONCE)
                .map((each) => ("finding" in each ? answerLine(each.finding) : line(each.row, choice(each.row)))),
        );
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

type Entry = { text: string } & ({ row: RunRow } | { finding: FindingRow });

// Both are sorted, the latest first.
function merged(runs: RunRow[], findings: FindingRow[]): Entry[] {
    const left = findings.map((finding): Entry & { finding: FindingRow } => ({ finding, text: wordsIn(finding) }));
    const entries = runs.flatMap((row): Entry[] => {
        const later = left.findIndex((each) => row.date !== null && each.finding.date <= row.date);
        return [...left.splice(0, later < 0 ? left.length : later), { row, text: textOf(row) }];
    });
    return [...entries, ...left];
}

// Whoever scrolls needs no button.
function addAtTheEnd(end: HTMLElement, add: () => void, until: AbortSignal): void {
    const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && add());
    watch.observe(end);
    until.addEventListener("abort", () => watch.disconnect());
}

function textOf(row: RunRow): string {
    const old = row.outOfDate && "out of date";
    return [row.id, row.name, row.title, row.scenario, row.answer, stateOf(row), old, ...row.overrides]
        .join(" ")
        .toLowerCase();
}

function wordsIn(finding: FindingRow): string {
    const old = finding.outOfDate && "out of date";
    return [QUESTIONS[finding.kind], finding.headline, finding.title, finding.file, old].join(" ").toLowerCase();
}

function answerLine(finding: FindingRow): HTMLElement {
    return h(
        "li",
        { class: finding.outOfDate ? "old" : undefined },
        h("a", { href: `#${address("answers", finding.address)}` }, finding.headline),
        h("p", { class: "meta" }, placesOf(QUESTIONS[finding.kind], finding.title, finding.file, day(finding.date))),
        finding.outOfDate && h("p", { class: "why" }, `Out of date: ${finding.outOfDate}.`),
    );
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
            ` · ${placesOf(row.title, row.scenario?.split(/[\\/]/).at(-1) ?? null, ...row.overrides, row.date && day(row.date), row.id)}`,
        ),
        row.outOfDate && h("p", { class: "why" }, `Out of date: ${row.outOfDate}.`),
    );
}

// A scenario without a title is called as its file is: once.
function placesOf(...words: (string | null)[]): string {
    return [...new Set(words.filter(Boolean))].join(" · ");
}

function titleOf(row: RunRow): string {
    return row.state === "damaged"
        ? "Its manifest can't be read"
        : ((row.state === "finished" ? row.answer : null) ?? "No answer yet");
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
