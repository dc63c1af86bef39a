// One figure at a time on the whole screen, for a meeting: arrow keys turn, Escape ends. Each figure carries its
// limits.

import { address, fetchText, get } from "../api";
import { h, say } from "../dom";
import type { FigureChoices, RunFacts } from "../facts";
import { figureAddress } from "../figure-view";
import type { Page } from "../shell";

export function page(scenario: string, id: string): Page {
    return { title: `Meeting: ${id}`, show: (until) => show(`${scenario}/${id}`, until) };
}

async function show(run: string, until: AbortSignal): Promise<Node> {
    const { row } = await get<RunFacts>(address("api", "runs", run));
    const { figures } = await get<FigureChoices>(`${address("api", "runs", run)}/figures`);
    let at = 0;
    const picture = h("img", {});
    const place = h("span", { class: "place", role: "status" });
    const numbers = h("a", { download: true }, "Its numbers (CSV)");
    const back = turn("Previous", -1);
    const on = turn("Next", 1);
    const screen = h("div", { class: "meeting" });
    const full = h("button", { type: "button", on: { click: () => void turnFull() } }, "Full screen");
    let asleep = 0;
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
    screen.addEventListener("pointermove", wake);
    document.addEventListener("fullscreenchange", onFull, { signal: until });
    go(0);
    return screen;

    async function turnFull(): Promise<void> {
        await (document.fullscreenElement ? document.exitFullscreen() : screen.requestFullscreen());
    }

    function onFull(): void {
        say(full, document.fullscreenElement ? "Leave full screen" : "Full screen");
        screen.classList.remove("awake");
    }

    // On the full screen the bar comes when the mouse moves, and goes.
    function wake(): void {
        screen.classList.add("awake");
        clearTimeout(asleep);
        asleep = window.setTimeout(() => screen.classList.remove("awake"), 2500);
    }

    function turn(label: string, by: number): HTMLButtonElement {
        return h("button", { type: "button", on: { click: () => go(at + by) } }, label);
    }

    function go(to: number): void {
        at = Math.max(0, Math.min(figures.length - 1, to));
        const figure = figures[at]!;
        picture.setAttribute("src", figureAddress(run, `${figure.name}.svg`, null));
        picture.setAttribute("alt", figure.shows);
        void tell(figure.name);
        numbers.setAttribute("href", figureAddress(run, `${figure.name}.csv`, null));
        say(place, `${at + 1} of ${figures.length}`);
        back.disabled = at === 0;
        on.disabled = at === figures.length - 1;
    }

    // The picture in words, for whoever can't see it.
    async function tell(name: string): Promise<void> {
        try {
            const words = await fetchText(figureAddress(run, `${name}.txt`, null));
            figures[at]!.name === name && picture.setAttribute("alt", words);
        } catch {
            // What it shows stands there.
        }
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
