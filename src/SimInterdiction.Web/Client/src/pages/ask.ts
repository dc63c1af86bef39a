// Questions beyond a run: what could flip the answer, which deployment is best, what fits given figures.

import { address, get, Mistakes, post, wordsOf } from "../api";
import { h, put } from "../dom";
import type { AskedScenario } from "../facts";
import type { Page } from "../shell";
import { rangeOf, wholeIn } from "../words";

const METHODS = [
    { value: "tornado", words: "Which single input flips it, and where" },
    { value: "verdicts", words: "Every deployment under every assumption" },
    { value: "map", words: "Two inputs together, on a map" },
    { value: "discover", words: "In which region of all inputs it is not worth it" },
    { value: "morris", words: "All inputs together, screened (Morris)" },
    { value: "sobol", words: "All inputs together, shares of the variance (Sobol)" },
];

export function page(file: string): Page {
    return { title: `Ask about ${file}`, show: () => show(file) };
}

async function show(file: string): Promise<Node> {
    const asked = await get<AskedScenario>(address("api", "questions", file));
    return h(
        "div",
        { class: "ask" },
        h("p", { class: "back" }, h("a", { href: "#/" }, "All scenarios")),
        h("h1", {}, `Ask about ${asked.title}`),
        h("p", { class: "lead" }, "Answers are worked out one after the other, as runs are, and can be stopped."),
        sensitivity(file, asked),
        optimization(file, asked),
        calibration(file, asked),
    );
}

function sensitivity(file: string, asked: AskedScenario): HTMLElement {
    const method = h(
        "select",
        { id: "method" },
        ...METHODS.map((each) => h("option", { value: each.value }, each.words)),
    );
    const deployment = h(
        "select",
        { id: "deployment" },
        h("option", { value: "" }, "The one that the answer tells of"),
        ...asked.deployments
            .filter((each) => !each.isBaseline)
            .map((each) => h("option", { value: each.name }, each.label)),
    );
    return form(
        "What could flip the answer?",
        asked.uncertain.length > 0
            ? "Each number that nobody knows is varied between its lowest and its highest."
            : "The scenario marks no number as one that nobody knows, such as finds: { uncertain: [40%, 50%, 60%] }.",
        [field("Look for", method), field("Of which deployment", deployment)],
        "Look for it",
        () =>
            post("/api/questions/sensitivity", {
                file,
                method: method.value,
                deployment: deployment.value || null,
            }),
    );
}

function optimization(file: string, asked: AskedScenario): HTMLElement {
    const budget = h("input", { id: "budget", placeholder: `${asked.hours} officer-hours`, autocomplete: "off" });
    const seconds = h("input", { id: "seconds", inputmode: "numeric", autocomplete: "off", value: 60 });
    const random = h("input", { id: "random", type: "checkbox" });
    const robust = h("input", { id: "robust", type: "checkbox" });
    return form(
        "Which deployment is best?",
        "The deployment that theory expects to seize most within a budget, with proof; simulated beside the one in force. " +
            "Without a budget it takes no more officer-hours than that one.",
        [
            field("Budget", budget),
            field("Seconds to search", seconds),
            choice("Also plans of which one is drawn each day, by chance", random),
            ...(asked.uncertain.length > 0
                ? [choice("Also which one loses least, should uncertain numbers be otherwise", robust)]
                : []),
        ],
        "Search",
        async () =>
            post("/api/questions/optimization", {
                file,
                budget: budget.value,
                seconds: wholeIn(seconds, "Seconds", 1, 86_400),
                random: random.checked || null,
                robust: robust.checked || null,
            }),
    );
}

function calibration(file: string, asked: AskedScenario): HTMLElement {
    const chosen = asked.uncertain.map((each, i) => ({
        path: each.path,
        box: h("input", { id: `fit-${i}`, type: "checkbox" }),
        words: `${each.label} (${rangeOf(each.written)})`,
    }));
    const baseline = asked.deployments.find((each) => each.isBaseline)?.name ?? "today";
    const fits = h("textarea", { id: "fits", rows: 3, spellcheck: "false", placeholder: "team_types.team.stops between 2% and 12%" });
    const figures = h("textarea", {
        id: "figures",
        rows: 3,
        spellcheck: "false",
        placeholder: `firearms_seized of ${baseline} = 2000 +- 50`,
    });
    return form(
        "Which numbers fit given figures?",
        "Numbers that nobody knows are fitted, so that measures come to figures that somebody does know.",
        [
            ...chosen.map((each) => choice(each.words, each.box)),
            field(chosen.length > 0 ? "Other numbers to fit" : "Numbers to fit", fits),
            field("Figures to fit them to", figures),
        ],
        "Fit",
        () =>
            post("/api/questions/calibration", {
                file,
                fits: [...chosen.filter((each) => each.box.checked).map((each) => each.path), ...fits.value.split("\n")],
                figures: figures.value.split("\n"),
            }),
        h(
            "p",
            { class: "meta" },
            "One a line. Of a number that the scenario does not mark as uncertain, say between what and what it may be.",
        ),
    );
}

function form(
    title: string,
    about: string,
    fields: HTMLElement[],
    action: string,
    ask: () => Promise<unknown>,
    more: HTMLElement | false = false,
): HTMLElement {
    const status = h("div", { class: "error", role: "alert" });
    const button = h("button", { type: "submit", class: "primary" }, action);
    const element = h("form", { class: "card" }, h("h2", {}, title), h("p", {}, about), ...fields, more);
    element.append(h("p", { class: "actions" }, button), status);
    element.addEventListener("submit", async (event) => {
        event.preventDefault();
        button.disabled = true;
        put(status);
        try {
            await ask();
            location.hash = "#/runs";
        } catch (error) {
            put(status, ...sentencesOf(error).map((words) => h("p", {}, words)));
        }
        button.disabled = false;
    });
    return element;
}

// "30% to 60%, best guess 45%" of [30%, 45%, 60%].
function sentencesOf(error: unknown): string[] {
    return error instanceof Mistakes ? error.sentences : [wordsOf(error)];
}

function choice(label: string, input: HTMLInputElement): HTMLElement {
    return h("p", { class: "field choice" }, h("label", {}, input, ` ${label}`));
}

function field(label: string, input: HTMLElement): HTMLElement {
    return h("p", { class: "field" }, h("label", { for: input.id }, label), input);
}
