// The editor of a text, with marks at what is wrong, and with a text of somebody else to be merged.

import { completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { getChunks, getOriginalDoc, goToNextChunk, unifiedMergeView, updateOriginalDoc } from "@codemirror/merge";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Text, Transaction } from "@codemirror/state";
import {
    drawSelection,
    EditorView,
    highlightActiveLine,
    keymap,
    lineNumbers,
    type ViewUpdate,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { h } from "../dom";
import type { MarkedProblem, OfferedMend } from "../facts";
import { sentence } from "../words";
import { completion } from "./completion";

const BYTE_ORDER_MARK = "\uFEFF";
const HISTORY = { history: historyField };

export class TextEditor {
    readonly element: HTMLElement;
    private readonly view: EditorView;
    private readonly merging = new Compartment();
    private readonly byteOrderMark: string;
    private isMerging = false;

    /** Line breaks stay as they are, and so does the mark at the beginning that some programs write. What was kept of an
     * editor of the same text goes on, with all that can be undone. */
    constructor(text: string, label: string, onChange: () => void, onSave: () => void, kept: unknown = null) {
        this.byteOrderMark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        const config = {
                doc: text.slice(this.byteOrderMark.length),
                extensions: [
                    EditorState.lineSeparator.of(separatorOf(text)),
                    EditorView.cspNonce.of(nonce()),
                    EditorView.contentAttributes.of({ "aria-label": label }),
                    EditorView.updateListener.of((update) => (update.docChanged || isDecision(update)) && onChange()),
                    keymap.of([
                        { key: "Mod-s", run: () => (onSave(), true) },
                        ...completionKeymap,
                        ...defaultKeymap,
                        ...historyKeymap,
                        ...searchKeymap,
                        ...lintKeymap,
                    ]),
                    completion(),
                    lineNumbers(),
                    history(),
                    drawSelection(),
                    bracketMatching(),
                    indentOnInput(),
                    highlightActiveLine(),
                    highlightSelectionMatches(),
                    yaml(),
                    syntaxHighlighting(classHighlighter),
                    this.merging.of([]),
                ],
        };
        this.view = new EditorView({
            state: kept ? EditorState.fromJSON(kept, config, HISTORY) : EditorState.create(config),
        });
        this.view.scrollDOM.tabIndex = 0;
        this.view.scrollDOM.setAttribute("role", "group");
        this.view.scrollDOM.setAttribute("aria-label", "Scrolls the text");
        this.element = h("div", { class: "text" }, this.view.dom);
    }

    get value(): string {
        return this.byteOrderMark + this.view.state.sliceDoc();
    }

    /** Underlines what is wrong, with what may be written there instead. */
    mark(problems: MarkedProblem[], mends: OfferedMend[]): void {
        const marks = problems.map((problem): Diagnostic => ({
            ...this.placeOf(problem),
            severity: problem.isError ? "error" : "warning",
            message: [
                problem.message,
                problem.hint && `Hint: ${problem.hint}`,
                problem.allowed && `Allowed: ${problem.allowed}`,
            ]
                .map((part) => part && sentence(part))
                .filter(Boolean)
                .join(" "),
            actions: mendsOf(problem, mends).map((mend) => ({
                name: `Write ${mend.by}`,
                apply: () => this.mend(problem, mend),
            })),
        }));
        this.view.dispatch(setDiagnostics(this.view.state, marks));
    }

    /** Writes what was meant. */
    mend(problem: MarkedProblem, mend: OfferedMend): void {
        this.view.dispatch({ changes: { ...this.placeOf(problem), insert: mend.by }, scrollIntoView: true });
        this.view.focus();
    }

    private placeOf(problem: MarkedProblem): { from: number; to: number } {
        const { doc } = this.view.state;
        const line = doc.line(Math.min(problem.line, doc.lines));
        const from = Math.min(line.from + problem.column - 1, line.to);
        return { from, to: Math.min(from + Math.max(1, problem.length), line.to) };
    }

    /** Puts the cursor there. */
    goTo(line: number, column: number): void {
        const { doc } = this.view.state;
        const at = doc.line(Math.min(line, doc.lines));
        this.view.dispatch({ selection: { anchor: Math.min(at.from + column - 1, at.to) }, scrollIntoView: true });
        this.view.focus();
    }

    /** Puts a merged text in the place of this one, for good: whoever goes back behind it would write over what
     * somebody else did. Shows where another differs from it, each place with both choices. */
    mergeWith(text: string, other: string): void {
        this.isMerging = true;
        this.view.dispatch({
            ...this.changeInto(text),
            annotations: Transaction.addToHistory.of(false),
            effects: this.merging.reconfigure(unifiedMergeView({ original: this.linesOf(other), mergeControls: choice })),
        });
    }

    /** How many places are still to be decided; null where nothing is merged. */
    get undecided(): number | null {
        return this.isMerging ? (getChunks(this.view.state)?.chunks.length ?? 0) : null;
    }

    /** The other text while something is merged, as far as it was decided; null else. */
    get other(): string | null {
        return this.isMerging ? getOriginalDoc(this.view.state).toString() : null;
    }

    /** Goes to the next place that differs. */
    goToNextDifference(): void {
        goToNextChunk(this.view);
        this.view.focus();
    }

    /** Shows what differs from another text, to be looked at. */
    showChangesFrom(other: string): void {
        this.view.dispatch({
            effects: this.merging.reconfigure(
                unifiedMergeView({
                    original: this.linesOf(this.plainOf(other)),
                    mergeControls: false,
                    gutter: true,
                }),
            ),
        });
    }

    /** The text with line breaks of one character, as positions are counted. */
    get plain(): string {
        return this.view.state.doc.toString();
    }

    /** Another text of the same file likewise. */
    plainOf(other: string): string {
        const text = other.startsWith(BYTE_ORDER_MARK) ? other.slice(BYTE_ORDER_MARK.length) : other;
        return this.view.state.lineBreak === "\r\n" ? text.replaceAll("\r\n", "\n") : text;
    }

    /** Changes the text to another, as one step that can be undone, and shows where. */
    changeTo(text: string): void {
        const changes = this.changeInto(text);
        this.view.dispatch({
            ...changes,
            effects: EditorView.scrollIntoView(changes.changes.from, { y: "center" }),
            userEvent: "move",
        });
    }

    private changeInto(text: string): { changes: { from: number; to: number; insert: Text } } {
        const before = this.plain;
        let start = 0;
        while (start < before.length && before[start] === text[start]) {
            start++;
        }
        let same = 0;
        while (
            same < Math.min(before.length, text.length) - start &&
            before[before.length - 1 - same] === text[text.length - 1 - same]
        ) {
            same++;
        }
        const insert = this.linesOf(text.slice(start, text.length - same));
        return { changes: { from: start, to: before.length - same, insert } };
    }

    // Of line breaks of one character; a carriage return that stays in a text is a part of its line.
    private linesOf(plain: string): Text {
        return this.view.state.toText(plain.replaceAll("\n", this.view.state.lineBreak));
    }

    get canUndo(): boolean {
        return undoDepth(this.view.state) > 0;
    }

    get canRedo(): boolean {
        return redoDepth(this.view.state) > 0;
    }

    undo(): void {
        undo(this.view);
    }

    redo(): void {
        redo(this.view);
    }

    endMerge(): void {
        this.isMerging = false;
        this.view.dispatch({ effects: this.merging.reconfigure([]) });
    }

    /** The text with all that can be undone, to go on with later. */
    keep(): unknown {
        return this.view.state.toJSON(HISTORY);
    }

    destroy(): void {
        this.view.destroy();
    }
}

function isDecision(update: ViewUpdate): boolean {
    return update.transactions.some((each) => each.effects.some((effect) => effect.is(updateOriginalDoc)));
}

/** Those for one problem. */
export function mendsOf(problem: MarkedProblem, mends: OfferedMend[]): OfferedMend[] {
    return mends.filter(
        (mend) => mend.code === problem.code && mend.line === problem.line && mend.column === problem.column,
    );
}

// A file that mixes line breaks keeps each: a carriage return is then a part of its line.
function separatorOf(text: string): string {
    const breaks = text.match(/\r?\n/g) ?? [];
    return breaks.length > 0 && breaks.every((each) => each === "\r\n") ? "\r\n" : "\n";
}

function choice(type: "reject" | "accept", action: (event: MouseEvent) => void): HTMLElement {
    return h(
        "button",
        { type: "button", class: "choice", on: { click: (event) => action(event as MouseEvent) } },
        type === "accept" ? "Keep mine" : "Take theirs",
    );
}

function nonce(): string {
    return document.querySelector("meta[name=style-nonce]")?.getAttribute("content") ?? "";
}
