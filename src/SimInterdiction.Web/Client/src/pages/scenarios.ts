// The scenario files: what each asks, and its last answer.

import { address, get, post, wordsOf } from "../api";
import { h, put, say } from "../dom";
import type { RunRow, ScenarioFacts, ScenarioList } from "../facts";
import type { Page } from "../shell";
import { count, whole, wholeIn } from "../words";
import { discard, isUnsaved } from "./editor";

export function page(): Page {
    return { title: "Scenarios", show };
}

async function show(until: AbortSignal): Promise<Node> {
    const [list, templates] = await Promise.all([
        get<ScenarioList>("/api/scenarios"),
        get<string[]>("/api/templates"),
    ]);
    const names = list.files.map((each) => each.file);
    const cards = list.files.map((each) => card(each.file, each.last, names));
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
        beginning(templates, names),
        h("ul", { class: "cards" }, ...cards.map((each) => each.element)),
    );
}

// A small scenario to start from, under a name of one's own.
function beginning(templates: string[], names: string[]): HTMLElement {
    const template = h(
        "select",
        { id: "template", on: { change: () => (name.value = freeName(template.value, names)) } },
        ...templates.map((each) => h("option", { value: each }, each)),
    );
    const name = nameField("new-name", freeName(template.value, names));
    return h(
        "details",
        { class: "new", open: names.length === 0 },
        h("summary", { class: "button" }, "A new scenario"),
        naming(
            [h("label", { for: template.id }, "Begin with"), template, h("label", { for: name.id }, "File"), name],
            "Make it",
            async () => open(await post<{ file: string }>("/api/scenarios", { name: name.value, template: template.value })),
        ),
    );
}

function open(made: { file: string } | undefined): void {
    location.hash = `#${address("edit", made!.file)}`;
}

function nameField(id: string, value: string): HTMLInputElement {
    return h("input", { id, value, required: true, autocomplete: "off", spellcheck: "false" });
}

function freeName(stem: string, names: string[]): string {
    for (let n = 1; ; n++) {
        const name = n === 1 ? `${stem}.yaml` : `${stem}-${n}.yaml`;
        if (!names.includes(name)) {
            return name;
        }
    }
}

// Asks for a name, and says what is wrong with it.
function naming(fields: HTMLElement[], action: string, make: () => Promise<void>): HTMLFormElement {
    const status = h("p", { class: "error", role: "alert" });
    const form = h(
        "form",
        { class: "naming" },
        h("p", { class: "actions" }, ...fields, h("button", { type: "submit", class: "primary" }, action)),
        status,
    );
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        say(status, "");
        try {
            await make();
        } catch (error) {
            say(status, wordsOf(error));
        }
    });
    return form;
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

function card(file: string, last: RunRow | null, names: string[]): Card {
    const title = h("h2", {}, file);
    const question = h("p", { class: "question" });
    const about = h("p", { class: "meta" }, "Reading it …");
    const fewer = h("p", { class: "why" });
    // A field for numbers alone would keep letters to itself, and be as one that is empty.
    const replications = h("input", {
        inputmode: "numeric",
        autocomplete: "off",
        class: "few",
        "aria-label": `Replications of ${file}`,
    });
    replications.addEventListener("keydown", (event) => event.key === "Enter" && start.click());
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
        { class: "button", href: `#${address("ask", file)}`, "aria-label": `Ask more about ${file}` },
        "Ask more",
    );
    const unsaved = h("p", { class: "unsaved" });
    if (isUnsaved(file)) {
        const give = h("button", { type: "button", "aria-label": `Discard the unsaved changes of ${file}` }, "Discard");
        give.addEventListener("click", () => {
            discard(file);
            put(unsaved);
        });
        put(unsaved, h("strong", {}, "Unsaved changes"), " are kept in the editor until this page is closed. ", give);
    }
    const element = h(
        "li",
        { class: "card" },
        title,
        unsaved,
        question,
        about,
        answer(last),
        fewer,
        problems,
        h("p", { class: "actions" }, start, h("label", {}, replications, " replications"), edit, ask),
        status,
    );
    element.append(more(file, names, element));
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

// What is done with a file more rarely.
function more(file: string, names: string[], element: HTMLElement): HTMLElement {
    const stem = file.replace(/\.ya?ml$/i, "");
    const name = nameField(`copy-of-${file}`, freeName(`${stem}-copy`, names));
    const status = h("p", { class: "error", role: "alert" });
    const drop = h("button", { type: "button", "aria-label": `Delete ${file}` }, "Delete");
    drop.addEventListener("click", async () => {
        if (!drop.classList.contains("sure")) {
            drop.classList.add("sure");
            drop.removeAttribute("aria-label");
            say(drop, `Really delete ${file}?`);
            return;
        }
        try {
            const { kept } = (await post<{ kept: string }>(`${address("api", "scenarios", file)}/delete`, {}))!;
            discard(file);
            put(
                element,
                h("p", { role: "status" }, `${file} is deleted; it is kept as `, h("code", {}, kept), " in the same folder."),
            );
        } catch (error) {
            say(status, wordsOf(error));
        }
    });
    return h(
        "details",
        { class: "more" },
        h("summary", { "aria-label": `Copy or delete ${file}` }, "Copy or delete"),
        naming([h("label", { for: name.id }, "Copy as"), name], "Make a copy", async () =>
            open(await post<{ file: string }>("/api/scenarios", { name: name.value, copyOf: file })),
        ),
        h("p", { class: "actions" }, drop),
        status,
    );
}

function answer(last: RunRow | null): HTMLElement {
    if (!last) {
        return h("p", { class: "none" }, "Never run.");
    }
    const words =
        last.state === "unfinished" ? "Stopped before there was an answer" : (last.answer ?? "No answer is kept");
    return h(
        "p",
        { class: last.outOfDate ? "answer old" : "answer" },
        h("a", { href: `#${address("results", last.run)}` }, words),
        last.outOfDate && h("span", { class: "why" }, ` Out of date: ${last.outOfDate}.`),
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
            replications: wholeIn(replications, "Replications", 1, 1_000_000),
        });
        location.hash = "#/runs";
    } catch (error) {
        say(status, wordsOf(error));
        button.disabled = false;
    }
}
