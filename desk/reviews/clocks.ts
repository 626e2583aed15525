import { saveAndSend } from '#db/office.ts';
import type { Reader, Writer } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import type { BankHolidays } from '#shared/deadlines/calendar.ts';
import { deadline } from '#shared/deadlines/deadline.ts';
import { holidayChanges, withNewer } from '#shared/deadlines/holidays-file.ts';
import { type Rule, type RuleId, ruleIds, ruleOf } from '#shared/deadlines/rules.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { reviewListsOf } from '#shared/records/review-settings.ts';
import { type Setting, settingId } from '#shared/records/setting.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type ReviewSettings, ruleAsSet } from '#shared/reviews/deadlines.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { movedBy } from '../moved.ts';
import { settings } from '../office.ts';
import { clocksOf } from './around.ts';

/** A rule with the length that this office has set, where it is one of its own clocks. */
const ruleHere = (id: RuleId, clocks: ReviewSettings): Rule => ruleAsSet(ruleOf(id), clocks);

const read = (
  r: Reader,
  { name, text }: Parsed<'deadlines.readHolidays'>,
  ctx: Context,
): Result<{ known: BankHolidays; newer: BankHolidays }, Failure> => {
  const known = clocksOf(r, ctx).holidays ?? bankHolidays;
  const newer = withNewer(known, text, name);
  return newer.ok ? ok({ known, newer: newer.value }) : fail({ tag: 'badFile', detail: newer.error });
};

/** What the office goes by once it has taken a newer list. */
const loaded = (
  { source, first, last, days }: BankHolidays,
  ctx: Context,
): Required<Setting>['bankHolidays'] => ({
  ...{ source, first, last },
  days: days.map(([day, where, name]): Day => [day, where, name]),
  ...{ loaded: ctx.today, by: ctx.identity.person },
});

/** Changes the office's settings; what moves by it is worked out from those that open records stand under before. */
const set = (w: Writer, ctx: Context, change: Partial<Setting>) => {
  const id = settingId(ctx.identity.office);
  const before = settings(w, ctx);
  const saved = saveAndSend(w, author(ctx), 'setting', id, diff(before, { ...before, ...change }));
  if (!saved.ok) return saved;
  return ok({ id, savedAt: instant(ctx.sources), moved: movedBy(w, ctx, before, saved.value) });
};

export const clockReads = {
  'deadlines.rules': (r, _, ctx) => {
    const clocks = clocksOf(r, ctx);
    const { source, first, last } = clocks.holidays ?? bankHolidays;
    return ok({
      rules: ruleIds.map((id) => {
        const { title, starts, count, unit, standing, basis, ...rule } = ruleHere(id, clocks);
        return {
          ...{ id, title, starts, count, unit, standing, basis },
          calendar: rule.calendar ?? null,
          pauses: rule.pauses ?? null,
          restarts: rule.restarts ?? null,
          extensions: (rule.extensions ?? []).map(({ confirm, ...one }) => ({
            ...one,
            confirm: confirm ?? false,
          })),
          since: rule.since ?? null,
          note: rule.note ?? null,
          confirm: rule.confirm ?? false,
        };
      }),
      calendar: { source, first, last, loaded: settings(r, ctx).bankHolidays?.loaded ?? null },
    });
  },
  'deadlines.work': (r, { rule, events }, ctx) => {
    const clocks = clocksOf(r, ctx);
    return ok(deadline(rule, events, clocks.holidays, ruleHere(rule, clocks)) ?? null);
  },
  'deadlines.readHolidays': (r, file, ctx) => {
    const found = read(r, file, ctx);
    if (!found.ok) return found;
    const { known, newer } = found.value;
    const before = settings(r, ctx);
    const { added, removed } = holidayChanges(known, newer);
    return ok({
      first: newer.first,
      last: newer.last,
      added: added.map(([day, where, name]): Day => [day, where, name]),
      removed: removed.map(([day, where, name]): Day => [day, where, name]),
      moved: movedBy(r, ctx, before, { ...before, bankHolidays: loaded(newer, ctx) }),
    });
  },
  'reviews.settings': (r, _, ctx) => {
    const { categories, prompts, quality, sampling, ...lists } = reviewListsOf(settings(r, ctx));
    return ok({
      ...lists,
      categories: [...categories],
      prompts: [...prompts],
      quality: [...quality],
      sampling: [...sampling],
    });
  },
} satisfies Partial<Reads>;

type Day = [string, string, string];

export const clockWrites = {
  'deadlines.loadHolidays': (w, file, ctx) =>
    w.inTransaction(() => {
      const found = read(w, file, ctx);
      if (!found.ok) return found;
      return set(w, ctx, { bankHolidays: loaded(found.value.newer, ctx) });
    }),
  'reviews.set': (w, { set: wanted }, ctx) =>
    w.inTransaction(() => set(w, ctx, { reviews: { ...settings(w, ctx).reviews, ...wanted } })),
} satisfies Partial<Writes>;
