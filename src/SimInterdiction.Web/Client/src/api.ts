// Questions to the program. Whatever fails is an Error whose message is a sentence to be shown.

const UNREACHABLE =
    "The program that serves this page does not answer. Start it again, and open the address it prints.";

/** Why nothing was done, where several things are wrong: a sentence each. */
export class Mistakes extends Error {
    constructor(readonly sentences: string[]) {
        super(sentences.join(" "));
    }
}

export async function get<T>(path: string): Promise<T> {
    return (await ask(path)).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown): Promise<T | undefined> {
    const answer = await fetchJson(path, body);
    if (!answer.ok) {
        throw await errorOf(answer);
    }
    return answer.status === 204 ? undefined : ((await answer.json()) as T);
}

/** The same where an answer of 409 is a case of its own, and another is given up when the signal says so. */
export async function postOr409<T, C>(
    path: string,
    body: unknown,
    until?: AbortSignal,
): Promise<{ done: T } | { conflict: C }> {
    const answer = await fetchJson(path, body, until);
    if (answer.status === 409) {
        return { conflict: (await answer.json()) as C };
    }
    if (!answer.ok) {
        throw await errorOf(answer);
    }
    return { done: (await answer.json()) as T };
}

/** A text. */
export async function fetchText(path: string): Promise<string> {
    return (await ask(path)).text();
}

/** A file. */
export async function fetchFile(path: string): Promise<Blob> {
    return (await ask(path)).blob();
}

async function ask(path: string): Promise<Response> {
    const answer = await reach(path, {});
    if (!answer.ok) {
        throw await errorOf(answer);
    }
    return answer;
}

function fetchJson(path: string, body: unknown, until?: AbortSignal): Promise<Response> {
    return reach(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: until ?? null,
    });
}

async function reach(path: string, how: RequestInit): Promise<Response> {
    try {
        return await fetch(path, how);
    } catch (error) {
        if (how.signal?.aborted) {
            throw error;
        }
        throw new Error(UNREACHABLE);
    }
}

async function errorOf(answer: Response): Promise<Error> {
    const text = await answer.text();
    try {
        const { error, mistakes } = JSON.parse(text) as { error: string; mistakes: string[] | null };
        return mistakes ? new Mistakes(mistakes) : new Error(error);
    } catch {
        return new Error(text.trim() || `The program answers ${answer.status}.`);
    }
}

/** The words of whatever was thrown. */
export function wordsOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

/** An address of parts that may hold anything. */
export function address(...parts: string[]): string {
    return (
        "/" +
        parts
            .flatMap((part) => part.split("/"))
            .map(encodeURIComponent)
            .join("/")
    );
}
