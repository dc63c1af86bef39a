// One figure at a time on the whole screen, for a meeting: arrow keys turn, Escape ends. Each figure carries its
// limits.

import { address, get } from "../api";
import { h, say } from "../dom";
import type { RunFacts } from "../facts";
import type { Page } from "../shell";

export function page(scenario: string, id: string): Page {
    return { title: `Meeting: ${id}`, show: (until) => show(`${scenario}/${id}`, until) };
}

async function show(run: string, until: AbortSignal): Promise<Node> {
    const { figures, row } = await get<RunFacts>(address("api", "runs", run));
    if (figures.length === 0) {
        return h("div", {}, h("h1", {}, "Meeting"), h("p", { class: "lead" }, "This run drew no figures."));
    }
    let at = 0;
    const picture = h("img", {});
    const place = h("span", { class: "place", role: "status" });
    const numbers = h("a", { download: true }, "Its numbers (CSV)");
    const back = turn("Previous", -1);
    const on = turn("Next", 1);
    const screen = h("div", { class: "meeting" });
    const full = h("button", { type: "button", on: { click: () => void screen.requestFullscreen() } }, "Full screen");
    screen.append(
        h("h1", { class: "unseen" }, row.answer ?? row.id),
        picture,
        h(
            "p",
            { class: "bar" },
            back,
            on,
            place,
            numbers,
            full,
            h("a", { href: `#${address("results", run)}` }, "End"),
        ),
    );
    window.addEventListener("keydown", onKey, { signal: until });
    go(0);
    return screen;

    function turn(label: string, by: number): HTMLButtonElement {
        return h("button", { type: "button", on: { click: () => go(at + by) } }, label);
    }

    function go(to: number): void {
        at = Math.max(0, Math.min(figures.length - 1, to));
        const figure = figures[at]!;
        picture.setAttribute("src", address("runs", run, "figures", `${figure.name}.svg`));
        picture.setAttribute("alt", figure.words);
        numbers.setAttribute("href", address("runs", run, "figures", `${figure.name}.csv`));
        say(place, `Figure ${parseInt(figure.name, 10)} (${at + 1} of ${figures.length})`);
        back.disabled = at === 0;
        on.disabled = at === figures.length - 1;
    }

    function onKey(event: KeyboardEvent): void {
        const to = {
            ArrowRight: at + 1,
            PageDown: at + 1,
            ArrowLeft: at - 1,
            PageUp: at - 1,
            Home: 0,
            End: figures.length - 1,
        }[event.key];
        if (to !== undefined) {
            event.preventDefault();
            go(to);
        } else if (event.key === "Escape" && !document.fullscreenElement) {
            location.hash = `#${address("results", run)}`;
        }
    }
}
