// What came out of a question.

import { address, get } from "../api";
import { h } from "../dom";
import { findingView } from "../finding-view";
import type { Finding } from "../facts";
import type { Page } from "../shell";
import { day, QUESTIONS } from "../words";

export function page(scenario: string, id: string): Page {
    return { title: `Answer ${id}`, show: () => show(`${scenario}/${id}`) };
}

async function show(answer: string): Promise<Node> {
    const finding = await get<Finding>(address("api", "findings", answer));
    const { row } = finding;
    return h(
        "div",
        {},
        h("p", { class: "back" }, h("a", { href: "#/results" }, "All results")),
        h("h1", {}, row.headline),
        h("p", { class: "meta" }, [QUESTIONS[row.kind], row.title, row.file, day(row.date)].join(" · ")),
        row.outOfDate && h("p", { class: "why" }, `Out of date: ${row.outOfDate}.`),
        findingView(finding),
    );
}
