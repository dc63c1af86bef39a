// Questions to the program. Whatever fails is an Error whose message is a sentence to be shown.

const UNREACHABLE = "The program that serves this page does not answer. Start it again, and open the address it prints.";

export async function get<T>(path: string): Promise<T> {
  return (await ask(path, {})).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown): Promise<T | undefined> {
  const answer = await ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return answer.status === 204 ? undefined : ((await answer.json()) as T);
}

/** A file, and what it is called. */
export async function fetchFile(path: string): Promise<Blob> {
  return (await ask(path, {})).blob();
}

async function ask(path: string, how: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, how);
  } catch {
    throw new Error(UNREACHABLE);
  }
  if (!answer.ok) {
    throw new Error(await sentenceOf(answer));
  }
  return answer;
}

async function sentenceOf(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    return (JSON.parse(text) as { error: string }).error;
  } catch {
    return text.trim() || `The program answers ${answer.status}.`;
  }
}

/** The words of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An address of parts that may hold anything. */
export function address(...parts: string[]): string {
  return "/" + parts.flatMap((part) => part.split("/")).map(encodeURIComponent).join("/");
}
