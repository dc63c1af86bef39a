// Begins, and chooses the page by what follows # in the address.

import * as ask from "./pages/ask";
import * as comparison from "./pages/comparison";
import * as editor from "./pages/editor";
import * as finding from "./pages/finding";
import * as meeting from "./pages/meeting";
import * as results from "./pages/results";
import * as run from "./pages/run";
import * as scenarios from "./pages/scenarios";
import * as underWay from "./pages/under-way";
import { h } from "./dom";
import { build, type Page, setConnection, setUnderWay, show } from "./shell";
import { follow, listen } from "./stream";

function pageOf(path: string): Page {
    const parts = partsOf(path);
    const [page, scenario, id, mode] = parts;
    if (page === "runs") {
        return underWay.page();
    }
    if (page === "edit" && scenario) {
        return editor.page(scenario);
    }
    if (page === "ask" && scenario) {
        return ask.page(scenario);
    }
    if (page === "answers" && scenario && id) {
        return finding.page(scenario, id);
    }
    if (page === "compare") {
        return comparison.page(runsIn(parts.slice(1)));
    }
    if (page === "results") {
        return scenario && id
            ? mode === "meeting"
                ? meeting.page(scenario, id)
                : run.page(scenario, id)
            : results.page();
    }
    return page === "" ? scenarios.page() : nowhere();
}

// None of an address that was cut off or made up.
function partsOf(path: string): string[] {
    try {
        const parts = path.slice(2).split("/").map(decodeURIComponent);
        return parts.some((part) => part === "." || part === "..") ? [] : parts;
    } catch {
        return [];
    }
}

function nowhere(): Page {
    return {
        title: "No such page",
        show: () =>
            h(
                "div",
                {},
                h("h1", {}, "There is no such page"),
                h("p", {}, "It may have been moved, or its address was cut off. ", h("a", { href: "#/" }, "All scenarios")),
            ),
    };
}

// The folder of a scenario and that of a run, again and again.
function runsIn(parts: string[]): string[] {
    return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}/${parts[i + 1] ?? ""}`] : []));
}

function go(isFirst: boolean): void {
    const path = location.hash || "#/";
    void show(pageOf(path), path, isFirst);
}

build();
listen(setConnection);
follow((board) => setUnderWay(board.runs.filter((each) => !each.isOver).length), new AbortController().signal);
window.addEventListener("hashchange", () => go(false));
go(true);
