import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { derivedId, instant } from '#shared/ids.ts';
import { defaultLetters } from '#shared/letters/defaults.ts';
import { problemWords, templateProblems } from '#shared/letters/merge.ts';
import {
  familyOf,
  type LetterKind,
  letterFamilies,
  template as schema,
  type Template,
} from '#shared/records/letter.ts';
import { fail, ok } from '#shared/result.ts';
import { applyPatch, diff } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { mayMake } from '../rights.ts';
import { actorOf, holdsOneOf } from '../session.ts';

type Place = Pick<Context, 'identity'>;

/** The templates that every office has: their ids are the same on each of its laptops, whether anybody changed them or not. */
const defaults = ({ identity }: Place): Template[] =>
  defaultLetters.map(({ key, ...words }) => ({
    id: derivedId(identity.office, 'template', key),
    ...words,
  }));

/** A template by its id: the office's, or one that it began with. */
export const readTemplate = (r: Reader, id: string, place: Place): Template | undefined =>
  readRecord(r, 'template', id)?.document ?? defaults(place).find((one) => one.id === id);

/** The words of a kind that are meant when nobody chose: the first that is in use. */
export const firstTemplate = (r: Reader, of: LetterKind, place: Place): Template | undefined =>
  templatesOf(r, place).find(({ template }) => template.of === of && !template.retired)?.template;

export const templatesOf = (r: Reader, place: Place): { template: Template; ours: boolean }[] => {
  const own = readAll(r, 'template');
  const has = new Set(own.map(({ id }) => id));
  const order = defaults(place);
  const placeOf = (id: string) => {
    const at = order.findIndex((one) => one.id === id);
    return at < 0 ? order.length : at;
  };
  return [
    ...own.map((template) => ({ template, ours: false })),
    ...order.filter(({ id }) => !has.has(id)).map((template) => ({ template, ours: true })),
  ].sort(
    (a, b) =>
      placeOf(a.template.id) - placeOf(b.template.id) ||
      a.template.name.localeCompare(b.template.name, 'en-GB'),
  );
};

/** Whether somebody writes letters from a template: whoever does not has no business with its words. */
const writesFrom = (r: Reader, ctx: Context, { of }: Pick<Template, 'of'>): boolean =>
  holdsOneOf(actorOf(r, ctx), letterFamilies[familyOf(of)].writtenBy);

export const templateReads = {
  'templates.list': (r, _, ctx) => ok(templatesOf(r, ctx).filter((one) => writesFrom(r, ctx, one.template))),
} satisfies Partial<Reads>;

export const templateWrites = {
  'templates.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      const held = readRecord(w, 'template', id);
      const begun = held ? undefined : defaults(ctx).find((one) => one.id === id);
      const { document } = applyPatch<Template | undefined>(held?.document ?? begun, patch);
      // What is no template at all is refused where it is saved.
      const read = schema.safeParse(document);
      const whole = read.success ? read.data : undefined;
      if (whole && !mayMake(w, ctx, 'template', held?.document ?? begun, whole))
        return fail({ tag: 'notAllowed' });
      const problems = whole
        ? templateProblems(whole.of, whole).map((problem) => problemWords(whole.of, problem))
        : [];
      if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
      // One that the office began with becomes its own, whole, with its first change.
      const change = begun ? diff(undefined, document) : patch;
      const saved = saveAndSend(w, author(ctx), 'template', id, change);
      return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
    }),
} satisfies Partial<Writes>;
