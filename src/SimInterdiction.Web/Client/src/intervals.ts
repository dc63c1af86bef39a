// The table of deployments with their differences from the baseline, each with its interval drawn beside the words.

import { h, s } from "./dom";
import type { LiveRow, LiveTable } from "./facts";

const WIDTH = 320;
const HEIGHT = 22;
const MARGIN = 6;

/** What a run comes to so far; or came to, where it was stopped. */
export function liveTable(table: LiveTable, name: string, isOver: boolean): HTMLElement {
    const scale = scaleOf(table);
    const drawn = table.rows.some((row) => row.difference !== null);
    return h(
        "div",
        { class: "wide so-far", tabindex: 0, role: "region", "aria-label": `What the deployments of ${name} come to so far` },
        h(
            "p",
            { class: "meta" },
            `${isOver ? "When it stopped" : "So far"}. Bars are 95% intervals` +
                `${table.tooSmall > 0 ? "; grey is too small to matter" : ""}. Whoever looks again and again sees a wrong one ` +
                "sooner or later, so there is no verdict before the run is done.",
        ),
        h(
            "table",
            {},
            h(
                "thead",
                {},
                h(
                    "tr",
                    {},
                    h("th", { scope: "col" }, "Deployment"),
                    h("th", { scope: "col", class: "n" }, table.measure),
                    h("th", { scope: "col", class: "n" }, `Against the baseline${table.unit ? `, ${table.unit}` : ""}`),
                    drawn && h("td", { class: "plot" }, axis(table, scale)),
                ),
            ),
            h("tbody", {}, ...table.rows.map((row) => line(row, table, scale, drawn))),
        ),
    );
}

type Scale = (value: number) => number;

function line(row: LiveRow, table: LiveTable, scale: Scale, drawn: boolean): HTMLElement {
    return h(
        "tr",
        { class: row.words === null ? "base" : undefined },
        h("th", { scope: "row" }, row.label),
        h("td", { class: "n" }, row.value),
        h("td", { class: "n" }, row.words ?? "baseline"),
        drawn && h("td", { class: "plot" }, bar(row, table, scale)),
    );
}

function scaleOf(table: LiveTable): Scale {
    const values = table.rows.flatMap((row) => [row.difference, row.low, row.high]).filter((v) => v !== null);
    const low = Math.min(0, -table.tooSmall, ...values);
    const high = Math.max(0, table.tooSmall, ...values);
    return (value) => MARGIN + ((value - low) / (high - low || 1)) * (WIDTH - 2 * MARGIN);
}

function bar(row: LiveRow, table: LiveTable, scale: Scale): SVGElement {
    const middle = HEIGHT / 2;
    return s(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" },
        band(table, scale),
        s("line", { class: "zero", x1: scale(0), x2: scale(0), y1: 0, y2: HEIGHT }),
        row.low !== null &&
            row.high !== null &&
            s("line", { class: "interval", x1: scale(row.low), x2: scale(row.high), y1: middle, y2: middle }),
        row.difference !== null && s("circle", { class: "estimate", cx: scale(row.difference), cy: middle, r: 4 }),
    );
}

function band(table: LiveTable, scale: Scale): SVGElement | null {
    return table.tooSmall > 0
        ? s("rect", {
              class: "small",
              x: scale(-table.tooSmall),
              width: scale(table.tooSmall) - scale(-table.tooSmall),
              y: 0,
              height: HEIGHT,
          })
        : null;
}

function axis(table: LiveTable, scale: Scale): SVGElement {
    const small = table.tooSmall > 0 && scale(table.tooSmall) - scale(0) > 60;
    return s(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" },
        small && band(table, scale),
        s("line", { class: "zero", x1: scale(0), x2: scale(0), y1: 16, y2: HEIGHT }),
        s("text", { class: "tick", x: Math.max(8, scale(0)), y: 13, "text-anchor": "middle" }, "0"),
    );
}
