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
        ...teams(model),
        table(
            "Corridors",
            ["Corridor", flows && "Flow", flows && "Of flow", flows ? "Of all" : "Share"],
            model.corridors.map((each) => [each.label, flows && each.flow, flows && each.ofFlow, each.ofAll]),
            "Shares of shipments, before anybody adapts.",
        ),
    );
}

// Effective chances: what is stopped is less where traffic is dense.
function teams(model: ModelSummary): Node[] {
    const posted = model.deployments.filter((each) => each.teams.length > 0);
    return posted.length === 0
        ? []
        : [
              h("h3", {}, "What each team can do"),
              h("p", { class: "meta" }, model.note),
              ...posted.map((each) => {
                  const secondary = each.teams.some((team) => team.secondary !== null);
                  return h(
                      "details",
                      {},
                      h("summary", {}, each.label),
                      table(
                          `Teams of ${each.label}`,
                          ["Team", "At", "Stops", "Finds", secondary && "Secondary", "Seizes", "On duty"],
                          each.teams.map((team) => [
                              team.team,
                              team.at,
                              team.stops,
                              team.finds,
                              secondary && (team.secondary ?? "–"),
                              team.seizes,
                              team.duty,
                          ]),
                      ),
                  );
              }),
          ];
}

type Cell = string | false;

function table(title: string, heads: Cell[], rows: Cell[][], note?: string): Node {
    const number = (cell: string): boolean => /^[\d–…]|^USD/.test(cell);
    return h(
        "div",
        { class: "wide", tabindex: 0, role: "region", "aria-label": title },
        note !== undefined && h("h3", {}, title),
        note !== undefined && h("p", { class: "meta" }, note),
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
