// Three texts become one: what one of two people changed is taken, and what both did is left to be decided.

import { diff3Merge, diffIndices } from "node-diff3";

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

/** Lines that follow one another, counted from 1; none where something was left out before the first. */
export interface Lines {
    first: number;
    count: number;
}

/** What somebody else did to a text: where it differs from what it was before, but not from theirs. */
export function theirLines(before: string, theirs: string, now: string): Lines[] {
    const lines = now.split("\n");
    const [changed, mine] = [before, theirs].map((other) =>
        diffIndices(other.split("\n"), lines).map(({ buffer2: [from, count] }) => ({ first: from + 1, count })),
    ) as [Lines[], Lines[]];
    return changed.flatMap((each) => {
        if (each.count === 0) {
            return mine.some((one) => one.first <= each.first && each.first <= one.first + one.count) ? [] : [each];
        }
        const found: Lines[] = [];
        for (let line = each.first; line < each.first + each.count; line++) {
            const last = found.at(-1);
            if (mine.some((one) => one.first <= line && line < one.first + one.count)) {
                continue;
            }
            last && last.first + last.count === line ? last.count++ : found.push({ first: line, count: 1 });
        }
        return found;
    });
}
