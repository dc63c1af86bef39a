// Which checkpoint is meant by a direction or a point on the map.

import type { PlanMap } from "../facts";

type Checkpoint = PlanMap["checkpoints"][number];

interface Point {
    x: number;
    y: number;
}

/** Those that lie that way, the nearest first; what lies aside counts as further. */
export function inDirection(checkpoints: Checkpoint[], from: Point, x: number, y: number): Checkpoint[] {
    return checkpoints
        .map((each) => {
            const along = (each.x - from.x) * x + (each.y - from.y) * y;
            const aside = Math.abs((each.x - from.x) * y) + Math.abs((each.y - from.y) * x);
            return { each, along, aside };
        })
        .filter(({ along, aside }) => along > 1 && aside <= 2 * along)
        .sort((one, other) => one.along + 2 * one.aside - (other.along + 2 * other.aside))
        .map(({ each }) => each);
}

/** The one nearest to a point. */
export function nearest(checkpoints: Checkpoint[], to: Point): { checkpoint: Checkpoint; distance: number } | null {
    const sorted = checkpoints
        .map((checkpoint) => ({ checkpoint, distance: Math.hypot(checkpoint.x - to.x, checkpoint.y - to.y) }))
        .sort((one, other) => one.distance - other.distance);
    return sorted[0] ?? null;
}
