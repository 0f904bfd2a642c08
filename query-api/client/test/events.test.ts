import assert from "node:assert/strict";
import test from "node:test";
import { EventParser, type RawEvent } from "../src/events.js";

const TEXT = 'retry: 700\r\n\r\n: comment\n\nevent: view\ndata: {"a":\ndata: "ü€😀"}\nid: 1.2\n\nevent: progress\rdata:x\r\rdata: tail';
const EXPECTED: RawEvent[] = [
  { name: "view", data: '{"a":\n"ü€😀"}', id: "1.2" },
  { name: "progress", data: "x", id: undefined },
];

test("events are read alike wherever the text is cut", () => {
  for (let size = 1; size <= TEXT.length; size++) {
    const parser = new EventParser();
    const retries: number[] = [];
    parser.onRetry = (milliseconds) => retries.push(milliseconds);
    const seen: RawEvent[] = [];
    for (let at = 0; at < TEXT.length; at += size) {
      seen.push(...parser.push(TEXT.slice(at, at + size)));
    }
    assert.deepEqual(seen, EXPECTED, `pieces of ${size}`);
    assert.deepEqual(retries, [700]);
  }
});

test("a field without a colon has no value, and one blank after the colon is no part of it", () => {
  assert.deepEqual(new EventParser().push("data\ndata:  x\n\n"), [{ name: "message", data: "\n x", id: undefined }]);
});
