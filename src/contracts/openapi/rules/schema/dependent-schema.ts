import { finding, saying, type SchemaRule } from "../../../schema/goal.ts";
import { isDeclared } from "../../../schema/places.ts";
import { placeName } from "../../../documents/pointer.ts";

/** What holds once a property is there, of properties that nobody else describes: it is not there by accident. */
export const dependentSchema: SchemaRule = {
  id: "dependent-schema",

  *check(pair) {
    const { g, a, shape, conjoin } = pair;
    for (const { on, schema } of a.dependentSchemas) {
      if (g.dependentSchemas.some((own) => own.on === on)) continue;
      const names = shape(conjoin([schema])).objects.flatMap(({ properties }) => [...properties.keys()]);
      const unknown = names.filter((name) => !isDeclared(g, name));
      if (unknown.length === 0) continue;
      const what = `With ${on} in ${placeName(schema.pointer.slice(0, schema.pointer.lastIndexOf("/dependentSchemas")))}`;
      const message = saying(
        pair,
        `${what}, ${unknown.join(", ")} is limited now.`,
        `${what}, ${unknown.join(", ")} is not limited any more.`,
      );
      yield finding("dependent-schema", schema.pointer, message);
    }
  },
};
