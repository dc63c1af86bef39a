// A scenario file as text: its mistakes while one types, what the model makes of it, and saving that loses nothing.

import { address, get, post, postOr409, wordsOf } from "../api";
import { h, put, say } from "../dom";
import { mendsOf, TextEditor } from "../editing/text-editor";
import { modelView } from "../editing/model-view";
import { type Move, PlanMapView } from "../editing/plan-map";
import type { ExpectedLine, MarkedProblem, ModelSummary, MovedTeam, OfferedMend, OpenedText, PlanMap } from "../facts";
import type { Page } from "../shell";
import { count } from "../words";

const PAUSE_MS = 250;

// What was not saved when its page was left; it is there when one comes back.
const drafts = new Map<string, OpenedText>();

/** Whether changes of a file are kept that were not saved. */
export const isUnsaved = (file: string): boolean => drafts.has(file);

/** Gives up what was not saved of a file. */
export const discard = (file: string): boolean => drafts.delete(file);

window.addEventListener("beforeunload", (event) => {
    if (drafts.size > 0) {
        event.preventDefault();
    }
});

// Whether a move was gone through since this page was opened.
let isRehearsed = false;

export function page(file: string): Page {
    return { title: file, show: (until) => show(file, until) };
}

async function show(file: string, until: AbortSignal): Promise<Node> {
    const onDisk = await get<OpenedText>(address("api", "texts", file));
    return new Editing(file, onDisk, until).element;
}

class Editing {
    readonly element: HTMLElement;
    private readonly text: TextEditor;
    private readonly verdict = h("p", { class: "verdict", role: "status" }, "Checking …");
    private readonly list = h("ul", { class: "found" });
    private readonly map = new PlanMapView((deployment, posting, to) => this.moveTeam(deployment, posting, to));
    private readonly changes = h(
        "button",
        { type: "button", "aria-pressed": "false", on: { click: () => this.showChanges(!this.showsChanges) } },
        "Show what changed",
    );
    private readonly model = h("div", { class: "model" }, h("p", { class: "meta" }, "Working it out …"));
    private readonly status = h("p", { class: "status", role: "status" });
    private readonly save = h(
        "button",
        { type: "button", class: "primary", on: { click: () => void this.saveText() } },
        "Save",
    );
    private readonly run = h("button", { type: "button", on: { click: () => void this.runIt() } }, "Save and run");
    private basedOn: string;
    private saved: string;
    private showsChanges = false;
    private checking = new AbortController();
    private timer = 0;

    constructor(
        private readonly file: string,
        onDisk: OpenedText,
        until: AbortSignal,
    ) {
        const draft = drafts.get(file);
        this.basedOn = draft?.sha256 ?? onDisk.sha256;
        this.saved = onDisk.text;
        this.text = new TextEditor(
            draft?.text ?? onDisk.text,
            `Text of ${file}`,
            () => this.changed(),
            () => void this.saveText(),
        );
        if (draft) {
            say(this.status, "What you had not saved is here again.");
        }
        until.addEventListener("abort", () => this.end());
        this.element = h(
            "div",
            { class: "editing" },
            h("p", { class: "back" }, h("a", { href: "#/" }, "All scenarios")),
            h("h1", {}, file),
            h(
                "p",
                { class: "actions" },
                this.save,
                this.run,
                h("button", { type: "button", on: { click: () => this.text.undo() } }, "Undo"),
                h("button", { type: "button", on: { click: () => this.text.redo() } }, "Redo"),
                this.changes,
            ),
            this.status,
            h(
                "div",
                { class: "columns" },
                h("div", {}, this.text.element, this.verdict, this.list),
                h(
                    "section",
                    { class: "aside", "aria-labelledby": "made" },
                    h("h2", { id: "made" }, "What the model made of it"),
                    this.map.element,
                    this.model,
                ),
            ),
        );
        this.showState();
        void this.check();
    }

    private changed(): void {
        this.showState();
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.check(), PAUSE_MS);
    }

    private showState(): void {
        const isChanged = this.text.value !== this.saved;
        isChanged ? drafts.set(this.file, { text: this.text.value, sha256: this.basedOn }) : drafts.delete(this.file);
        this.save.disabled = !isChanged;
        say(this.run, isChanged ? "Save and run" : "Run");
    }

    // A check that is no longer of the text is given up.
    private async check(): Promise<void> {
        this.checking.abort();
        const mine = (this.checking = new AbortController());
        const asked = { file: this.file, text: this.text.value };
        try {
            const checked = await postOr409<MarkedProblem[], never>("/api/check", asked, mine.signal);
            if (mine.signal.aborted || !("done" in checked)) {
                return;
            }
            this.showProblems(checked.done, []);
            if (checked.done.some((problem) => problem.hint !== null)) {
                void this.offerMends(asked, checked.done, mine);
            }
            if (checked.done.some((problem) => problem.isError)) {
                this.showOldModel();
                return;
            }
            const made = await postOr409<ModelSummary, unknown>("/api/model", asked, mine.signal);
            if (!mine.signal.aborted && "done" in made) {
                this.model.classList.remove("old");
                put(this.model, modelView(made.done, null));
                const map = await postOr409<PlanMap, unknown>("/api/map", asked, mine.signal);
                if (mine.signal.aborted) {
                    return;
                }
                if ("done" in map) {
                    this.map.show(map.done);
                    void this.rehearse(map.done);
                }
                const expected = await postOr409<ExpectedLine[], unknown>("/api/expect", asked, mine.signal);
                if (!mine.signal.aborted && "done" in expected) {
                    put(this.model, modelView(made.done, expected.done));
                }
            }
        } catch (error) {
            if (!mine.signal.aborted) {
                say(this.verdict, wordsOf(error));
            }
        }
    }

    private async offerMends(asked: object, problems: MarkedProblem[], mine: AbortController): Promise<void> {
        try {
            const mends = await postOr409<OfferedMend[], never>("/api/mends", asked, mine.signal);
            if (!mine.signal.aborted && "done" in mends && mends.done.length > 0) {
                this.showProblems(problems, mends.done);
            }
        } catch {
            // The hints stand there all the same.
        }
    }

    // The program works out and compiles what moves need when it is first asked: not when somebody drops a team.
    private async rehearse(map: PlanMap): Promise<void> {
        const [stays] = map.deployments.flatMap((deployment) =>
            deployment.teams
                .filter((team) => team.at.length === 1)
                .map((team) => ({ deployment: deployment.name, posting: team.posting, to: team.at[0] })),
        );
        if (isRehearsed || !stays) {
            return;
        }
        isRehearsed = true;
        try {
            await post("/api/move", { file: this.file, text: this.text.plain, ...stays, isRehearsal: true });
        } catch {
            // The first move takes longer.
        }
    }

    // The text says where the team is, and is saved as any other change of it.
    private async moveTeam(deployment: string, posting: string, to: string): ReturnType<Move> {
        const text = this.text.plain;
        try {
            const moved = await postOr409<MovedTeam, { error: string }>("/api/move", {
                file: this.file,
                text,
                deployment,
                posting,
                to,
            });
            if ("conflict" in moved) {
                return { words: moved.conflict.error, write: null };
            }
            const { expected, hours, place } = moved.done;
            const words =
                `${posting} is at ${place}. Theory expects ${expected.seized} firearms to be seized, ${expected.share}, ` +
                `for ${hours} officer-hours.`;
            return { words, write: () => this.writeMove(text, moved.done.text, posting, to) };
        } catch (error) {
            return { words: wordsOf(error), write: null };
        }
    }

    private writeMove(before: string, after: string, posting: string, to: string): string | null {
        if (this.text.plain !== before) {
            return "The text was changed meanwhile.";
        }
        this.showChanges(true);
        this.text.changeTo(after);
        this.map.moved(posting, to);
        return null;
    }

    private showChanges(isShown: boolean): void {
        if (isShown === this.showsChanges) {
            return;
        }
        this.showsChanges = isShown;
        this.changes.setAttribute("aria-pressed", String(isShown));
        isShown ? this.text.showChangesFrom(this.saved) : this.text.endMerge();
    }

    // What it made of the text before the mistake stays to be read, greyed.
    private showOldModel(): void {
        this.model.classList.add("old");
        if (!this.model.querySelector("table")) {
            put(this.model, h("p", { class: "meta" }, "Nothing yet: the text has mistakes."));
        }
    }

    private showProblems(problems: MarkedProblem[], mends: OfferedMend[]): void {
        this.text.mark(
            problems.filter((problem) => this.isHere(problem)),
            mends,
        );
        const errors = problems.filter((problem) => problem.isError).length;
        const warnings = problems.length - errors;
        const found = [errors > 0 && count(errors, "mistake"), warnings > 0 && count(warnings, "warning")]
            .filter(Boolean)
            .join(", ");
        say(this.verdict, found ? `${found}.` : "No mistakes.");
        this.verdict.classList.toggle("error", errors > 0);
        this.run.disabled = errors > 0;
        put(this.list, ...problems.map((problem) => this.item(problem, mendsOf(problem, mends))));
    }

    private item(problem: MarkedProblem, mends: OfferedMend[]): HTMLElement {
        const place = problem.line > 0 ? `Line ${problem.line}` : problem.place;
        return h(
            "li",
            {},
            this.isHere(problem)
                ? h(
                      "button",
                      {
                          type: "button",
                          class: "place",
                          on: { click: () => this.text.goTo(problem.line, problem.column) },
                      },
                      place,
                  )
                : h("span", { class: "place" }, problem.place),
            ` ${problem.message}.`,
            problem.hint && ` Hint: ${problem.hint} `,
            ...mends.map((mend) =>
                h(
                    "button",
                    { type: "button", class: "place", on: { click: () => this.text.mend(problem, mend) } },
                    `Write ${mend.by}`,
                ),
            ),
            problem.allowed && ` Allowed: ${problem.allowed}.`,
        );
    }

    private isHere(problem: MarkedProblem): boolean {
        return problem.line > 0 && problem.place.startsWith(`${this.file}, line `);
    }

    private async saveText(): Promise<boolean> {
        const text = this.text.value;
        try {
            const answer = await postOr409<{ sha256: string }, OpenedText>(address("api", "texts", this.file), {
                text,
                basedOn: this.basedOn,
            });
            if ("conflict" in answer) {
                this.merge(answer.conflict);
                return false;
            }
            this.basedOn = answer.done.sha256;
            this.saved = text;
            this.showsChanges = true;
            this.showChanges(false);
            this.showState();
            say(this.status, "Saved.");
            return true;
        } catch (error) {
            say(this.status, wordsOf(error));
            return false;
        }
    }

    // Nothing of either is lost: both are shown, and the next save is of what the writer made of them.
    private merge(theirs: OpenedText): void {
        this.basedOn = theirs.sha256;
        this.saved = theirs.text;
        this.text.mergeWith(theirs.text);
        this.showState();
        say(
            this.status,
            "The file was changed meanwhile, and nothing was saved. What differs is marked below: " +
                "keep yours, or take theirs, then save again.",
        );
    }

    private async runIt(): Promise<void> {
        if (this.text.value !== this.saved && !(await this.saveText())) {
            return;
        }
        try {
            await post("/api/queue", { file: this.file });
            location.hash = "#/runs";
        } catch (error) {
            say(this.status, wordsOf(error));
        }
    }

    private end(): void {
        clearTimeout(this.timer);
        this.checking.abort();
        this.text.destroy();
    }
}
