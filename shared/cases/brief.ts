import type { CaseFile } from '#shared/records/case-file.ts';

const blank = { words: '' };

/**
 * A case without its words: what its clocks, its next step and its line in a list are worked out from, and nothing
 * else. It is written beside the document with every save so that a queue need not read what was said, and is never the
 * truth: whatever is worked out from it is the same as from the case itself.
 */
export const inBrief = (c: CaseFile): CaseFile => {
  const answered = c.answered?.on;
  return {
    id: c.id,
    events: c.events.slice(-1).map(({ id, from, to, by, at }) => ({ id, from, to, by, at })),
    ...(c.reference && { reference: c.reference }),
    ...(c.imported && { imported: c.imported }),
    kind: c.kind,
    received: c.received,
    ...(c.from && { from: c.from }),
    ...(c.area && { area: c.area }),
    themes: c.themes,
    tags: [],
    ...(c.summary && { summary: c.summary.slice(0, 160) }),
    ...(c.urgent && { urgent: true }),
    ...(c.risk && { risk: { ...c.risk, ...blank } }),
    ...(c.confidential && { confidential: { readers: c.confidential.readers } }),
    assignments: c.assignments.slice(-1),
    // Only what was said after the answer says anything of what is owed.
    messages: c.messages
      .filter(({ on }) => answered !== undefined && on > answered)
      .map(({ id, direction, channel, on, at, kept, by }) => ({ id, direction, channel, on, at, kept, by })),
    drafts: c.drafts.map(({ id, purpose, channel, by, at, asked, approved, returned }) => ({
      ...{ id, purpose, channel, by, at, asked, approved },
      ...(returned !== undefined && { returned: '' }),
      ...blank,
    })),
    asks: c.asks.map(({ id, on, by, to, due, chased, answered: when, done }) => ({
      ...{ id, on, by, to, due, chased, answered: when },
      question: '',
      ...(done && { done: { on: done.on, by: done.by } }),
    })),
    holds: c.holds.map(({ id, from, until, by }) => ({ id, from, until, by, why: '' })),
    steps: c.steps.map(({ id, what, on, by }) => ({ id, what, on, by })),
    notes: [],
    ...(c.acknowledged && { acknowledged: { on: c.acknowledged.on } }),
    ...(c.answered && { answered: c.answered }),
    followUps: c.followUps.map(({ id, due, done, by }) => ({ id, due, done, by, what: '' })),
    closings: c.closings.slice(-1).map(({ id, on, by, outcome }) => ({ id, on, by, outcome })),
    links: [],
    ...(c.request && { request: requestInBrief(c.request) }),
    redactions: [],
  };
};

/** The days and outcomes of a request, without what was asked for or withheld. */
const requestInBrief = (r: NonNullable<CaseFile['request']>): NonNullable<CaseFile['request']> => ({
  ...r,
  asked: undefined,
  clarifications: r.clarifications.map(({ words: _, ...one }) => one),
  ...(r.extension && { extension: { ...r.extension, ground: '' } }),
  exemptions: [],
  ...(r.decision && { decision: { ...r.decision, words: undefined } }),
  internalReviews: r.internalReviews.map(({ words: _, ...one }) => one),
  ...(r.disclosure && { disclosure: { ...r.disclosure, summary: '' } }),
});
