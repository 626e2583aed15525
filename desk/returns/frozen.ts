import type { z } from 'zod';
import { readWhole } from '#db/files.ts';
import type { Reader } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { type AttachedFile, frozenKind } from '#shared/records/file.ts';
import type { PeriodReturn } from '#shared/records/period-return.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type FrozenReturn, frozenReturn } from '#shared/returns/frozen.ts';
import { withoutSmall } from '#shared/returns/given.ts';
import { type Issue, issuesIn, whyTakenUp } from '#shared/returns/issues.ts';
import { type Context, sha256 } from '../context.ts';
import { actorOf } from '../session.ts';
import { basisOf } from './basis.ts';
import type { Asked } from './named.ts';
import type { Looked } from './work.ts';

/** Everything that is signed off, as it is looked at now. */
export const freeze = (
  r: Reader,
  ctx: Context,
  { period, record }: Asked,
  { definition, result, words, answers, least }: Looked,
  { as, at }: { as: string; at: string },
): FrozenReturn => {
  const { person, name } = actorOf(r, ctx);
  const measures = result.measures.map(({ id }) => id);
  const reasons = answers.flatMap(({ answer }) => answer ?? []);
  return {
    format: 1,
    definition,
    number: record ? issuesIn(record).length : 0,
    why: record ? whyTakenUp(record) : null,
    signed: { by: person, name, as, at, on: ctx.today },
    result,
    words,
    answers: reasons,
    least,
    given: least === null ? null : withoutSmall(result, reasons, least),
    basis: basisOf(r, definition.of, measures, period, ctx),
  };
};

/** A frozen return as the file it is kept as. */
export const fileOf = (ctx: Context, frozen: FrozenReturn): { file: AttachedFile; bytes: Buffer } => {
  const text = JSON.stringify(frozen);
  const bytes = Buffer.from(text);
  const name = `${frozen.definition.key} ${frozen.result.period.id} ${frozen.number}.json`;
  const id = newId(ctx.sources);
  return { bytes, file: { id, hash: sha256(text), name, kind: frozenKind, bytes: bytes.length } };
};

/** What a file says; undefined where somebody else's laptop made something of it that is no return. */
const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const read = <T>(
  r: Reader,
  record: PeriodReturn | undefined,
  number: number,
  schema: z.ZodType<T>,
): Result<{ issue: Issue; frozen: T }, Failure> => {
  const issue = record && issuesIn(record).find((one) => one.number === number);
  if (!record || !issue?.file) return fail({ tag: 'notFound', what: 'issue of this return' });
  const content = readWhole(r, { type: 'periodReturn', record: record.id, hash: issue.file.hash });
  if (!content.ok) return content;
  const frozen = parsed(schema, content.value.toString());
  return frozen ? ok({ issue, frozen }) : fail({ tag: 'fileDamaged', alone: !isJoined(r) });
};

/** An issue of a return with all that was signed, where its file has come here and is what was signed. */
export const readIssue = (r: Reader, record: PeriodReturn | undefined, number: number) =>
  read(r, record, number, frozenReturn);

/** The figures alone, whole and as they were given out: what they rest on is most of a file. */
const figuresOnly = frozenReturn.pick({ definition: true, number: true, result: true, given: true });

/** The figures of an issue, without what they rest on. */
export const readFigures = (r: Reader, record: PeriodReturn, number: number) =>
  read(r, record, number, figuresOnly);
