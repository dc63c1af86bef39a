// How far runs are, as the program tells it. A page that nobody sees closes its stream (browsers allow six to a
// server) and asks for what it has missed when it is seen again.

import type { RunBoard } from "./facts";

const RETRY_MS = 2000;

type Listener = (board: RunBoard) => void;

const listeners = new Set<Listener>();
let source: EventSource | null = null;
let latest: RunBoard | null = null;
let onTrouble: (isLost: boolean) => void = () => {};

/** Begins to listen. */
export function listen(trouble: (isLost: boolean) => void): void {
    onTrouble = trouble;
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    open();
}

/** Hears the state now, and every change until the signal. */
export function follow(listener: Listener, until: AbortSignal): void {
    listeners.add(listener);
    until.addEventListener("abort", () => listeners.delete(listener));
    if (latest) {
        listener(latest);
    }
}

/** The runs that wait or are under way, as far as the program has told yet. */
export function underWay(): ReadonlySet<string> {
    return new Set(latest?.runs.filter((news) => !news.isOver).flatMap((news) => news.run ?? []));
}

function open(): void {
    if (source || document.hidden) {
        return;
    }
    const mine = (source = new EventSource(`/api/events?after=${encodeURIComponent(latest?.id ?? "")}`));
    mine.onopen = () => onTrouble(false);
    mine.onmessage = (event: MessageEvent<string>) => {
        latest = JSON.parse(event.data) as RunBoard;
        for (const listener of listeners) {
            listener(latest);
        }
    };
    mine.onerror = () => {
        onTrouble(true);
        if (mine.readyState === EventSource.CLOSED && source === mine) {
            close();
            setTimeout(open, RETRY_MS);
        }
    };
}

function close(): void {
    source?.close();
    source = null;
}
