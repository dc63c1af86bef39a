// A table in words, as reports have it.

import { type Child, h } from "./dom";
import type { PartTable } from "./facts";

export function partTable(table: PartTable, beginning: string): HTMLElement {
    return h(
        "div",
        {},
        h(
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
        ),
        take(table, beginning),
    );
}

// A spreadsheet opens it.
function take(table: PartTable, beginning: string): HTMLElement {
    const name = `${beginning}-${table.caption.toLowerCase().match(/[a-z0-9]+/g)?.slice(0, 5).join("-") ?? "table"}.csv`;
    const link = h("button", { type: "button", class: "take", "aria-label": `Download ${name}` }, "Table as CSV");
    link.addEventListener("click", () => {
        const rows = [table.columns.map((each) => each.head), ...table.rows.map((row) => row.cells)];
        const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
        const url = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }));
        h("a", { href: url, download: name }).click();
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
    return link;
}

// No cell is a formula, whatever it says.
function quoted(cell: string): string {
    const plain = cell.replaceAll("\n", " ");
    return `"${(/^[=+\-@\t]/.test(plain) && !/^[+-][\d.]/.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

function style(column: PartTable["columns"][number]): string | null {
    return column.isNumber ? "n" : null;
}

// What follows a line break is smaller.
function cell(words: string): Child[] {
    const [first = "", ...below] = words.split("\n");
    return [first, ...below.map((line) => h("small", {}, line))];
}
