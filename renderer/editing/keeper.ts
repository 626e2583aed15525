import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { applyPatch, diff, type MergeGroups, type PatchConflict, same } from '#shared/sync/patch.ts';

/** What a keeper needs of the world. */
export type KeeperMeans<D> = {
  /** Saves what differs between the two. Called one at a time. */
  send(was: D, now: D): Promise<Result<{ savedAt: string }, Failure>>;
  /** What the store holds now. */
  read(): Promise<Result<D, Failure>>;
  groups: MergeGroups;
  /** Puts aside, inside the draft, what could not be merged, so that both values can be shown. */
  contest(draft: D, conflicts: PatchConflict[]): D;
  /** Calls back after a time; gives back how not to. */
  later(ms: number, then: () => void): () => void;
};

/** A draft as screens see it. */
export type Kept<D> = {
  draft: D;
  /** Everything typed has been acknowledged as saved. */
  saved: boolean;
  at: string | null;
  failure: Failure | null;
};

/** How soon what is typed is sent, in milliseconds. */
const soon = 200;
const longest = 10_000;

/** Failures that another try does not mend: somebody has to do something first. */
const final = new Set<Failure['tag']>([
  'alreadyReceived',
  'checkDone',
  'notFound',
  'notAllowed',
  'invalid',
  'mustFix',
  'locked',
]);

/**
 * Keeps one draft: in memory as it is typed, in the store as soon as may be. Saves one at a time and gathers what
 * changes meanwhile; nothing counts as saved before the answer came; a failed save is tried again for ever. What
 * changed elsewhere is merged in, and where both changed the same place both values are kept.
 */
export class Keeper<D> {
  #means: KeeperMeans<D>;
  /** What the store is known to hold. */
  #base: D;
  #kept: Kept<D>;
  #sending: Promise<void> | null = null;
  #cancel: (() => void) | null = null;
  #tries = 0;
  /** Counts the saves begun: a read that overlapped one may be older than it. */
  #begun = 0;
  #stale = false;
  #listeners = new Set<() => void>();

  constructor(base: D, means: KeeperMeans<D>) {
    this.#base = base;
    this.#means = means;
    this.#kept = { draft: base, saved: true, at: null, failure: null };
  }

  get = (): Kept<D> => this.#kept;

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes the draft. `now` for a choice or a field that is left, otherwise a moment is waited for more typing. */
  change(change: (draft: D) => D, when: 'soon' | 'now'): void {
    const draft = change(this.#kept.draft);
    if (!same(draft, this.#kept.draft))
      this.#show({ draft, saved: same(draft, this.#base) && !this.#sending });
    if (when === 'now') this.hurry();
    else if (!this.#settled() && !this.#cancel) this.#plan(soon);
  }

  /** Sends at once what waits. */
  hurry(): void {
    if (!this.#settled() && !this.#sending) this.#plan(0);
  }

  /** Sends what waits and says whether all of it is saved. */
  async flush(): Promise<boolean> {
    this.#cancelPlan();
    await (this.#sending ?? this.#save());
    return this.#settled();
  }

  /** Tries again at once after something stood in the way. */
  resume(): void {
    this.#tries = 0;
    this.hurry();
    this.refresh();
  }

  /** The record changed in the store, perhaps by this keeper's own doing: looks as soon as nothing is under way. */
  refresh(): void {
    this.#stale = true;
    if (this.#settled()) void this.#look();
  }

  stop(): void {
    this.#cancelPlan();
    this.#listeners.clear();
  }

  /** Words that were typed and are not saved. */
  unsaved(): string[] {
    const changed = diff(this.#base, this.#kept.draft).map(({ now }) => now);
    return changed.filter((now) => typeof now === 'string');
  }

  #settled = (): boolean => !this.#sending && same(this.#base, this.#kept.draft);

  #show(some: Partial<Kept<D>>): void {
    this.#kept = { ...this.#kept, ...some };
    for (const listener of this.#listeners) listener();
  }

  #plan(ms: number): void {
    this.#cancelPlan();
    this.#cancel = this.#means.later(ms, () => {
      this.#cancel = null;
      void this.#save();
    });
  }

  #cancelPlan(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #save(): Promise<void> {
    this.#sending ??= this.#saveAll().finally(() => {
      this.#sending = null;
      this.#show({ saved: this.#settled() });
      if (this.#stale && this.#settled()) void this.#look();
    });
    return this.#sending;
  }

  async #saveAll(): Promise<void> {
    while (!same(this.#base, this.#kept.draft)) {
      const sent = this.#kept.draft;
      this.#begun += 1;
      const answer = await this.#means.send(this.#base, sent);
      if (answer.ok) {
        this.#base = sent;
        this.#tries = 0;
        this.#show({ at: answer.value.savedAt, failure: null });
      } else if (answer.error.tag !== 'changedElsewhere' || !(await this.#merge())) {
        return this.#giveWay(answer.error);
      }
    }
    this.#show({ failure: null });
  }

  #giveWay(failure: Failure): void {
    this.#show({ failure, saved: false });
    if (!final.has(failure.tag)) this.#plan(Math.min(longest, 500 * 2 ** this.#tries++));
  }

  /** Reads what the store holds; an answer that a save overtook is thrown away and asked for again. */
  async #look(): Promise<void> {
    this.#stale = false;
    const begun = this.#begun;
    const fresh = await this.#means.read();
    if (!fresh.ok) return;
    if (begun === this.#begun) this.#adopt(fresh.value);
    else this.refresh();
  }

  async #merge(): Promise<boolean> {
    const fresh = await this.#means.read();
    if (fresh.ok) this.#adopt(fresh.value);
    return fresh.ok;
  }

  /** Takes what the store holds as the new ground and puts on it what is not saved yet. */
  #adopt(fresh: D): void {
    const mine = diff(this.#base, this.#kept.draft, this.#means.groups);
    const { document, conflicts } = applyPatch(fresh, mine, this.#means.groups);
    const clashes = conflicts.filter((c) => !same(c.was, c.now));
    this.#base = fresh;
    this.#show({ draft: clashes.length > 0 ? this.#means.contest(document, clashes) : document });
    if (!same(this.#base, this.#kept.draft) && !this.#sending) this.#plan(0);
  }
}
