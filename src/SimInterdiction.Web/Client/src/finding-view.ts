// An answer to a question: the file it made, its pictures, its words and its tables.

import { address } from "./api";
import { h } from "./dom";
import type { Finding, ReportPart } from "./facts";
import { partTable } from "./part-table";

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
        ...finding.parts.map(part),
    );
}

function part(each: ReportPart): Node {
    switch (each.kind) {
        case "heading":
            return h("h2", {}, each.words);
        case "paragraph":
            return h("p", {}, each.words);
        case "command":
            return h("p", {}, h("code", {}, each.words));
        case "items":
            return h("ul", { class: "findings" }, ...each.words.map((words) => h("li", {}, words)));
        case "table":
            return partTable(each);
    }
}
