// The frame around all pages: which page is shown, and what keeps it from working.

import { wordsOf } from "./api";
import { h, put, say } from "./dom";

export interface Page {
    title: string;
    /** Makes what is shown; it is shown no longer after the signal. */
    show(until: AbortSignal): Promise<Node> | Node;
}

// Whoever waits longer is told.
const PATIENCE_MS = 400;

const main = h("main", { id: "main", tabindex: -1 });
const trouble = h("p", { class: "trouble", role: "status" });
const links = [
    { path: "#/", label: "Scenarios", inside: ["#/edit/", "#/ask/"] },
    { path: "#/runs", label: "Under way", inside: [] },
    { path: "#/results", label: "Results", inside: ["#/compare/", "#/answers/"] },
].map((link) => ({ ...link, element: h("a", { href: link.path }, link.label) }));
let shown = new AbortController();

/** Puts the frame into the document. */
export function build(): void {
    document.body.replaceChildren(
        h(
            "a",
            { class: "skip", href: "#main", on: { click: (event) => (event.preventDefault(), main.focus()) } },
            "To the content",
        ),
        h(
            "header",
            { class: "top" },
            h("p", { class: "product" }, "SimInterdiction"),
            h("nav", { "aria-label": "Pages" }, h("ul", {}, ...links.map((link) => h("li", {}, link.element)))),
        ),
        trouble,
        main,
        h(
            "footer",
            {},
            h(
                "p",
                {},
                "Synthetic data, published aggregates only. It compares deployments under stated assumptions; " +
                    "it does not know the real flow.",
            ),
            h("p", {}, h("a", { href: "/licences.txt" }, "Licences")),
        ),
    );
}

export function setConnection(isLost: boolean): void {
    say(
        trouble,
        isLost
            ? "The program does not answer. If it was ended, start it again and open the address it prints; runs go on where they were."
            : "",
    );
}

/** How many runs wait or are under way, beside the name of their page. */
export function setUnderWay(n: number): void {
    say(links[1]!.element, n > 0 ? `Under way (${n})` : "Under way");
}

/** Shows a page, in place of the one before. */
export async function show(page: Page, path: string, isFirst: boolean): Promise<void> {
    shown.abort();
    const mine = (shown = new AbortController());
    document.title = `${page.title} – SimInterdiction`;
    for (const link of links) {
        const isCurrent = [link.path, ...link.inside].some((each) =>
            each === "#/" ? path === each : path.startsWith(each),
        );
        isCurrent ? link.element.setAttribute("aria-current", "page") : link.element.removeAttribute("aria-current");
    }
    const waiting = window.setTimeout(
        () =>
            !mine.signal.aborted &&
            put(main, h("h1", {}, page.title), h("p", { class: "lead", role: "status" }, "One moment …")),
        PATIENCE_MS,
    );
    let content: Node;
    try {
        content = await page.show(mine.signal);
    } catch (error) {
        content = h("div", {}, h("h1", {}, page.title), h("p", { class: "error", role: "alert" }, wordsOf(error)));
    }
    clearTimeout(waiting);
    if (!mine.signal.aborted) {
        put(main, content);
        if (!isFirst) {
            main.focus({ preventScroll: true });
            window.scrollTo(0, 0);
        }
    }
}
