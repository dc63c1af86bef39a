// What the model makes of a scenario, beside its text.

import { h } from "../dom";
import type { ExpectedLine, ModelSummary } from "../facts";

/** What is expected comes later: it takes longer to work out. */
export function modelView(model: ModelSummary, expected: ExpectedLine[] | null): Node {
    const costs = model.deployments.some((each) => each.cost !== null);
    const flows = new Set(model.corridors.map((each) => each.flow)).size > 1;
    return h(
        "div",
        {},
        table(
            "Deployments",
            ["Deployment", "Seized", "Share", "Officer-hours", costs && "Cost"],
            model.deployments.map((each, i) => [
                each.label,
                expected?.[i]?.seized ?? "…",
                expected?.[i]?.share ?? "…",
                each.hours,
                costs && (each.cost ?? "–"),
            ]),
            "Firearms that theory expects to be seized, without simulating, as long as traffickers stay as they are.",
        ),
        table(
            "Corridors",
            ["Corridor", flows && "Flow", flows && "Of flow", flows ? "Of all" : "Share"],
            model.corridors.map((each) => [each.label, flows && each.flow, flows && each.ofFlow, each.ofAll]),
            "Shares of shipments, before anybody adapts.",
        ),
    );
}

type Cell = string | false;

function table(title: string, heads: Cell[], rows: Cell[][], note: string): Node {
    const number = (cell: string): boolean => /^[\d–…]|^USD/.test(cell);
    return h(
        "div",
        { class: "wide", tabindex: 0, role: "region", "aria-label": title },
        h("h3", {}, title),
        h("p", { class: "meta" }, note),
        h(
            "table",
            {},
            h(
                "thead",
                {},
                h(
                    "tr",
                    {},
                    ...given(heads).map((head, i) => h("th", { scope: "col", class: isNumbers(i) ? "n" : null }, head)),
                ),
            ),
            h(
                "tbody",
                {},
                ...rows.map((row) =>
                    h(
                        "tr",
                        {},
                        ...given(row).map((cell, i) =>
                            i === 0
                                ? h("th", { scope: "row" }, cell)
                                : h("td", { class: isNumbers(i) ? "n" : null }, cell),
                        ),
                    ),
                ),
            ),
        ),
    );

    function isNumbers(column: number): boolean {
        return column > 0 && rows.every((row) => number(given(row)[column] ?? ""));
    }

    function given(cells: Cell[]): string[] {
        return cells.filter((cell) => cell !== false);
    }
}
