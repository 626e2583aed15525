import type { Visit } from '#shared/records/visit.ts';
import type { Question } from '../definition.ts';
import { type FoundKind, foundIn } from '../names.ts';
import { answerTo, type Scope } from '../scope.ts';
import type { Asked, Doubt } from './parts.ts';

const sentences: Record<FoundKind, string> = {
  name: 'looks like a name',
  dateOfBirth: 'looks like a date of birth',
  offence: 'looks like an offence',
};

/** Numbers of records and telephones are texts in which nobody writes a sentence. */
const numbers = new Set(['custodyNumber', 'number']);

const isFree = (q: Question): boolean =>
  (q.kind === 'text' || q.kind === 'longText') && !numbers.has(q.field ?? '');

const wordsOf = (q: Question, scope: Scope): string => {
  const given = answerTo(q, scope);
  const value = q.field ? given : (given as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' ? value : '';
};

/**
 * What looks like a name, a date of birth or an offence in the free text of a report: each text once, at the first
 * place where it stands.
 * @param places names of the office's suites and stations, which are nobody's
 * @param year the year of the visit
 */
export const nameDoubts = (
  scopes: readonly Scope[],
  asked: Asked,
  places: readonly string[],
  year: number,
): Doubt[] => {
  const seen = new Set<string>();
  const found = scopes.flatMap((scope) =>
    asked(scope)
      .flatMap((s) => s.questions)
      .filter(isFree)
      .flatMap((q) =>
        foundIn(wordsOf(q, scope), places, year).map(({ kind, words }): Doubt & { name: string } => ({
          scope,
          question: q.id,
          text: `“${words}” ${sentences[kind]}. People are known by custody record number only`,
          name: words,
        })),
      ),
  );
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
};

/** Whether somebody said that words which look like a name are none. */
export const isSilenced = ({ notNames }: Pick<Visit, 'notNames'>, { name }: Pick<Doubt, 'name'>): boolean =>
  name !== undefined && !!notNames && Object.hasOwn(notNames, name) && notNames[name] === true;
