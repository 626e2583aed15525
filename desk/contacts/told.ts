import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { escaped } from '../said/html.ts';
import type { Marking, ThirdParty } from './marking.ts';

/** What a record is told with: who is who by their id, and whom to mark. */
export type Telling = Marking & {
  /** Somebody, or another record, as it is called where an id stands; undefined for one that means nothing to a reader. */
  nameOf: (id: string) => { text: string; why?: ThirdParty } | undefined;
};

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** The name of a field in words: `onBehalfOf` as "On behalf of". */
const titleOf = (field: string): string =>
  capital(field.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`));

/** Fields in which somebody else writes, is written to, or was asked. */
const addressed: readonly string[] = ['to', 'who'];

const textOf = (telling: Telling, field: string, value: string): string | undefined => {
  if (uuid.test(value)) {
    const named = telling.nameOf(value);
    return named && (named.why ? telling.mark(named.text, named.why) : escaped(named.text));
  }
  if (day.test(value)) return dayWords(value);
  const at = moment.exec(value);
  if (at) return `${dayWords(at[1] as string)}, ${at[2]}`;
  const why = addressed.includes(field) ? ('writes or is written to' as const) : undefined;
  return telling.mark(value, why).replaceAll('\n', '<br>');
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const plain = (telling: Telling, field: string, value: string | number | boolean): string | undefined => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' ? textOf(telling, field, value) : String(value);
};

/** What of a record is the machine's alone: its own number and the sum of a file. */
const without: readonly string[] = ['id', 'hash'];

/**
 * Everything that a record says, whatever it says: fields it has today and those it may have one day. Only numbers by
 * which computers know records are left out.
 */
export const told = (telling: Telling, value: object, level: 2 | 3 | 4 = 2): string => {
  const entries = Object.entries(value).filter(
    ([name, one]) => !without.includes(name) && one !== undefined && one !== null,
  );
  const lines = entries.flatMap(([name, one]) => {
    const all = isPlain(one) ? [one] : Array.isArray(one) && one.every(isPlain) ? one : [];
    const said = all.flatMap((each) => plain(telling, name, each) ?? []);
    return said.length > 0
      ? [`<tr><th scope="row">${escaped(titleOf(name))}</th><td>${said.join('<br>')}</td></tr>`]
      : [];
  });
  const deeper = (level < 4 ? level + 1 : 4) as 3 | 4;
  const parts = entries.flatMap(([name, one]) => {
    if (typeof one !== 'object' || (Array.isArray(one) && one.every(isPlain))) return [];
    const heading = `<h${level}>${escaped(titleOf(name))}</h${level}>`;
    if (!Array.isArray(one)) return [heading + told(telling, one as object, deeper)];
    return [heading + one.map((each) => told(telling, each as object, deeper)).join('<hr>')];
  });
  return (lines.length > 0 ? `<table><tbody>${lines.join('\n')}</tbody></table>\n` : '') + parts.join('\n');
};
