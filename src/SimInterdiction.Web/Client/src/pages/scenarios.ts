// The scenario files: what each asks, and its last answer.

import { address, get, post, wordsOf } from "../api";
import { h, put, say } from "../dom";
import type { RunRow, ScenarioFacts, ScenarioList } from "../facts";
import type { Page } from "../shell";
import { count, whole } from "../words";

export function page(): Page {
    return { title: "Scenarios", show };
}

async function show(until: AbortSignal): Promise<Node> {
    const list = await get<ScenarioList>("/api/scenarios");
    const cards = list.files.map((each) => card(each.file, each.last));
    void describe(cards, until);
    return h(
        "div",
        {},
        h("h1", {}, "Scenarios"),
        h(
            "p",
            { class: "lead" },
            cards.length > 0 ? `${count(cards.length, "file")} in ` : "There are no scenario files in ",
            h("code", {}, list.folder),
            ".",
        ),
        h("ul", { class: "cards" }, ...cards.map((each) => each.element)),
        await beginnings(),
    );
}

// Small scenarios to start from.
async function beginnings(): Promise<Node> {
    const templates = await get<string[]>("/api/templates");
    const status = h("p", { class: "status", role: "status" });
    return h(
        "section",
        { class: "new" },
        h("h2", {}, "A new scenario"),
        h("p", {}, "Begin with a small one, and change it:"),
        h(
            "p",
            { class: "actions" },
            ...templates.map((each) =>
                h("button", { type: "button", on: { click: () => void make(each, status) } }, each),
            ),
        ),
        status,
    );
}

async function make(template: string, status: HTMLElement): Promise<void> {
    try {
        const made = await post<{ file: string }>(address("api", "templates", template), {});
        location.hash = `#${address("edit", made!.file)}`;
    } catch (error) {
        say(status, wordsOf(error));
    }
}

interface Card {
    file: string;
    element: HTMLElement;
    tell(facts: ScenarioFacts): void;
    fail(words: string): void;
}

// One after the other: reading a large file takes some tenths of a second.
async function describe(cards: Card[], until: AbortSignal): Promise<void> {
    for (const each of cards) {
        if (until.aborted) {
            return;
        }
        try {
            each.tell(await get<ScenarioFacts>(address("api", "scenarios", each.file)));
        } catch (error) {
            each.fail(wordsOf(error));
        }
    }
}

function card(file: string, last: RunRow | null): Card {
    const title = h("h2", {}, file);
    const question = h("p", { class: "question" });
    const about = h("p", { class: "meta" }, "Reading it …");
    const fewer = h("p", { class: "why" });
    const replications = h("input", {
        type: "number",
        min: 1,
        max: 1_000_000,
        class: "few",
        "aria-label": `Replications of ${file}`,
    });
    const problems = h("div");
    const status = h("p", { class: "status", role: "status" });
    const start = h(
        "button",
        {
            type: "button",
            class: "primary",
            disabled: true,
            on: { click: () => void run(file, replications, start, status) },
        },
        "Run",
    );
    start.setAttribute("aria-label", `Run ${file}`);
    const edit = h("a", { class: "button", href: `#${address("edit", file)}`, "aria-label": `Edit ${file}` }, "Edit");
    const ask = h(
        "a",
        { class: "button", href: `#${address("ask", file)}`, "aria-label": `Ask about ${file}` },
        "Ask more",
    );
    const element = h(
        "li",
        { class: "card" },
        title,
        question,
        about,
        answer(last),
        fewer,
        problems,
        h("p", { class: "actions" }, start, h("label", {}, replications, " replications"), edit, ask),
        status,
    );
    return {
        file,
        element,
        tell(facts) {
            say(title, facts.title ?? file);
            say(question, facts.question ?? "");
            put(about, facts.title && h("code", {}, file), facts.title && facts.about && " · ", facts.about);
            put(problems, mistakes(facts));
            start.disabled = facts.errors > 0;
            replications.placeholder = String(facts.replications ?? "");
            say(fewer, tooFew(last, facts) ?? "");
        },
        fail(words) {
            put(about);
            put(problems, h("p", { class: "error" }, words));
        },
    };
}

function answer(last: RunRow | null): HTMLElement {
    if (!last) {
        return h("p", { class: "none" }, "Never run.");
    }
    const words =
        last.answer ?? (last.state === "unfinished" ? "Stopped before there was an answer" : "No answer is kept");
    return h(
        "p",
        { class: last.outOfDate ? "answer old" : "answer" },
        h("a", { href: `#${address("results", last.run)}` }, words),
        last.outOfDate && h("span", { class: "why" }, ` Out of date: ${last.outOfDate}.`),
        !last.outOfDate && last.state === "unfinished" && h("span", { class: "why" }, " Unfinished."),
    );
}

// An answer of fewer replications than the file asks for is less sure than its writer wants.
function tooFew(last: RunRow | null, facts: ScenarioFacts): string | null {
    return last?.replications && facts.replications && last.replications < facts.replications
        ? `From ${count(last.replications, "replication")}; the file asks for ${whole(facts.replications)}.`
        : null;
}

function mistakes(facts: ScenarioFacts): Node | null {
    if (facts.problems.length === 0) {
        return null;
    }
    const warnings = facts.problems.filter((problem) => !problem.isError).length;
    const summary = [facts.errors > 0 && count(facts.errors, "mistake"), warnings > 0 && count(warnings, "warning")]
        .filter(Boolean)
        .join(", ");
    return h(
        "details",
        { class: facts.errors > 0 ? "problems error" : "problems" },
        h("summary", {}, summary),
        h(
            "ul",
            {},
            ...facts.problems.map((problem) =>
                h(
                    "li",
                    {},
                    h("span", { class: "place" }, problem.place),
                    `: ${problem.message}.`,
                    problem.hint && ` Hint: ${problem.hint}`,
                    problem.allowed && ` Allowed: ${problem.allowed}.`,
                ),
            ),
        ),
    );
}

async function run(
    file: string,
    replications: HTMLInputElement,
    button: HTMLButtonElement,
    status: HTMLElement,
): Promise<void> {
    button.disabled = true;
    try {
        await post("/api/queue", {
            file,
            replications: replications.value ? Math.round(Number(replications.value)) : null,
        });
        location.hash = "#/runs";
    } catch (error) {
        say(status, wordsOf(error));
        button.disabled = false;
    }
}
