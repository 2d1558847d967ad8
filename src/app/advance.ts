import { emptyState } from "../fold/empty-state.ts";
import { fold } from "../fold/fold.ts";
import { findWriter } from "../identity/writer.ts";
import { Chain, emptyChain } from "../log/chain.ts";
import { inOrder } from "../log/order.ts";
import { comparePosition } from "../model/event.ts";
import type { AgentId, Oid, WriterId } from "../model/ids.ts";
import type { Notice } from "../model/notice.ts";
import type { State } from "../model/state.ts";
import { lasting } from "../routing/inbox.ts";
import { noticeOf } from "../routing/notice-of.ts";
import { route } from "../routing/route.ts";
import { acknowledgedOpenings, isAcknowledged, readCursor } from "./cursor.ts";
import { readMilestones, writeMilestones } from "./milestones.ts";
import type { Nerve } from "./nerve.ts";
import type { Milestone, StoredView } from "./stored-view.ts";

/**
 * Folds what the refs hold beyond `stored`. New events usually come last in the one order of all events, and are folded onto the state that
 * is there. A teammate's event that belongs before something already folded sends the fold back: to a milestone if one is old enough, else
 * to the beginning.
 */
export const advance = async (nerve: Nerve, stored: StoredView | undefined, tips: ReadonlyMap<WriterId, Oid>): Promise<StoredView> => {
  const known = stored ?? { ...nothing(), faults: new Map(), pending: new Map(), milestoneAt: 0 };
  const found = (await foldFrom(nerve, known, () => readMilestones(nerve), known, tips)) ?? (await foldAgain(nerve, known, tips));
  if (found.milestones) writeMilestones(nerve, found.milestones);
  return found.view;
};

/** From the latest milestone that will do, else from the beginning. */
const foldAgain = async (nerve: Nerve, known: StoredView, tips: ReadonlyMap<WriterId, Oid>): Promise<Folded> => {
  const [older, newer] = readMilestones(nerve);
  const starts = [
    ...(newer ? [{ start: newer, earlier: older ? [older] : [] }] : []),
    ...(older ? [{ start: older, earlier: [] }] : []),
    { start: nothing(), earlier: [] },
  ];
  for (const { start, earlier } of starts) {
    const found = await foldFrom(nerve, start, () => earlier, known, tips);
    if (found) return found;
  }
  throw new Error("a fold from the beginning found something before the beginning");
};

interface Folded {
  readonly view: StoredView;
  /** Undefined when they are as they were. */
  readonly milestones: readonly Milestone[] | undefined;
}

/** Events between two milestones. Two are kept, so an event that comes late by less than this never costs more than folding twice as many. */
const milestoneEvery = 2000;

const nothing = (): Milestone => ({ heads: new Map(), state: emptyState() });

/** Undefined when `start` is no place to start from: something new belongs before it, or a log it knew was taken back or is gone. */
const foldFrom = async (
  nerve: Nerve,
  start: Milestone,
  earlier: () => readonly Milestone[],
  known: StoredView,
  tips: ReadonlyMap<WriterId, Oid>,
): Promise<Folded | undefined> => {
  if ([...start.heads.keys()].some((writer) => !tips.has(writer))) return;
  // A fault that stands at the same tip was looked at before; nothing but the ref's moving can mend it.
  const standing = new Map(start === known ? [...known.faults].filter(([writer, { tip }]) => tips.get(writer) === tip) : []);
  const open = [...tips].filter(([writer]) => !standing.has(writer));
  const chains = open.map(([writer, tip]) => new Chain(nerve.repository, start.heads.get(writer) ?? emptyChain(writer), tip));
  const heads = new Map(start.heads);
  const { state } = start;
  const mail = new Mail(nerve, known);
  let milestones = start === known ? undefined : earlier();
  let milestoneAt = milestones ? (milestones.at(-1)?.state.events ?? 0) : known.milestoneAt;

  for await (const commit of inOrder(chains)) {
    if (state.last && comparePosition(commit, state.last) <= 0) return;
    for (const event of commit.events) {
      fold(state, [event]);
      if (commit.seq > (known.heads.get(commit.writer)?.seq ?? 0)) {
        for (const delivery of route(state, event))
          mail.post(delivery.agent, state.agents.get(delivery.agent)?.writer, noticeOf(state, event, delivery));
      }
    }
    heads.set(commit.writer, commit.head);
    if (state.events - milestoneAt < milestoneEvery) continue;
    milestones = [...(milestones ?? earlier()), structuredClone({ heads, state })].slice(-2);
    milestoneAt = state.events;
  }

  const faults = standing;
  for (const chain of chains) {
    const { writer } = chain.head;
    const tip = tips.get(writer);
    const began = start.heads.get(writer);
    if (!tip || chain.head.tip === tip) continue;
    // The ref does not lead on from where we were: what we folded of this log may not be in it any more.
    if (began && chain.head.seq === began.seq) return;
    faults.set(writer, { ...(chain.fault ?? { commit: tip, reason: "ends before its ref" }), tip });
  }
  return { view: { heads, faults, state, pending: mail.boxes(state), milestoneAt }, milestones };
};

/** Collects what is for agents of this clone. */
class Mail {
  readonly #nerve: Nerve;
  readonly #self: WriterId | undefined;
  readonly #boxes: Map<AgentId, Notice[]>;

  constructor(nerve: Nerve, { pending }: StoredView) {
    this.#nerve = nerve;
    this.#self = findWriter(nerve.repository.nerveDir)?.id;
    this.#boxes = new Map([...pending].map(([agent, notices]) => [agent, [...notices]]));
  }

  post(agent: AgentId, writer: WriterId | undefined, notice: Notice): void {
    if (writer === undefined || writer !== this.#self) return;
    const box = this.#boxes.get(agent);
    if (box) box.push(notice);
    else this.#boxes.set(agent, [notice]);
  }

  /** Without what was acknowledged meanwhile, and what is over without anybody having read of it. */
  boxes(state: State): ReadonlyMap<AgentId, readonly Notice[]> {
    const boxes = new Map<AgentId, readonly Notice[]>();
    for (const [agent, notices] of this.#boxes) {
      const cursor = readCursor(this.#nerve.repository, agent);
      const unread = notices.filter(({ id }) => !isAcknowledged(cursor, id));
      boxes.set(agent, lasting(state, unread, acknowledgedOpenings(state, cursor)));
    }
    return boxes;
  }
}
