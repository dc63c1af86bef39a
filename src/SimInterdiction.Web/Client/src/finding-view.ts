// An answer to a question: its pictures, its words and tables as the program lays them out, and the file it made.

import { address } from "./api";
import { h } from "./dom";
import type { Finding } from "./facts";

export function findingView(finding: Finding): Node {
    return h(
        "div",
        { class: "finding" },
        finding.made !== null &&
            h(
                "p",
                { class: "actions" },
                h("a", { class: "button primary", href: `#${address("edit", finding.made)}` }, `Open ${finding.made}`),
            ),
        ...finding.figures.map((each) => h("img", { src: each.address, alt: each.words, loading: "lazy" })),
        h(
            "div",
            { class: "wide", tabindex: 0, role: "region", "aria-label": "The answer in words" },
            h("pre", {}, finding.lines.join("\n")),
        ),
    );
}
