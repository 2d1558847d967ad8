import type { Mark } from "../../model/code.ts";
import { fieldOf, has, type Outline, type Piece, textOf } from "./outline.ts";

/** Routes that are served and environment variables that are read, in the order of the text. */
export function* marksIn(outline: Outline): Generator<Mark> {
  for (const piece of outline.pieces) {
    if (has(piece, "mark.route")) yield* route(piece, outline);
    if (has(piece, "mark.env")) yield* environment(piece, outline);
  }
}

function* route(piece: Piece, outline: Outline): Generator<Mark> {
  const [verb, path, prefix] = [fieldOf(piece, "verb"), fieldOf(piece, "path"), fieldOf(piece, "prefix")];
  if (!verb) return;
  const text = path ? textOf(outline, path) : "";
  const [, word = textOf(outline, verb), place = text] = /^([A-Z]+) +(\/.*)$/.exec(text) ?? [];
  const steps = [prefix ? textOf(outline, prefix) : "", place].map((step) => step.replace(/^\/+|\/+$/g, "")).filter((step) => step !== "");
  const method = methods.find((one) => word.toUpperCase().startsWith(one)) ?? "GET";
  yield { kind: "route", key: `${method} /${steps.join("/")}`, line: piece.line };
}

/** What a verb begins with (`GetMapping`). One that begins with none (`route`, `path`, `HandleFunc`) takes at least GET, unless the path says it (`POST /users`). */
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "ALL", "ANY"];

function* environment(piece: Piece, outline: Outline): Generator<Mark> {
  const key = fieldOf(piece, "env");
  const name = key ? textOf(outline, key) : "";
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(name) && !everywhere.has(name)) yield { kind: "env", key: name, line: piece.line };
}

/** Read by so many programs that two readers have nothing to do with each other. */
const everywhere = new Set([
  ...[
    "NODE_ENV",
    "PATH",
    "HOME",
    "USER",
    "SHELL",
    "PWD",
    "TERM",
    "LANG",
    "TZ",
    "TMPDIR",
    "CI",
    "PORT",
    "HOST",
    "DEBUG",
    "MODE",
    "DEV",
    "PROD",
    "SSR",
  ],
]);
