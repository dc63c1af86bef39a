// Begins, and chooses the page by what follows # in the address.

import * as editor from "./pages/editor";
import * as meeting from "./pages/meeting";
import * as results from "./pages/results";
import * as run from "./pages/run";
import * as scenarios from "./pages/scenarios";
import * as underWay from "./pages/under-way";
import { build, type Page, setConnection, setUnderWay, show } from "./shell";
import { follow, listen } from "./stream";

function pageOf(path: string): Page {
    const [page, scenario, id, mode] = path.slice(2).split("/").map(decodeURIComponent);
    if (page === "runs") {
        return underWay.page();
    }
    if (page === "edit" && scenario) {
        return editor.page(scenario);
    }
    if (page === "results") {
        return scenario && id
            ? mode === "meeting"
                ? meeting.page(scenario, id)
                : run.page(scenario, id)
            : results.page();
    }
    return scenarios.page();
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
