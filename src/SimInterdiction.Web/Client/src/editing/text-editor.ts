// The editor of a text, with marks at what is wrong, and with a text of somebody else to be merged.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { unifiedMergeView } from "@codemirror/merge";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { h } from "../dom";
import type { MarkedProblem } from "../facts";

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
                        ...defaultKeymap,
                        ...historyKeymap,
                        ...searchKeymap,
                        ...lintKeymap,
                    ]),
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

    /** Underlines what is wrong. */
    mark(problems: MarkedProblem[]): void {
        const { doc } = this.view.state;
        const marks = problems
            .filter((problem) => problem.line <= doc.lines)
            .map((problem): Diagnostic => {
                const line = doc.line(problem.line);
                const from = Math.min(line.from + problem.column - 1, line.to);
                return {
                    from,
                    to: Math.min(from + Math.max(1, problem.length), line.to),
                    severity: problem.isError ? "error" : "warning",
                    message: [
                        problem.message,
                        problem.allowed && `Allowed: ${problem.allowed}`,
                        problem.hint && `Hint: ${problem.hint}`,
                    ]
                        .filter(Boolean)
                        .join(". "),
                };
            });
        this.view.dispatch(setDiagnostics(this.view.state, marks));
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

    endMerge(): void {
        this.view.dispatch({ effects: this.merging.reconfigure([]) });
    }

    destroy(): void {
        this.view.destroy();
    }
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
