// A table in words, as reports have it.

import { type Child, h } from "./dom";
import type { PartTable } from "./facts";

export function partTable(table: PartTable): HTMLElement {
    return h(
        "div",
        { class: "wide", tabindex: 0, role: "region", "aria-label": table.caption },
        h("p", { class: "meta" }, table.caption),
        h(
            "table",
            {},
            h(
                "thead",
                {},
                h("tr", {}, ...table.columns.map((each) => h("th", { scope: "col", class: style(each) }, ...cell(each.head)))),
            ),
            h(
                "tbody",
                {},
                ...table.rows.map((row) =>
                    h(
                        "tr",
                        { class: row.isBase ? "base" : null },
                        ...row.cells.map((words, i) =>
                            i === 0
                                ? h("th", { scope: "row" }, ...cell(words))
                                : h("td", { class: style(table.columns[i]!) }, ...cell(words)),
                        ),
                    ),
                ),
            ),
        ),
    );
}

function style(column: PartTable["columns"][number]): string | null {
    return column.isNumber ? "n" : null;
}

// What follows a line break is smaller.
function cell(words: string): Child[] {
    const [first = "", ...below] = words.split("\n");
    return [first, ...below.map((line) => h("small", {}, line))];
}
