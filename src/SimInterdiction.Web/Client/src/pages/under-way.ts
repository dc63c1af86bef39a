// The runs that were asked for: how far they are, and what they come to so far.

import { address, post, wordsOf } from "../api";
import { h, put, say } from "../dom";
import type { Phase, RunBoard, RunNews } from "../facts";
import { liveTable } from "../intervals";
import type { Page } from "../shell";
import { follow } from "../stream";
import { duration, QUESTIONS, whole } from "../words";

const PHASES: Record<Phase, string> = {
    waiting: "Waits for the run before it",
    reading: "Reading the scenario",
    simulating: "Simulating",
    stopping: "Stopping, and saving what is there",
    writing: "Writing figures and report",
    completed: "Done",
    stopped: "Stopped",
    failed: "Failed",
};


export function page(): Page {
    return { title: "Under way", show };
}

function show(until: AbortSignal): Node {
    let done: number[] = [];
    const error = h("p", { class: "error", role: "alert" });
    const clear = h("button", { type: "button", on: { click: () => void forget() } }, "Clear what is done");
    const clearing = h("p", { class: "actions clearing", hidden: true }, clear, h("span", { class: "meta" }, "Results stay."));
    const list = h("ol", { class: "cards" });
    const none = h(
        "p",
        { class: "lead" },
        "Nothing is under way. Choose a scenario to run.",
    );
    const cards = new Map<number, RunCard>();
    follow((board) => {
        done = board.runs.filter((news) => news.phase === "completed").map((news) => news.number);
        clearing.hidden = done.length === 0;
        update(board, cards, list, none);
    }, until);
    return h(
        "div",
        {},
        h("h1", {}, "Under way"),
        h("p", { class: "lead" }, "One run at a time uses the whole machine. Closing this page stops nothing."),
        none,
        clearing,
        error,
        list,
    );

    async function forget(): Promise<void> {
        try {
            say(error, "");
            await Promise.all(done.map((number) => post(`/api/queue/${number}/forget`, {})));
        } catch (failure) {
            say(error, wordsOf(failure));
        }
    }
}

function update(board: RunBoard, cards: Map<number, RunCard>, list: HTMLElement, none: HTMLElement): void {
    none.hidden = board.runs.length > 0;
    for (const number of [...cards.keys()].filter((known) => !board.runs.some((news) => news.number === known))) {
        cards.get(number)!.element.remove();
        cards.delete(number);
    }
    for (const news of board.runs) {
        let card = cards.get(news.number);
        if (!card) {
            card = new RunCard(news.number);
            cards.set(news.number, card);
            list.prepend(card.element);
        }
        const isAlike = board.runs.some((other) => other.title === news.title && other.file !== news.file);
        card.update(news, isAlike);
    }
}

// Parts stay the same elements, so that nobody loses the focus or a click twice a second.
class RunCard {
    readonly element: HTMLElement;
    private readonly title = h("h2");
    private readonly phase = h("p", { class: "phase", role: "status" });
    private readonly progress = h("progress", { max: 1, value: 0 });
    private readonly part = h("span", { class: "meta" });
    private readonly bar = h("p", { class: "bar-of" }, this.progress, this.part);
    private readonly detail = h("p", { class: "meta" });
    private readonly table = h("div");
    private readonly stop = h("button", { type: "button", on: { click: () => void this.askToStop() } }, "Stop");
    private readonly result = h("a", { class: "button primary", hidden: true }, "Open the result");
    private readonly again = h(
        "button",
        { type: "button", hidden: true, on: { click: () => void this.goOn() } },
        "Go on",
    );
    private readonly drop = h(
        "button",
        { type: "button", hidden: true, on: { click: () => void this.ask(`/api/queue/${this.number}/forget`) } },
        "Forget",
    );
    private readonly error = h("p", { class: "error", role: "alert" });
    private news: RunNews | null = null;
    private tableShown = "";

    constructor(private readonly number: number) {
        this.element = h(
            "li",
            { class: "card" },
            this.title,
            this.phase,
            this.bar,
            this.detail,
            this.table,
            h("p", { class: "actions" }, this.result, this.again, this.stop, this.drop),
            this.error,
        );
    }

    update(news: RunNews, isAlike: boolean): void {
        this.news = news;
        const title = news.title === null ? news.file : isAlike ? `${news.title} (${news.file})` : news.title;
        const name = (news.kind === "run" ? "" : `${QUESTIONS[news.kind]}: `) + title;
        say(this.title, name);
        this.progress.setAttribute("aria-label", `Progress of ${name}`);
        const phase = news.kind === "optimization" && news.phase === "simulating" ? "Searching" : PHASES[news.phase];
        say(this.phase, news.ending === null ? `${phase}.` : news.ending.startsWith(phase) ? news.ending : `${phase}. ${news.ending}`);
        this.phase.className = `phase ${news.phase}`;
        this.bar.hidden = news.isOver || news.phase === "waiting";
        isCounted(news) ? (this.progress.value = news.done / news.asked) : this.progress.removeAttribute("value");
        say(this.part, isCounted(news) ? `${Math.floor((100 * news.done) / news.asked)}%` : "");
        say(this.detail, detailOf(news));
        this.showTable(news);
        this.stop.hidden = news.isOver;
        this.stop.disabled = news.phase === "stopping" || news.phase === "writing";
        this.stop.setAttribute("aria-label", `Stop ${name}`);
        this.result.hidden = !news.isOver || (news.run === null && news.finding === null);
        this.result.setAttribute("aria-label", `Open the result of ${name}`);
        this.result.setAttribute(
            "href",
            `#${news.finding !== null ? address("answers", news.finding) : address("results", news.run ?? "")}`,
        );
        // What was stopped while it waited had not begun.
        const again = news.run === null ? "Start" : "Go on";
        say(this.again, again);
        this.again.setAttribute("aria-label", `${again} ${news.run === null ? name : `with ${name}`}`);
        this.again.hidden = news.phase !== "stopped";
        this.drop.hidden = news.phase !== "stopped" && news.phase !== "failed";
        this.drop.setAttribute("aria-label", `Forget ${name}`);
    }

    private showTable(news: RunNews): void {
        const now = news.phase === "completed" ? "" : JSON.stringify([news.soFar, news.isOver]);
        if (now !== this.tableShown) {
            this.tableShown = now;
            put(this.table, now !== "" && news.soFar && liveTable(news.soFar, news.title ?? news.file, news.isOver));
        }
    }

    private askToStop(): Promise<void> {
        return this.ask(`/api/queue/${this.number}/stop`);
    }

    private goOn(): Promise<void> {
        const run = this.news?.run ?? null;
        return this.ask(run !== null ? `${address("api", "runs", run)}/resume` : `/api/queue/${this.number}/again`);
    }

    private async ask(path: string): Promise<void> {
        try {
            say(this.error, "");
            await post(path, {});
        } catch (error) {
            say(this.error, wordsOf(error));
        }
    }
}

// What is saved of a run already is not known before its results are opened.
function isCounted(news: RunNews): boolean {
    return news.asked > 0 && (news.kind !== "run" || news.run !== null || news.isOver);
}

function detailOf(news: RunNews): string {
    if (news.detail !== null && !news.isOver) {
        const left = news.secondsLeft !== null ? `, ${duration(news.secondsLeft)} left for this step` : "";
        return news.detail + left;
    }
    if (news.phase === "waiting" && news.title === null && news.kind === "run") {
        return "";
    }
    if (news.phase === "waiting" || !isCounted(news) || news.kind !== "run") {
        return news.file;
    }
    const question = news.question ? `What if ${news.question}. ` : "";
    const left = news.secondsLeft !== null && news.phase === "simulating" ? `, ${duration(news.secondsLeft)} left` : "";
    return `${question}${whole(news.done)} of ${whole(news.asked)} replications${left}`;
}
