import { readEvents } from "../../app/events.ts";
import { readView } from "../../app/view.ts";
import { severities } from "../../model/severity.ts";
import { defineCommand } from "../command.ts";
import { choice, count, text, texts } from "../options.ts";
import { eventLine } from "../show.ts";

const defaultLimit = 50;

export default defineCommand({
  about: "Lists what was said in all logs of the plane, newest last.",
  options: {
    type: texts("type", "only events of this type"),
    agent: text("agent", "only what this agent said: its name, the start of its id, or sensor"),
    since: text("when", "only events at most this old (15m, 2h, 3d) or since a date"),
    severity: choice("level", severities, "this or worse"),
    limit: count("n", `the newest n (${defaultLimit} unless told; 0: all)`),
  },
  examples: [
    ["git nerve events", "the newest 50"],
    ["git nerve events --type conflict_opened --since 2h", "conflicts of the last two hours"],
    ["git nerve events --agent alice --json --limit 0", "everything alice ever said, as JSON"],
  ],

  async run({ nerve, out, options }) {
    const plane = await nerve();
    const limit = options.limit === 0 ? Number.POSITIVE_INFINITY : (options.limit ?? defaultLimit);
    const events = await readEvents(plane, {
      types: options.type,
      agent: options.agent,
      since: options.since,
      severity: options.severity,
      limit,
    });
    if (options.json) return void out.json({ events });
    if (events.length === 0) return void out.note("No events.");
    const { state } = await readView(plane);
    for (const event of events) out.line(eventLine(event, event.agent === null ? "sensor" : (state.agents.get(event.agent)?.name ?? "?")));
    return;
  },
});
