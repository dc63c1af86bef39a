// Three texts become one: what one of two people changed is taken, and what both did is left to be decided.

import { diff3Merge } from "node-diff3";

/** The same text twice, but for the lines that both changed: mine in one, theirs in the other. */
export interface Merged {
    mine: string;
    theirs: string;
}

/** Of texts with line breaks of one character: what both began with, and what became of it. */
export function merge(before: string, mine: string, theirs: string): Merged {
    const regions = diff3Merge(mine.split("\n"), before.split("\n"), theirs.split("\n"), {
        excludeFalseConflicts: true,
    });
    const text = (side: "a" | "b"): string =>
        regions.flatMap((region) => region.ok ?? region.conflict?.[side] ?? []).join("\n");
    return { mine: text("a"), theirs: text("b") };
}
