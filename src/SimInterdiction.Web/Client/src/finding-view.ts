// An answer to a question: the file it made, its pictures, its words and its tables, to be taken along too.

import { address } from "./api";
import { h } from "./dom";
import type { Finding, ReportPart } from "./facts";
import { partTable } from "./part-table";

export function findingView(finding: Finding): Node {
    return h(
        "div",
        { class: "finding" },
        h(
            "p",
            { class: "actions" },
            finding.made !== null &&
                h("a", { class: "button primary", href: `#${address("edit", finding.made)}` }, `Open ${finding.made}`),
            finding.asked !== null && h("a", { class: "button", href: `#${address("edit", finding.asked)}` }, "Its scenario"),
            finding.asked !== null && h("a", { class: "button", href: `#${address("ask", finding.asked)}` }, "Ask more"),
        ),
        finding.files.length > 0 &&
            h(
                "p",
                { class: "actions" },
                h("span", { class: "meta" }, "Download"),
                ...finding.files.map((file) =>
                    h(
                        "a",
                        { class: "button", download: true, href: address("findings", finding.row.address, file) },
                        file.split("/").at(-1),
                    ),
                ),
            ),
        ...finding.figures.map((each) =>
            h(
                "div",
                { class: "wide", tabindex: 0, role: "region", "aria-label": "A figure" },
                h("img", { src: each.address, alt: each.words, loading: "lazy" }),
            ),
        ),
        ...told(finding).map((each) => part(each, finding)),
    );
}

// Whoever reads here sees the headline above, and needs no commands.
function told(finding: Finding): Exclude<ReportPart, { kind: "command" }>[] {
    const { parts, row } = finding;
    return parts.flatMap((each, i) =>
        each.kind === "command" ||
        parts[i + 1]?.kind === "command" ||
        (each.kind === "paragraph" && each.words === row.headline)
            ? []
            : [each],
    );
}

function part(each: Exclude<ReportPart, { kind: "command" }>, finding: Finding): Node {
    switch (each.kind) {
        case "heading":
            return h("h2", {}, each.words);
        case "paragraph":
            return h("p", {}, each.words);
        case "items":
            return h("ul", { class: "findings" }, ...each.words.map((words) => h("li", {}, words)));
        case "table":
            return partTable(each, finding.row.address.replace("/", "-"));
    }
}
