import type { Apart } from './week.ts';

/** A pair at a visit, by numbers: weeks and people count from 0; somebody unknown is -1. */
export type Post = {
  readonly week: number;
  readonly people: [number, number];
  /** Which of the two may be exchanged: neither of a place that stands. */
  readonly open: readonly (0 | 1)[];
  /** Who may be put there, and goes to no place that stands in that week. */
  readonly able: ReadonlySet<number>;
  /** Who is experienced in that week. */
  readonly leads: ReadonlySet<number>;
  /** Who of the able would come from another panel, and who said nothing of that week. */
  readonly strangers: ReadonlySet<number>;
  readonly silent: ReadonlySet<number>;
};

export type Crowd = {
  readonly size: number;
  readonly weeks: number;
  readonly apart: Apart;
  /** How often one went, and two went together, this year before. */
  readonly went: (person: number) => number;
  readonly together: (a: number, b: number) => number;
  /** From how many visits on one more would be over-use, whoever else has said nothing. */
  readonly most: (person: number) => number;
};

/** Moves looked at before the posts are taken as they are: a number, so that every machine comes to the same. */
const mostMoves = 400_000;
/** Visits of one person count as close within so many weeks. */
const near = 4;

/**
 * What is aimed at once no gap is left that a hand could fill, the earlier before the later: (0) nobody from another
 * panel, (1) nobody much above an even share, (2) those who said that they are free, (3) a fair share of the quarter,
 * (4) and of the year before it, (5) varied partners, (6) a person's visits spread over the weeks. Each is counted so
 * that less is nearer to it.
 */
const tally = (crowd: Crowd) => {
  const { size, weeks } = crowd;
  const far = [0, 0, 0, 0, 0, 0, 0];
  const visits = new Int32Array(size);
  const inWeek = new Int32Array(size * weeks);
  const pairs = new Int32Array(size * size);
  const add = (aim: number, by: number) => {
    far[aim] = (far[aim] as number) + by;
  };
  const closeness = (p: number, week: number): number => {
    let sum = 0;
    for (let w = Math.max(0, week - near + 1); w < Math.min(weeks, week + near); w++)
      sum += (inWeek[p * weeks + w] as number) * (near - Math.abs(w - week));
    return sum;
  };
  /** Counts a post in (1) or out (-1). */
  const count = (post: Post, by: 1 | -1) => {
    const [a, b] = post.people;
    for (const p of post.people) {
      if (p < 0) continue;
      const at = p * weeks + post.week;
      if (by < 0) {
        visits[p]!--;
        inWeek[at]!--;
      }
      if (post.strangers.has(p)) add(0, by);
      if ((visits[p] as number) >= crowd.most(p)) add(1, by);
      if (post.silent.has(p)) add(2, by);
      add(3, by * (2 * (visits[p] as number) + 1));
      add(4, by * crowd.went(p));
      add(6, by * closeness(p, post.week));
      if (by > 0) {
        visits[p]!++;
        inWeek[at]!++;
      }
    }
    if (a < 0 || b < 0) return;
    const pair = Math.min(a, b) * size + Math.max(a, b);
    if (by < 0) pairs[pair]!--;
    add(5, by * (crowd.together(a, b) + (pairs[pair] as number)));
    if (by > 0) pairs[pair]!++;
  };
  return { far, visits, count, goes: (p: number, week: number) => (inWeek[p * weeks + week] as number) > 0 };
};

const isNearer = (now: readonly number[], before: readonly number[]): boolean => {
  const at = now.findIndex((value, i) => value !== before[i]);
  return at >= 0 && (now[at] as number) < (before[at] as number);
};

/** Whether a change comes farther from the first aims it is counted by. */
const isBeyond = (by: readonly number[]): boolean => (by.find((value) => value !== 0) ?? 0) > 0;

/**
 * Exchanges people where that comes nearer to the aims, until nothing does: somebody for somebody who is idle that
 * week, or two people for each other. Rules are kept at every step, and who has to stay stays.
 */
export const improve = (crowd: Crowd, posts: readonly Post[]): void => {
  const { far, visits, count, goes } = tally(crowd);
  const before = [...far];
  for (const post of posts) count(post, 1);
  const seats = posts.flatMap((post) => post.open.map((at) => ({ post, at })));
  type Seat = (typeof seats)[number];
  let moves = 0;

  const isIdle = (p: number, week: number) => !goes(p, week);
  const isPair = ({ leads }: Post, a: number, b: number) =>
    a !== b && (leads.has(a) || leads.has(b)) && !crowd.apart(a, b);

  /** How much farther from the first aims a visit comes by the one for the other. */
  const farther = ({ strangers, silent }: Post, p: number, now: number): [number, number] => [
    Number(strangers.has(p)) - Number(strangers.has(now)),
    Number(silent.has(p)) - Number(silent.has(now)),
  ];
  const put = ({ post, at }: Seat, p: number) => {
    post.people[at] = p;
  };

  /** Makes a change that keeps the rules, and takes it back where it comes no nearer. */
  const change = (posts: readonly Post[], forth: () => void, back: () => void): boolean => {
    moves++;
    for (const [aim, value] of far.entries()) before[aim] = value;
    for (const post of posts) count(post, -1);
    forth();
    for (const post of posts) count(post, 1);
    if (isNearer(far, before)) return true;
    for (const post of posts) count(post, -1);
    back();
    for (const post of posts) count(post, 1);
    return false;
  };

  const replace = (seat: Seat): boolean => {
    const { post, at } = seat;
    let changed = false;
    for (const p of post.able) {
      const now = post.people[at];
      if (!isIdle(p, post.week) || !isPair(post, p, post.people[1 - at] as number)) continue;
      const [strange, silent] = farther(post, p, now);
      const over =
        Number((visits[p] as number) >= crowd.most(p)) - Number((visits[now] as number) > crowd.most(now));
      const fairness = (visits[p] as number) + 1 - (visits[now] as number);
      if (isBeyond([strange, over, silent, fairness])) continue;
      if (
        change(
          [post],
          () => put(seat, p),
          () => put(seat, now),
        )
      )
        changed = true;
    }
    return changed;
  };

  const exchange = (one: Seat, other: Seat): boolean => {
    if (one.post === other.post) return false;
    const [p, q] = [one.post.people[one.at], other.post.people[other.at]];
    if (p === q || !one.post.able.has(q) || !other.post.able.has(p)) return false;
    const isSameWeek = one.post.week === other.post.week;
    if (!isSameWeek && !(isIdle(q, one.post.week) && isIdle(p, other.post.week))) return false;
    const [pStays, qStays] = [
      one.post.people[1 - one.at] as number,
      other.post.people[1 - other.at] as number,
    ];
    if (!isPair(one.post, q, pStays) || !isPair(other.post, p, qStays)) return false;
    const [mine, yours] = [farther(one.post, q, p), farther(other.post, p, q)];
    if (isBeyond([mine[0] + yours[0], mine[1] + yours[1]])) return false;
    return change(
      [one.post, other.post],
      () => {
        put(one, q);
        put(other, p);
      },
      () => {
        put(one, p);
        put(other, q);
      },
    );
  };

  for (let changed = true; changed && moves < mostMoves; ) {
    changed = false;
    for (const seat of seats) if (replace(seat)) changed = true;
    for (const [i, one] of seats.entries())
      for (let j = i + 1; j < seats.length; j++) if (exchange(one, seats[j] as Seat)) changed = true;
  }
};
