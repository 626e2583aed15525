/**
 * What a rota is made of. A visit is unannounced, at a time only its pair knows (Police Reform Act 2002 s.51; Code of
 * Practice on Independent Custody Visiting 2013): a rota knows weeks, named by their Monday, and never a day or a time.
 */

/** A week by its Monday, `YYYY-MM-DD`. */
export type Week = string;

/**
 * Whether somebody counts as experienced: accredited from a day on; before it, and in the months after training, on
 * probation. Who is in training goes as a third beside a pair and is never one of it.
 */
export type Experience =
  | { readonly kind: 'accredited'; readonly since: string }
  | { readonly kind: 'probation' }
  | { readonly kind: 'training' };

export type Volunteer = {
  readonly id: string;
  readonly name: string;
  readonly panel?: string | undefined;
  readonly experience: Experience;
  /** The last day on which vetting is in date; nothing where no date is known. */
  readonly vettedUntil?: string | undefined;
  /** Accredited for visits to people held under the Terrorism Act, from this day. */
  readonly tactSince?: string | undefined;
  /** What they said of each week; of a week that is not in it they said nothing. */
  readonly availability: Readonly<Record<Week, 'free' | 'away'>>;
  /** Conflicts of interest with suites and with other volunteers. One of two declaring it is enough. */
  readonly conflicts?:
    | { readonly suites?: readonly string[]; readonly people?: readonly string[] }
    | undefined;
};

/** So many visits within these weeks: of one week for a weekly target, of all for a target of the quarter. */
export type Want = {
  readonly visits: number;
  readonly weeks: readonly Week[];
  /** A visit to people held under the Terrorism Act (TACT). */
  readonly tact?: boolean | undefined;
};

export type RotaSuite = {
  readonly id: string;
  readonly name: string;
  readonly panel?: string | undefined;
  readonly wants: readonly Want[];
};

/** A visit to be made in a week, by whom is open. */
export type Opening = {
  readonly suite: string;
  readonly week: Week;
  readonly tact?: boolean | undefined;
  /** Who stands in it already and looks for somebody to go with. */
  readonly with?: string | undefined;
};

/** A place of the rota: one person where the other half of the pair is still looked for. */
export type Place = {
  /** The id of a place that stands; a proposed one has none, unless it is the other half of one that stands. */
  readonly id?: string | undefined;
  readonly suite: string;
  readonly week: Week;
  readonly tact?: boolean | undefined;
  readonly people: readonly string[];
  /** Who goes with the pair to learn. */
  readonly trainee?: string | undefined;
};

/** A place as the coordinator has it. */
export type FixedPlace = Place & { readonly id: string };

/** How often these two visited together, or one person went, this year before the quarter. */
export type Together = { readonly people: readonly [string, string]; readonly times: number };
export type Went = { readonly person: string; readonly times: number };

/** All that a proposal is made of. The order of its lists says nothing. */
export type RotaInput = {
  /** Decides between people for whom everything else is alike: nobody is first by their name. */
  readonly seed: string;
  readonly weeks: readonly Week[];
  readonly suites: readonly RotaSuite[];
  readonly volunteers: readonly Volunteer[];
  /** Places as the coordinator has them: never moved, and nobody in them is exchanged. */
  readonly fixed: readonly FixedPlace[];
  readonly history: { readonly together: readonly Together[]; readonly went: readonly Went[] };
  /** Whether somebody who said nothing of a week may be asked to go in it. */
  readonly silence: 'may be asked' | 'may not be asked';
  /** Whether volunteers of one panel may help out at the suites of another. */
  readonly acrossPanels: boolean;
};

/** A place somebody proposes, and in one sentence why. */
export type ProposedPlace = Place & { readonly people: readonly [string, string]; readonly why: string };

/** A visit that is wanted in one of these weeks and that nobody makes, and why. */
export type Gap = {
  readonly suite: string;
  readonly weeks: readonly Week[];
  readonly tact: boolean;
  readonly with?: string | undefined;
  readonly why: string;
};

export type Proposal = { readonly places: readonly ProposedPlace[]; readonly gaps: readonly Gap[] };
