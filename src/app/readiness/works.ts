import { notAsked, type Work } from "../../fold/readiness/work.ts";
import type { Digest } from "../../model/digest.ts";
import { believedDigests } from "../digest-of.ts";
import { Digests } from "../digests.ts";
import { isForgotten } from "../forgotten.ts";
import type { Nerve } from "../nerve.ts";
import type { View } from "../view.ts";
import { LandingReader } from "./landing-reader.ts";

/**
 * Everybody's work that is still in progress, as far as this clone knows, that of its own worktrees first, then by name. Reads what the digests
 * leave open through the git process that reads digests: no other one is started.
 */
export const readWorks = async (nerve: Nerve, view: View, digests = new Digests(nerve)): Promise<Work[]> => {
  const { state } = view;
  const self = nerve.writer().key.id;
  const reader = new LandingReader(nerve);
  const lives = await digests.read(view);
  const works = lives
    .filter(({ writer }) => !state.revoked.has(writer))
    .flatMap(believedDigests)
    .map(async (digest): Promise<Work | undefined> => {
      const agent = state.agents.get(digest.agent);
      const local = digest.writer === self;
      if (agent?.writer !== digest.writer || agent.status === "left" || state.revoked.has(agent.id)) return;
      if (isForgotten(digest, local ? "here" : "elsewhere", Date.now())) return;
      const [uncommitted, landing] = await Promise.all([
        local ? reader.uncommitted(digest) : uncommittedElsewhere(digest),
        local ? reader.landing(digest) : landingElsewhere,
      ]);
      return { agent, local, digest, uncommitted, landing };
    });
  const found = (await Promise.all(works)).filter((work) => work !== undefined);
  return found.sort((a, b) => Number(b.local) - Number(a.local) || byName(a, b));
};

/** The commits of another clone need not be here. */
const uncommittedElsewhere = ({ base, head }: Digest): Work["uncommitted"] => (base === head ? "everything" : null);

/** What another clone calls `main` may stand elsewhere than here. */
const landingElsewhere: Work["landing"] = { moved: null, overlap: [], asked: notAsked };

const byName = ({ agent: a }: Work, { agent: b }: Work): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
