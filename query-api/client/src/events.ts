/** An event as it comes over the wire. */
export interface RawEvent {
  readonly name: string;
  readonly data: string;
  /** The id to come back with after this event; undefined if the event carries none. */
  readonly id: string | undefined;
}

/** Reads Server-Sent Events from pieces of text that may be cut anywhere. An event that is not complete is no event. */
export class EventParser {
  #rest = "";
  #name = "";
  #data: string[] = [];
  #id: string | undefined;

  /** Called with the milliseconds of each `retry:`. */
  onRetry: (milliseconds: number) => void = () => {};

  push(text: string): RawEvent[] {
    const all = this.#rest + text;
    // A carriage return at the very end may be half of a line break.
    const end = all.endsWith("\r") ? all.length - 1 : all.length;
    const lines = all.slice(0, end).split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + all.slice(end);
    const events: RawEvent[] = [];
    for (const line of lines) {
      this.#line(line, events);
    }
    return events;
  }

  #line(line: string, events: RawEvent[]): void {
    if (line === "") {
      if (this.#data.length > 0) {
        events.push({ name: this.#name === "" ? "message" : this.#name, data: this.#data.join("\n"), id: this.#id });
      }
      this.#name = "";
      this.#data = [];
      this.#id = undefined;
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    switch (field) {
      case "event":
        this.#name = value;
        break;
      case "data":
        this.#data.push(value);
        break;
      case "id":
        this.#id = value;
        break;
      case "retry":
        if (/^\d+$/.test(value)) {
          this.onRetry(Number(value));
        }
        break;
    }
  }
}
