// The scenario as a map, drawn from its text: corridors as generated with their shares, and the teams of a deployment,
// which can be moved by dragging, with the arrow keys, or from a list.

import { h, put, s, say } from "../dom";
import type { DrawnDeployment, DrawnTeam, PlanMap } from "../facts";
import { inDirection, nearest } from "./checkpoints";

const WIDEST_CORRIDOR = 9;
const BESIDE = 10;
const CATCHES = 40;
const EDGE = 3;

// As wide as a map is drawn at most, how much smaller than drawn it may be shown, and by how much its place may change
// before it is drawn anew.
const MOST = 640;
const SMALLEST = 0.9;
const SLACK = 30;

/** Works out what becomes of a moved team, in words, and how it gets into the text; null where it can't. */
export type Move = (
    deployment: DrawnDeployment,
    team: DrawnTeam,
    to: string,
) => Promise<{ words: string; write: (() => string | null) | null }>;

export class PlanMapView {
    readonly element: HTMLElement;
    private readonly drawing = s("svg", { class: "plan-map", role: "group", "aria-label": "Map" });
    private readonly choice = h("select", { id: "shown-deployment" });
    private readonly sideways = h("p", { class: "meta" });
    private readonly legend = h("p", { class: "meta" });
    private readonly unnamed = h("p", { class: "meta" });
    private readonly status = h("p", { class: "status", role: "status" });
    private readonly list = h("ul", { class: "teams" });
    private map: PlanMap | null = null;
    private isMoving = false;
    private isFixed = false;
    private drawnFor = 0;

    /** Is told when there is room for a wider map, or for a narrower one only. */
    constructor(
        private readonly move: Move,
        onRoom: () => void,
    ) {
        this.choice.addEventListener("change", () => {
            this.forget();
            this.draw();
        });
        this.element = h(
            "div",
            { class: "plan", hidden: true },
            h("p", { class: "field" }, h("label", { for: "shown-deployment" }, "Deployment"), this.choice),
            this.sideways,
            h("div", { class: "ground", tabindex: 0, role: "region", "aria-label": "The map" }, this.drawing),
            this.status,
            this.legend,
            this.unnamed,
            h("details", {}, h("summary", {}, "Move a team from a list"), this.list),
        );
        new ResizeObserver(() => {
            if (this.map && !this.isMoving && Math.abs(this.room - this.drawnFor) > SLACK) {
                onRoom();
            }
        }).observe(this.element);
    }

    /** How wide a map is to be here. */
    get room(): number {
        const place = this.element.parentElement?.clientWidth || MOST;
        return place < SMALLEST * MOST ? place : MOST;
    }

    /** Teams stay where they are as long as the text has mistakes. */
    fix(): void {
        this.isFixed = true;
        this.draw();
    }

    show(map: PlanMap): void {
        const chosen = this.choice.value;
        put(
            this.choice,
            ...map.deployments.map((each) =>
                h("option", { value: each.name, selected: each.name === chosen }, each.label),
            ),
        );
        this.map = map;
        this.isFixed = false;
        this.drawnFor = this.room;
        this.drawing.style.minWidth = `${SMALLEST * map.width}px`;
        say(this.sideways, SMALLEST * map.width > this.room ? "Scroll sideways to see all of the map." : "");
        this.element.hidden = false;
        this.draw();
    }

    /** Nothing is said of a move any more: the text was changed. */
    forget(): void {
        say(this.status, "");
    }

    /** Says more of the last move. */
    add(words: string | false): void {
        if (words) {
            say(this.status, `${this.status.textContent} ${words}`);
        }
    }

    private get deployment(): DrawnDeployment | undefined {
        return this.map?.deployments.find((each) => each.name === this.choice.value);
    }

    private get teams(): DrawnTeam[] {
        return this.deployment?.teams ?? [];
    }

    // Whoever has moved a team by keyboard goes on from it.
    private draw(): void {
        const map = this.map;
        if (!map) {
            return;
        }
        const focused = document.activeElement?.getAttribute("data-team");
        this.drawing.setAttribute("viewBox", `0 0 ${map.width} ${map.height}`);
        const named = [...map.places, ...map.checkpoints];
        const most = Math.max(...map.corridors.map((each) => each.share), 0);
        put(
            this.drawing,
            ...map.borders.map((each) => s("path", { class: each.isNational ? "nation" : "state", d: each.path })),
            ...map.roads.map((d) => s("path", { class: "road", d })),
            ...map.corridors.map((each) =>
                s(
                    "path",
                    { class: "corridor", d: each.path, "stroke-width": 1 + (WIDEST_CORRIDOR * each.share) / most },
                    s("title", {}, `${each.label}: ${each.words} of shipments`),
                ),
            ),
            ...named.map((each) => each.words?.line && s("line", { class: "aside", ...each.words.line })),
            ...map.places.map((each) =>
                s("circle", { class: each.kind, cx: each.x, cy: each.y, r: 3 }, s("title", {}, each.label)),
            ),
            ...map.checkpoints.flatMap((each) => [
                s("line", { class: "aside", x1: each.trueX, y1: each.trueY, x2: each.x, y2: each.y }),
                s("circle", { class: "checkpoint", cx: each.x, cy: each.y, r: 5 }, s("title", {}, each.label)),
            ]),
            ...named.map(
                (each) =>
                    each.words &&
                    s("text", { x: each.words.x, y: each.words.y, "text-anchor": each.words.anchor }, each.words.words),
            ),
            ...this.teams.flatMap((team) => this.symbols(team)),
        );
        this.keepInside(map.width);
        say(this.legend, `${this.whatSquaresAre()} The wider a line, the more shipments take that corridor.`);
        const unnamed = named.filter((each) => each.words === null).map((each) => each.label);
        say(this.unnamed, unnamed.length > 0 ? `Without room for a name, which pointing at them shows: ${unnamed.join(", ")}.` : "");
        put(this.list, ...this.teams.map((team) => this.item(team)));
        if (focused) {
            this.element.querySelector<HTMLElement>(`[data-team="${CSS.escape(focused)}"]`)?.focus();
        }
    }

    private whatSquaresAre(): string {
        if (this.teams.length === 0) {
            return "No team is posted.";
        }
        return [
            this.isFixed
                ? "Squares are teams. Mend the mistakes first: until then teams stay where they are."
                : this.teams.every(rotates)
                  ? ""
                  : "Squares are teams: drag one to another checkpoint, or move it with the arrow keys.",
            this.teams.some(rotates) ? "Hollow squares: a team that rotates; its places stand in the text." : "",
        ]
            .filter(Boolean)
            .join(" ");
    }

    // Letters are wider in one browser than in another.
    private keepInside(width: number): void {
        for (const text of this.drawing.querySelectorAll("text")) {
            const box = text.getBBox();
            const over = Math.max(0, box.x + box.width - (width - EDGE)) || Math.min(0, box.x - EDGE);
            if (over !== 0) {
                text.setAttribute("x", String(Number(text.getAttribute("x")) - over));
            }
        }
    }

    private symbols(team: DrawnTeam): SVGElement[] {
        const canMove = !rotates(team) && !this.isFixed;
        return team.at.map((at, i) => {
            const here = this.place(at);
            const way = here.words?.anchor === "start" ? -BESIDE : BESIDE;
            const beside = this.teams.filter((other) => other.at.includes(at)).indexOf(team) * way;
            const share = rotates(team) ? `, here ${team.shares[i]} of the time` : "";
            const symbol = s(
                "g",
                {
                    class: `team${canMove ? " moves" : ""}${rotates(team) ? " rotates" : ""}`,
                    tabindex: 0,
                    role: canMove ? "button" : "img",
                    "data-team": `${team.posting} ${at}`,
                    "aria-label": `${team.label} of ${team.force} at ${here.label}, ${team.hours}${share}`,
                    "aria-description": canMove && "Arrow keys move it to the next checkpoint that way.",
                    transform: `translate(${here.x + beside},${here.y})`,
                },
                s("circle", { class: "reach", r: 12 }),
                s("rect", { x: -6, y: -6, width: 12, height: 12, rx: 2 }),
                s("title", {}, `${team.label}, ${team.force}, ${team.hours}${share}`),
            );
            if (canMove) {
                symbol.addEventListener("keydown", (event) => this.onKey(event, team, at));
                symbol.addEventListener("pointerdown", (event) => this.drag(event, symbol, team, at));
            }
            return symbol;
        });
    }

    private item(team: DrawnTeam): HTMLElement {
        const at = rotates(team) ? null : team.at[0]!;
        const places = team.at.map((each, i) => `${this.place(each).label} ${team.shares[i]}`).join(", ");
        const reaches = new Map(this.map!.reaches[team.taskForce]!.map((each) => [each.checkpoint, each]));
        const select = h(
            "select",
            {
                "data-team": `${team.posting} list`,
                "aria-label": `Where ${team.label} of ${team.force} (${team.posting}) stands`,
                disabled: at === null || this.isFixed,
            },
            at === null && h("option", {}, `Rotates: ${places}`),
            ...this.map!.checkpoints.map((each) => {
                const reach = reaches.get(each.name)!;
                const far = reach.isWithin ? "" : `, out of reach: ${reach.miles} mi`;
                return h("option", { value: each.name, selected: each.name === at }, each.label + far);
            }),
        );
        select.addEventListener("change", () => void this.moveTo(team, select.value));
        return h("li", {}, h("span", {}, `${team.label} of ${team.force}, ${team.hours}`), select);
    }

    private onKey(event: KeyboardEvent, team: DrawnTeam, at: string): void {
        const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (!direction) {
            return;
        }
        event.preventDefault();
        const within = new Set(
            this.map!.reaches[team.taskForce]!.filter((each) => each.isWithin).map((each) => each.checkpoint),
        );
        const there = inDirection(this.map!.checkpoints, this.place(at), direction[0]!, direction[1]!);
        const to = there.find((each) => within.has(each.name)) ?? there[0];
        to ? void this.moveTo(team, to.name) : say(this.status, "There is no checkpoint that way.");
    }

    private drag(event: PointerEvent, symbol: SVGGElement, team: DrawnTeam, at: string): void {
        const from = this.toMap(event);
        const start = this.place(at);
        symbol.setPointerCapture(event.pointerId);
        const end = new AbortController();
        symbol.addEventListener(
            "pointermove",
            (moved) => {
                const now = this.toMap(moved);
                symbol.setAttribute("transform", `translate(${start.x + now.x - from.x},${start.y + now.y - from.y})`);
            },
            { signal: end.signal },
        );
        symbol.addEventListener(
            "pointerup",
            (dropped) => {
                end.abort();
                const near = nearest(this.map!.checkpoints, this.toMap(dropped));
                near && near.distance < CATCHES && near.checkpoint.name !== at
                    ? void this.moveTo(team, near.checkpoint.name)
                    : this.draw();
            },
            { signal: end.signal },
        );
        symbol.addEventListener("pointercancel", () => (end.abort(), this.draw()), { signal: end.signal });
    }

    private async moveTo(team: DrawnTeam, to: string): Promise<void> {
        if (this.isMoving) {
            return;
        }
        this.isMoving = true;
        const before = team.at;
        const { words, write } = await this.move(this.deployment!, team, to);
        say(this.status, words);
        if (write) {
            // Writing a long text takes longer than working out what comes of it: the words are seen first.
            await painted();
            say(this.status, write() ?? words);
        }
        this.isMoving = false;
        if (team.at === before) {
            this.draw();
        }
    }

    private place(name: string): PlanMap["checkpoints"][number] {
        return this.map!.checkpoints.find((each) => each.name === name)!;
    }

    /** Draws a team where the text says it is now, before the whole map is drawn again. */
    moved(posting: string, to: string): void {
        const team = this.teams.find((each) => each.posting === posting);
        if (team) {
            const was = document.activeElement?.getAttribute("data-team");
            team.at = [to];
            this.draw();
            if (was && was !== `${posting} list`) {
                this.element.querySelector<HTMLElement>(`[data-team="${CSS.escape(`${posting} ${to}`)}"]`)?.focus();
            }
        }
    }

    private toMap(event: PointerEvent): DOMPoint {
        return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.drawing.getScreenCTM()!.inverse());
    }
}

function rotates(team: DrawnTeam): boolean {
    return team.shares.length > 0;
}

function painted(): Promise<void> {
    return new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
}
