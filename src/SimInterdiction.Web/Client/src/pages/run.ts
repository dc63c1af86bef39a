// One run: its answer, its documents, and its report as 'simint report' writes it.

import { address, fetchFile, get, post, wordsOf } from "../api";
import { h, say } from "../dom";
import { figureView } from "../figure-view";
import { findingView } from "../finding-view";
import { measureTable } from "../measure-table";
import type { FigureChoices, Finding, MeasureTable, RunFacts } from "../facts";
import type { Page } from "../shell";
import { day, QUESTIONS, whole } from "../words";
import { stateOf } from "./results";

const LABELS: Record<string, string> = {
    "report.html": "Report (web page)",
    "report.pdf": "Report (PDF)",
    "deck.pptx": "Slides",
    "results.xlsx": "Workbook",
    "brief.pdf": "One page (PDF)",
    "brief.docx": "One page (Word)",
};

export function page(scenario: string, id: string): Page {
    return { title: `Run ${id}`, show: () => show(`${scenario}/${id}`) };
}

async function show(run: string): Promise<Node> {
    const facts = await get<RunFacts>(address("api", "runs", run));
    const { row } = facts;
    const status = h("p", { class: "status", role: "status" });
    const hasNumbers = (row.replications ?? 0) > 0;
    const [headline, ...beyond] = row.answer?.split(/(?<=\.) (?=\p{Lu})/u) ?? [];
    const isUnfinished = row.state === "unfinished";
    return h(
        "div",
        { class: "run" },
        h("p", { class: "back" }, h("a", { href: "#/results" }, "All results")),
        h("h1", {}, isUnfinished ? (facts.title ?? row.id) : (headline ?? facts.title ?? row.id)),
        !isUnfinished && beyond.length > 0 && h("p", { class: "lead" }, beyond.join(" ")),
        isUnfinished &&
            h(
                "p",
                { class: "partly" },
                `Unfinished: ${whole(row.replications ?? 0)} of ${whole(row.replicationsAsked ?? 0)} replications. ` +
                    "All below is of those alone and may change: take no verdict in it for the answer yet.",
            ),
        h(
            "p",
            { class: "meta" },
            [row.name, !isUnfinished && facts.title, stateOf(row), row.date && day(row.date), row.id].filter(Boolean).join(" · "),
        ),
        row.outOfDate && h("p", { class: "why" }, `Out of date: ${row.outOfDate}.`),
        h(
            "div",
            { class: "actions" },
            hasNumbers &&
                h(
                    "a",
                    { class: "button primary", href: `#${address("results", run, "meeting")}` },
                    "Show in a meeting",
                ),
            row.state === "unfinished" && row.outOfDate === null && goOn(run, status),
            facts.file !== null && h("a", { class: "button", href: `#${address("ask", facts.file)}` }, "Ask more"),
        ),
        hasNumbers &&
            h(
                "p",
                { class: "actions" },
                h("span", { class: "meta" }, "Download"),
                ...facts.documents.map((each) => download(run, each, status)),
            ),
        status,
        hasNumbers && (await measures(run)),
        hasNumbers && (await figures(run)),
        await findings(run),
        hasNumbers &&
            facts.file !== null &&
            h(
                "p",
                { class: "meta" },
                "Where the report below names commands, the same is asked on this page: ",
                h("a", { href: `#${address("ask", facts.file)}` }, "Ask more"),
                ".",
            ),
        hasNumbers ? report(run, status) : h("p", { class: "lead" }, "No replication of it is saved yet."),
    );
}

async function measures(run: string): Promise<Node> {
    try {
        const path = `${address("api", "runs", run)}/measures`;
        return measureTable(await get<MeasureTable[]>(path), () => get<MeasureTable[]>(`${path}?compared=true`));
    } catch (error) {
        return h("p", { class: "meta" }, wordsOf(error));
    }
}

async function figures(run: string): Promise<Node | null> {
    try {
        return figureView(run, await get<FigureChoices>(`${address("api", "runs", run)}/figures`));
    } catch {
        // The table above says why there are none.
        return null;
    }
}

// What was asked beyond this run, of the same scenario.
async function findings(run: string): Promise<Node | null> {
    const found = await get<Finding[]>(`${address("api", "runs", run)}/findings`);
    return found.length === 0
        ? null
        : h(
              "section",
              { "aria-labelledby": "beyond" },
              h("h2", { id: "beyond" }, "Asked beyond this run"),
              ...found.map((each) =>
                  h(
                      "details",
                      {},
                      h("summary", {}, `${QUESTIONS[each.row.kind]}: ${each.row.headline} (${day(each.row.date)})`),
                      each.row.outOfDate && h("p", { class: "why" }, `Out of date: ${each.row.outOfDate}.`),
                      h("p", {}, h("a", { href: `#${address("answers", each.row.address)}` }, "On a page of its own")),
                      findingView(each),
                  ),
              ),
          );
}

function goOn(run: string, status: HTMLElement): HTMLElement {
    const button = h("button", { type: "button", class: "primary" }, "Go on");
    button.addEventListener("click", async () => {
        button.disabled = true;
        try {
            await post(`${address("api", "runs", run)}/resume`, {});
            location.hash = "#/runs";
        } catch (error) {
            button.disabled = false;
            say(status, wordsOf(error));
        }
    });
    return button;
}

function download(run: string, file: string, status: HTMLElement): HTMLElement {
    const label = LABELS[file] ?? file;
    const button = h("button", { type: "button", "aria-label": `Download ${label}` }, label);
    button.addEventListener("click", async () => {
        button.disabled = true;
        say(status, `Making ${file} …`);
        try {
            const url = URL.createObjectURL(await fetchFile(`${address("runs", run, file)}?download`));
            const name = `${run.replace("/", "-")}-${file}`;
            h("a", { href: url, download: name }).click();
            setTimeout(() => URL.revokeObjectURL(url), 60_000);
            say(status, `${name} is in your downloads.`);
        } catch (error) {
            say(status, wordsOf(error));
        }
        button.disabled = false;
    });
    return button;
}

// The report has no scripts, and in this frame none could run.
function report(run: string, status: HTMLElement): HTMLElement {
    const frame = h("iframe", {
        class: "report",
        sandbox: "",
        title: "Report of this run",
        src: address("runs", run, "report.html"),
    });
    say(status, "Making the report …");
    frame.addEventListener("load", () => say(status, ""));
    return frame;
}
