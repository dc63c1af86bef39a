// A scenario file as text: its mistakes while one types, what the model makes of it, and saving that loses nothing.

import { address, get, post, postOr409, wordsOf } from "../api";
import { h, put, say } from "../dom";
import { mendsOf, TextEditor } from "../editing/text-editor";
import { modelView } from "../editing/model-view";
import { type Move, PlanMapView } from "../editing/plan-map";
import { type Lines, merge, theirLines } from "../editing/merging";
import type {
    DrawnDeployment,
    DrawnTeam,
    ExpectedLine,
    MarkedProblem,
    ModelSummary,
    MovedTeam,
    OfferedMend,
    OpenedText,
    PlanMap,
} from "../facts";
import type { Page } from "../shell";
import { count, sentence } from "../words";

const PAUSE_MS = 250;

// More deployments than that are counted.
const MOST_TOLD = 3;

// So many places of somebody else are named.
const MOST_PLACES = 20;

// What was not saved when its page was left; it is there when one comes back.
interface Draft {
    text: string;
    /** Of the file that it was made of. */
    basedOn: OpenedText;
    /** What somebody else wrote, where that is being merged. */
    other: string | null;
    /** Both began with it, where it was merged and not saved yet. */
    before: string | null;
    /** What can be undone, once its page was left. */
    kept: unknown;
}

const drafts = new Map<string, Draft>();

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
    return new Editing(file, await onDisk(file), until).element;
}

// What was not saved is there even where its file no longer is.
async function onDisk(file: string): Promise<OpenedText> {
    try {
        return await get<OpenedText>(address("api", "texts", file));
    } catch (error) {
        const draft = drafts.get(file);
        if (draft) {
            return draft.basedOn;
        }
        throw error;
    }
}

class Editing {
    readonly element: HTMLElement;
    private readonly text: TextEditor;
    private readonly verdict = h("p", { class: "verdict", role: "status" }, "Checking …");
    private readonly list = h("ul", { class: "found" });
    private readonly map = new PlanMapView(
        (deployment, team, to) => this.moveTeam(deployment, team, to),
        () => void this.drawAnew(),
    );
    private readonly undo = h("button", { type: "button", on: { click: () => this.text.undo() } }, "Undo");
    private readonly redo = h("button", { type: "button", on: { click: () => this.text.redo() } }, "Redo");
    private readonly discard = h(
        "button",
        { type: "button", hidden: true, on: { click: () => this.discardChanges() } },
        "Discard changes",
    );
    private readonly next = h(
        "button",
        { type: "button", hidden: true, on: { click: () => this.text.goToNextDifference() } },
        "Next difference",
    );
    private readonly elsewhere = h(
        "button",
        { type: "button", hidden: true, on: { click: () => void this.saveElsewhere() } },
        "Save as a new file",
    );
    private readonly stale = h(
        "p",
        { class: "meta", hidden: true },
        "The text has mistakes: this is what the model made of it before them.",
    );
    private readonly changes = h(
        "button",
        { type: "button", "aria-pressed": "false", on: { click: () => this.showChanges(!this.showsChanges) } },
        "Show what changed",
    );
    private readonly model = h("div", { class: "model" }, h("p", { class: "meta" }, "Working it out …"));
    private readonly status = h("p", { class: "status", role: "status" });
    private readonly theirs = h("p", { class: "theirs meta" });
    private readonly save = h(
        "button",
        { type: "button", class: "primary", on: { click: () => void this.saveText() } },
        "Save",
    );
    private readonly run = h("button", { type: "button", on: { click: () => void this.runIt() } }, "Save and run");
    private basedOn: OpenedText;
    private expected: ExpectedLine[] | null = null;
    private move: { deployment: string; before: ExpectedLine[] | null } | null = null;
    private deployments: string[] = [];
    private showsChanges = false;
    private hasMistakes = false;
    private merged: { before: string; theirs: string } | null = null;
    private isStarting = false;
    private saving: Promise<boolean> | null = null;
    private checking = new AbortController();
    private timer = 0;

    constructor(
        private readonly file: string,
        onDisk: OpenedText,
        until: AbortSignal,
    ) {
        const draft = drafts.get(file);
        this.basedOn = draft?.basedOn ?? onDisk;
        this.text = new TextEditor(
            draft?.text ?? onDisk.text,
            `Text of ${file}`,
            () => this.changed(),
            () => void this.saveText(),
            draft?.kept,
        );
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
                this.undo,
                this.redo,
                this.changes,
                this.discard,
            ),
            h("p", { class: "actions" }, this.status, this.next, this.elsewhere),
            this.theirs,
            h(
                "div",
                { class: "columns" },
                h("div", {}, this.text.element, this.verdict, this.list),
                h(
                    "section",
                    { class: "aside", "aria-labelledby": "made" },
                    h("h2", { id: "made" }, "What the model made of it"),
                    this.stale,
                    this.map.element,
                    this.model,
                ),
            ),
        );
        document.addEventListener("keydown", (event) => this.onKey(event), { signal: until });
        if (draft) {
            this.resume(draft, onDisk);
        }
        this.showState();
        void this.check();
    }

    // Wherever the focus is but in the text, which has the same keys: a button that decided something is gone.
    private onKey(event: KeyboardEvent): void {
        const target = event.target as Element;
        if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || target.closest("input, .cm-editor")) {
            return;
        }
        const key = event.key.toLowerCase();
        const action =
            key === "s" ? () => void this.saveText()
            : key === "y" || (key === "z" && event.shiftKey) ? () => this.text.redo()
            : key === "z" ? () => this.text.undo()
            : null;
        if (action) {
            event.preventDefault();
            action();
        }
    }

    private changed(): void {
        this.expected = null;
        this.move = null;
        this.map.forget();
        this.showState();
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.check(), PAUSE_MS);
    }

    private showState(): void {
        const { undecided } = this.text;
        const isChanged = this.text.value !== this.basedOn.text;
        isChanged || undecided
            ? drafts.set(this.file, {
                  text: this.text.value,
                  basedOn: this.basedOn,
                  other: this.text.other,
                  before: this.merged?.before ?? null,
                  kept: null,
              })
            : drafts.delete(this.file);
        this.save.disabled = !isChanged || !!undecided;
        this.run.disabled = this.hasMistakes || !!undecided;
        this.discard.hidden = !isChanged || undecided !== null;
        this.next.hidden = !undecided;
        this.undo.setAttribute("aria-disabled", String(!this.text.canUndo));
        this.redo.setAttribute("aria-disabled", String(!this.text.canRedo));
        say(this.run, isChanged ? "Save and run" : "Run");
        if (undecided !== null) {
            this.sayWhatIsToDecide(undecided);
        }
        this.showTheirs();
    }

    // Wherever the text is changed further, they are elsewhere.
    private showTheirs(): void {
        const all = this.merged ? theirLines(this.merged.before, this.merged.theirs, this.text.plain) : [];
        const told = all.slice(0, MOST_PLACES).flatMap((lines, i) => [i > 0 && ", ", this.linkTo(lines)]);
        const more = all.length > MOST_PLACES && `, and ${all.length - MOST_PLACES} more`;
        put(this.theirs, all.length > 0 && "Theirs: ", ...told, more);
    }

    private linkTo({ first, count: lines }: Lines): HTMLElement {
        const words =
            lines === 0 ? `left out before line ${first}`
            : lines === 1 ? `line ${first}`
            : `lines ${first} to ${first + lines - 1}`;
        return h("button", { type: "button", class: "place", on: { click: () => this.text.goTo(first, 1) } }, words);
    }

    private sayWhatIsToDecide(undecided: number): void {
        if (undecided > 0) {
            const places = undecided === 1 ? "1 place was" : `${undecided} places were`;
            say(
                this.status,
                `The file was changed meanwhile, and nothing is saved yet. ${places} changed by you and by somebody ` +
                    "else: keep yours, or take theirs. What only one of you changed is in the text already.",
            );
            return;
        }
        this.text.endMerge();
        say(this.status, "What you and somebody else changed is in one text now: look at it, then save.");
    }

    private discardChanges(): void {
        this.text.changeTo(this.text.plainOf(this.basedOn.text));
        say(this.status, "The text is the file's again. Undo brings your changes back.");
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
                this.stale.hidden = true;
                put(this.model, modelView(made.done, null));
                const map = await this.askForMap(asked, mine.signal);
                if (mine.signal.aborted) {
                    return;
                }
                if ("done" in map) {
                    this.deployments = map.done.deployments.map((each) => each.name);
                    this.map.show(map.done);
                    void this.rehearse(map.done);
                }
                const expected = await postOr409<ExpectedLine[], unknown>("/api/expect", asked, mine.signal);
                if (!mine.signal.aborted && "done" in expected) {
                    put(this.model, modelView(made.done, expected.done));
                    this.expected = expected.done;
                    this.sayWhatElseMoved(made.done);
                }
            }
        } catch (error) {
            if (!mine.signal.aborted) {
                say(this.verdict, wordsOf(error));
            }
        }
    }

    private askForMap(asked: object, until: AbortSignal): ReturnType<typeof postOr409<PlanMap, unknown>> {
        return postOr409<PlanMap, unknown>("/api/map", { ...asked, width: this.map.room }, until);
    }

    // The names have other room then. With mistakes it stays as it is.
    private async drawAnew(): Promise<void> {
        const { signal } = this.checking;
        try {
            const map = await this.askForMap({ file: this.file, text: this.text.value }, signal);
            if (!signal.aborted && "done" in map) {
                this.map.show(map.done);
            }
        } catch {
            // The map as it was is still there.
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
    private async moveTeam(deployment: DrawnDeployment, team: DrawnTeam, to: string): ReturnType<Move> {
        const text = this.text.plain;
        const before = this.expected;
        const { posting } = team;
        try {
            const moved = await postOr409<MovedTeam, { error: string }>("/api/move", {
                file: this.file,
                text,
                deployment: deployment.name,
                posting,
                to,
            });
            if ("conflict" in moved) {
                return { words: moved.conflict.error, write: null };
            }
            const { expected, hours, place } = moved.done;
            const index = this.deployments.indexOf(deployment.name);
            const earlier = before?.[index] ? ` instead of ${before[index].seized}` : "";
            const words =
                `${team.label} of ${team.force} is now at ${place} under ${deployment.label}. Theory expects ` +
                `${expected.seized} firearms to be seized${earlier}, ${expected.share}, for ${hours} officer-hours.`;
            return {
                words,
                write: () => {
                    const refusal = this.writeMove(text, moved.done.text, posting, to);
                    this.move = refusal === null ? { deployment: deployment.label, before } : null;
                    return refusal;
                },
            };
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
        isShown ? this.text.showChangesFrom(this.basedOn.text) : this.text.endMerge();
    }

    // What it made of the text before the mistake stays to be read, greyed.
    private showOldModel(): void {
        this.map.fix();
        this.model.classList.add("old");
        this.stale.hidden = false;
        if (!this.model.querySelector("table")) {
            this.stale.hidden = true;
            put(this.model, h("p", { class: "meta" }, "Nothing yet: the text has mistakes."));
        }
    }

    // Deployments may be based on the one in which a team was moved.
    private sayWhatElseMoved(model: ModelSummary): void {
        const { move } = this;
        if (move?.before && this.expected) {
            const others = model.deployments
                .map((each, i) => ({ label: each.label, was: move.before![i]?.seized, is: this.expected![i]?.seized }))
                .filter((each) => each.label !== move.deployment && each.was !== each.is);
            const words = others.map((each) => `${each.label} (${each.was} before, ${each.is} now)`);
            this.map.add(
                words.length > MOST_TOLD
                    ? `It also moved under ${words.length} other deployments, as the table below tells.`
                    : words.length > 0 && `It also moved under ${words.join(", ")}.`,
            );
        }
        this.move = null;
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
        this.hasMistakes = errors > 0;
        this.run.disabled = this.hasMistakes || !!this.text.undecided;
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
            ` ${sentence(problem.message)}`,
            problem.hint && ` Hint: ${sentence(problem.hint)} `,
            ...mends.map((mend) =>
                h(
                    "button",
                    { type: "button", class: "place", on: { click: () => this.text.mend(problem, mend) } },
                    `Write ${mend.by}`,
                ),
            ),
            problem.allowed && ` Allowed: ${sentence(problem.allowed)}`,
        );
    }

    private isHere(problem: MarkedProblem): boolean {
        return problem.line > 0 && problem.place.startsWith(`${this.file}, line `);
    }

    // One after the other: the second of two quick ones would take the first for somebody else's.
    private saveText(): Promise<boolean> {
        this.saving ??= this.saveOnce().finally(() => (this.saving = null));
        return this.saving;
    }

    private async saveOnce(): Promise<boolean> {
        if (this.text.undecided) {
            this.text.goToNextDifference();
            return false;
        }
        if (this.text.value === this.basedOn.text) {
            return true;
        }
        const text = this.text.value;
        try {
            const answer = await postOr409<{ sha256: string }, OpenedText>(address("api", "texts", this.file), {
                text,
                basedOn: this.basedOn.sha256,
            });
            if ("conflict" in answer) {
                this.merge(answer.conflict);
                this.showState();
                return false;
            }
            this.basedOn = { text, sha256: answer.done.sha256 };
            this.merged = null;
            this.showsChanges = true;
            this.showChanges(false);
            this.showState();
            this.elsewhere.hidden = true;
            say(this.status, "Saved.");
            return true;
        } catch (error) {
            say(this.status, wordsOf(error));
            this.elsewhere.hidden = false;
            return false;
        }
    }

    // The file may be gone, or may not be written.
    private async saveElsewhere(): Promise<void> {
        const stem = this.file.replace(/\.ya?ml$/i, "");
        try {
            for (let n = 2; ; n++) {
                const wish = { name: `${stem}-${n}`, text: this.text.value };
                const made = await postOr409<{ file: string }, unknown>("/api/scenarios", wish);
                if ("done" in made) {
                    drafts.delete(this.file);
                    location.hash = address("edit", made.done.file);
                    return;
                }
            }
        } catch (error) {
            say(this.status, wordsOf(error));
        }
    }

    // Whoever left in the middle of a merge goes on with it.
    private resume(draft: Draft, onDisk: OpenedText): void {
        if (draft.before !== null) {
            this.merged = { before: draft.before, theirs: this.text.plainOf(draft.basedOn.text) };
        }
        if (draft.basedOn.sha256 !== onDisk.sha256) {
            this.merge(onDisk, draft.other !== null);
        } else if (draft.other !== null) {
            this.text.mergeWith(this.text.plain, draft.other);
        } else {
            say(this.status, "What you had not saved is here again.");
        }
    }

    // Nothing of either is lost: what both changed is shown, and the next save is of what the writer made of it. What
    // was still undecided when the file was changed once more is decided against what it is now.
    private merge(theirs: OpenedText, isInTheMiddle = false): void {
        const other = this.text.plainOf(theirs.text);
        const merged = isInTheMiddle
            ? { mine: this.text.plain, theirs: other }
            : merge(this.text.plainOf(this.basedOn.text), this.text.plain, other);
        this.merged = { before: this.merged?.before ?? this.text.plainOf(this.basedOn.text), theirs: other };
        this.basedOn = theirs;
        this.showsChanges = true;
        this.showChanges(false);
        this.text.mergeWith(merged.mine, merged.theirs);
    }

    private async runIt(): Promise<void> {
        if (this.isStarting) {
            return;
        }
        this.isStarting = true;
        try {
            if (await this.saveText()) {
                await post("/api/queue", { file: this.file });
                location.hash = "#/runs";
            }
        } catch (error) {
            say(this.status, wordsOf(error));
        } finally {
            this.isStarting = false;
        }
    }

    private end(): void {
        const draft = drafts.get(this.file);
        if (draft) {
            draft.kept = this.text.keep();
        }
        clearTimeout(this.timer);
        this.checking.abort();
        this.text.destroy();
    }
}
