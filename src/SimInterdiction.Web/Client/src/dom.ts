// Elements without a framework. Texts become text nodes, so that no label of a scenario is ever read as markup.

export type Child = Node | string | number | null | undefined | false;

interface Settings {
    on?: { [event: string]: (event: Event) => void };
    [attribute: string]: unknown;
}

/** Makes an element; an attribute that is false, null or undefined is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    settings: Settings = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    return fill(document.createElement(tag), settings, children);
}

/** The same of a drawing. */
export function s<K extends keyof SVGElementTagNameMap>(
    tag: K,
    settings: Settings = {},
    ...children: Child[]
): SVGElementTagNameMap[K] {
    return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), settings, children);
}

function fill<E extends Element>(element: E, settings: Settings, children: Child[]): E {
    const { on, ...attributes } = settings;
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(name, value === true ? "" : String(value));
        }
    }
    for (const [event, handler] of Object.entries(on ?? {})) {
        element.addEventListener(event, handler);
    }
    put(element, ...children);
    return element;
}

/** Replaces what is in an element. */
export function put(element: Element, ...children: Child[]): void {
    element.replaceChildren(
        ...children
            .filter((c) => c !== null && c !== undefined && c !== false)
            .map((c) => (c instanceof Node ? c : String(c))),
    );
}

/** Sets a text where it differs, so that a screen reader is told of changes only. */
export function say(element: Element, text: string): void {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}
