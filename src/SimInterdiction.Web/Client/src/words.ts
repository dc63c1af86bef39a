// Numbers and times in words, as reports write them.

const thousands = new Intl.NumberFormat("en-US");

export const whole = (n: number): string => thousands.format(n);

export const count = (n: number, one: string): string => `${whole(n)} ${one}${n === 1 ? "" : "s"}`;

/** What can be asked beyond a run. */
export const QUESTIONS = {
    sensitivity: "What flips the answer",
    calibration: "Fitted to figures",
    optimization: "Best deployment",
};

/** "about 20 s", "about 3 min": no more digits than such a guess has. */
export function duration(seconds: number): string {
    if (seconds < 10) {
        return "a few seconds";
    }
    if (seconds < 95) {
        return `about ${Math.round(seconds / 10) * 10} s`;
    }
    return seconds < 5400 ? `about ${Math.round(seconds / 60)} min` : `about ${(seconds / 3600).toFixed(1)} h`;
}

/** The whole number in a field; null where it is empty. */
export function wholeIn(field: HTMLInputElement, what: string, low: number, high: number): number | null {
    const value = field.value.trim();
    if (value === "") {
        return null;
    }
    const number = /^\d+([,_]\d{3})*$/.test(value) ? Number(value.replace(/[,_]/g, "")) : NaN;
    if (!(number >= low && number <= high)) {
        throw new Error(`${what} are a whole number from ${whole(low)} to ${whole(high)}.`);
    }
    return number;
}

/** "15.6% to 30%, best guess 25.6%" of what a file writes "[15.6%, 25.6%, 30%]"; else as it is. */
export function rangeOf(written: string): string {
    const [low, best, high] = written.replace(/^\[|\]$/g, "").replaceAll("_", ",").split(", ");
    return high === undefined ? written : `${low} to ${high}, best guess ${best}`;
}

/** "29 Nov 2026, 13:40", by the clock of whoever reads it. */
export function day(date: string): string {
    return new Date(date).toLocaleString("en-GB", {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
    });
}

/** With a full stop, where it has no end of its own. */
export function sentence(words: string): string {
    return /[.?!]$/.test(words) ? words : `${words}.`;
}
