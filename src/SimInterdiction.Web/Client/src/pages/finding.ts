// What came out of a question.

import { get } from "../api";
import { h } from "../dom";
import { findingView } from "../finding-view";
import type { Finding } from "../facts";
import type { Page } from "../shell";

export function page(number: string): Page {
    return { title: "Answer", show: () => show(number) };
}

async function show(number: string): Promise<Node> {
    const finding = await get<Finding>(`/api/queue/${encodeURIComponent(number)}/finding`);
    return h(
        "div",
        {},
        h("p", { class: "back" }, h("a", { href: "#/runs" }, "Under way")),
        h("h1", {}, "Answer"),
        findingView(finding),
    );
}
