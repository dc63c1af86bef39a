// What may be written at the cursor, as the program knows it from the keys of its language and the names in the text.

import {
    autocompletion,
    type Completion,
    type CompletionContext,
    type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";

import { post } from "../api";
import type { CompletionList } from "../facts";

const WORD = /^[a-z0-9_]*$/;

export function completion(): Extension {
    return autocompletion({ override: [ask], icons: false, activateOnTypingDelay: 150 });
}

async function ask(context: CompletionContext): Promise<CompletionResult | null> {
    const text = context.state.doc.toString();
    try {
        const found = await post<CompletionList>("/api/complete", { text, cursor: context.pos });
        if (!found || found.options.length === 0 || (found.start === context.pos && !context.explicit)) {
            return null;
        }
        const isWord = WORD.test(text.slice(found.start, context.pos));
        return {
            from: found.start,
            options: found.options.map((each): Completion => ({
                label: each.label,
                // What stands behind the cursor of the same word, or of a number's unit, goes too.
                apply: (view, _, from, to) =>
                    view.dispatch({
                        changes: { from, to: to + found.end - context.pos, insert: each.text },
                        selection: { anchor: from + each.text.length },
                        userEvent: "input.complete",
                    }),
                ...(each.detail === null ? {} : { detail: each.detail }),
                ...(each.info === null ? {} : { info: each.info }),
            })),
            ...(isWord ? { validFor: WORD } : {}),
        };
    } catch {
        // What can't be asked is not offered; the page says by itself when the program does not answer.
        return null;
    }
}
