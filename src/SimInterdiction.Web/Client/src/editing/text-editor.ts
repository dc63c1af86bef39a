// The editor of a text, with marks at what is wrong, and with a text of somebody else to be merged.

import { completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { unifiedMergeView } from "@codemirror/merge";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { h } from "../dom";
import type { MarkedProblem, OfferedMend } from "../facts";
import { completion } from "./completion";

const BYTE_ORDER_MARK = "\uFEFF";

export class TextEditor {
    readonly element: HTMLElement;
    private readonly view: EditorView;
    private readonly merging = new Compartment();
    private readonly byteOrderMark: string;

    /** Line breaks stay as they are, and so does the mark at the beginning that some programs write. */
    constructor(text: string, label: string, onChange: () => void, onSave: () => void) {
        this.byteOrderMark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        this.view = new EditorView({
            state: EditorState.create({
                doc: text.slice(this.byteOrderMark.length),
                extensions: [
                    EditorState.lineSeparator.of(separatorOf(text)),
                    EditorView.cspNonce.of(nonce()),
                    EditorView.contentAttributes.of({ "aria-label": label }),
                    EditorView.updateListener.of((update) => update.docChanged && onChange()),
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
            }),
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
                .filter(Boolean)
                .join(". "),
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

    /** Shows where another text differs, each place with both choices. */
    mergeWith(other: string): void {
        const original = other.startsWith(BYTE_ORDER_MARK) ? other.slice(1) : other;
        this.view.dispatch({
            effects: this.merging.reconfigure(
                unifiedMergeView({ original: this.view.state.toText(original), mergeControls: choice }),
            ),
        });
    }

    /** Shows what differs from another text, to be looked at. */
    showChangesFrom(other: string): void {
        const original = other.startsWith(BYTE_ORDER_MARK) ? other.slice(1) : other;
        this.view.dispatch({
            effects: this.merging.reconfigure(
                unifiedMergeView({ original: this.view.state.toText(original), mergeControls: false, gutter: true }),
            ),
        });
    }

    /** The text with line breaks of one character, as positions are counted. */
    get plain(): string {
        return this.view.state.doc.toString();
    }

    /** Changes the text to another, as one step that can be undone, and shows where. */
    changeTo(text: string): void {
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
        this.view.dispatch({
            changes: { from: start, to: before.length - same, insert: text.slice(start, text.length - same) },
            effects: EditorView.scrollIntoView(start, { y: "center" }),
            userEvent: "move",
        });
    }

    undo(): void {
        undo(this.view);
    }

    redo(): void {
        redo(this.view);
    }

    endMerge(): void {
        this.view.dispatch({ effects: this.merging.reconfigure([]) });
    }

    destroy(): void {
        this.view.destroy();
    }
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
