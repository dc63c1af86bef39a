// Deployments by any measure of a run, sorted by any column.

import { wordsOf } from "./api";
import { h, put, say } from "./dom";
import type { MeasureRow, MeasureTable } from "./facts";

interface Column {
    head: (table: MeasureTable) => string;
    isNumber: boolean;
    words: (row: MeasureRow) => string;
    key: (row: MeasureRow) => string | number | null;
}

const COLUMNS: Column[] = [
    { head: () => "Deployment", isNumber: false, words: (row) => row.label, key: (row) => row.label },
    { head: (table) => table.label, isNumber: true, words: (row) => row.value, key: (row) => row.number },
    {
        head: (table) => `Against the baseline${table.unit ? `, ${table.unit}` : ""}`,
        isNumber: true,
        words: (row) => row.difference ?? (row.isBaseline ? "baseline" : ""),
        key: (row) => row.differenceNumber,
    },
    { head: () => "Verdict", isNumber: false, words: (row) => row.verdict ?? "", key: (row) => row.verdict },
    { head: () => "Officer-hours", isNumber: true, words: (row) => row.hours, key: (row) => row.hoursNumber },
];

/** The table; differences by measures that the study did not ask for are worked out when somebody looks at them. */
export function measureTable(known: MeasureTable[], readAll: () => Promise<MeasureTable[]>): HTMLElement {
    let tables = known;
    let reading: Promise<void> | null = null;
    let sorted = { column: 1, isDown: true };
    const choice = h(
        "select",
        { id: "shown-measure" },
        ...tables.map((each) => h("option", { value: each.name }, each.label)),
    );
    const meaning = h("p", { class: "meta" });
    const note = h("p", { class: "meta", role: "status" });
    const place = h("div", { class: "wide measures", tabindex: 0, role: "region", "aria-label": "Deployments by a measure" });
    let isPressed = false;
    place.addEventListener("pointerdown", () => (isPressed = true));
    for (const end of ["pointerup", "pointercancel"]) {
        place.addEventListener(end, () => setTimeout(() => (isPressed = false)));
    }
    choice.addEventListener("change", fill);
    fill();
    return h(
        "section",
        { "aria-labelledby": "by-measure" },
        h("h2", { id: "by-measure" }, "Deployments by any measure"),
        h("p", { class: "filter" }, h("label", { for: "shown-measure" }, "Measure"), choice),
        meaning,
        place,
        note,
    );

    function fill(): void {
        const focused = place.contains(document.activeElement)
            ? document.activeElement!.getAttribute("data-column")
            : null;
        const table = tables.find((each) => each.name === choice.value) ?? tables[0]!;
        const columns = COLUMNS.filter((each) => table.rows.some((row) => each.words(row) !== ""));
        const by = COLUMNS[sorted.column]!;
        const rows = [...table.rows].sort((one, other) => compare(by.key(one), by.key(other), sorted.isDown));
        put(meaning, table.meaning);
        say(note, table.isWhole ? table.note : "Working out the differences …");
        if (!table.isWhole) {
            reading ??= readTheRest();
        }
        put(
            place,
            h(
                "table",
                {},
                h("thead", {}, h("tr", {}, ...columns.map((each) => head(each, table)))),
                h(
                    "tbody",
                    {},
                    ...rows.map((row) =>
                        h(
                            "tr",
                            { class: row.isBaseline ? "base" : null },
                            ...columns.map((each, i) =>
                                i === 0
                                    ? h("th", { scope: "row" }, each.words(row))
                                    : h("td", { class: each.isNumber ? "n" : null }, each.words(row)),
                            ),
                        ),
                    ),
                ),
            ),
        );
        if (focused !== null) {
            place.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
        }
    }

    // A button that is drawn anew while somebody presses it never hears of the click.
    async function readTheRest(): Promise<void> {
        try {
            tables = await readAll();
            while (isPressed) {
                await new Promise((then) => setTimeout(then, 20));
            }
            fill();
        } catch (error) {
            reading = null;
            say(note, `The differences could not be worked out. ${wordsOf(error)}`);
        }
    }

    function head(column: Column, table: MeasureTable): HTMLElement {
        const number = COLUMNS.indexOf(column);
        const isSorted = sorted.column === number;
        const button = h(
            "button",
            { type: "button", class: "sort", "data-column": number },
            column.head(table),
            isSorted && h("span", { "aria-hidden": "true" }, sorted.isDown ? " ▼" : " ▲"),
        );
        button.addEventListener("click", () => {
            sorted = { column: number, isDown: isSorted ? !sorted.isDown : column.isNumber };
            fill();
        });
        return h(
            "th",
            {
                scope: "col",
                class: column.isNumber ? "n" : null,
                "aria-sort": isSorted ? (sorted.isDown ? "descending" : "ascending") : null,
            },
            button,
        );
    }
}

// What is undefined comes last either way.
function compare(one: string | number | null, other: string | number | null, isDown: boolean): number {
    if (one === null || other === null) {
        return Number(one === null) - Number(other === null);
    }
    const order = typeof one === "string" ? one.localeCompare(String(other)) : one - Number(other);
    return isDown ? -order : order;
}
