import type { JsonObject } from "../../../base/canonical-json.ts";
import { type Atom, childOf, derived } from "../../schema/atom.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Body } from "./api.ts";
import { contentOf, contentUnder, mediaTypesOf } from "./content.ts";
import { memberOf, opened, type Reading, textIn } from "./node.ts";

/** What an operation is sent. In OpenAPI 2 that is the parameter in `body`, or all those in `formData` together. */
export const bodyOf = (reading: Reading, operation: Atom, parameters: readonly Atom[]): Body | undefined => {
  const node = opened(reading, childOf(operation, "requestBody"));
  if (node) return { at: node.pointer, required: memberOf(node, "required") === true, content: contentOf(node) };
  const body = parameters.find((parameter) => textIn(parameter, "in") === "body");
  if (body) {
    const schema = childOf(body, "schema");
    const content = contentUnder(mediaTypesOf(reading, operation, "consumes"), body.pointer, schema);
    return { at: body.pointer, required: memberOf(body, "required") === true, content };
  }
  const fields = parameters.filter((parameter) => textIn(parameter, "in") === "formData");
  return fields.length === 0 ? undefined : formOf(reading, operation, fields);
};

const formOf = (reading: Reading, operation: Atom, fields: readonly Atom[]): Body => {
  const properties: Record<string, JsonObject | boolean> = {};
  const children = new Map<string, Atom>();
  const required: string[] = [];
  for (const field of fields) {
    const name = textIn(field, "name") ?? "";
    properties[name] = field.schema;
    children.set(pointerTo("", "properties", name), field);
    if (memberOf(field, "required") === true) required.push(name);
  }
  const schema = derived(operation, "form", { type: "object", properties, required }, children);
  const files = fields.some((field) => textIn(field, "type") === "file");
  const said = mediaTypesOf(reading, operation, "consumes").filter((name) => /form/.test(name));
  const names = said.length > 0 ? said : [files ? "multipart/form-data" : "application/x-www-form-urlencoded"];
  return {
    at: pointerTo(operation.pointer, "parameters"),
    required: required.length > 0,
    content: contentUnder(names, operation.pointer, schema),
  };
};
