import { type Command, wrong } from '#commands/command.ts';
import { unknownWord } from '#commands/words.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { type AnyDimension, dimensions, dimensionsOf, type ReturnKind, returnKinds } from '#shared/views.ts';
import type { Desk } from '../desk.ts';
import { asText } from './return-text.ts';
import { call, withStore } from './store.ts';
import { type Format, tell, tellingOptions, toldAs } from './telling.ts';

type Asked = { return: ReturnKind; period: string; by?: AnyDimension };

const isKind = (word: string): word is ReturnKind => (returnKinds as readonly string[]).includes(word);

const compose = async (desk: Desk, asked: Asked, format: Format): Promise<Result<Buffer, Failure>> => {
  if (format !== 'text') {
    const made = await call(desk, 'returns.file', { ...asked, as: format });
    return made.ok ? ok(Buffer.from(made.value.bytes, 'base64')) : made;
  }
  const computed = await call(desk, 'returns.compute', asked);
  return computed.ok ? ok(Buffer.from(asText(computed.value))) : computed;
};

export const returning: Command = {
  name: 'return',
  words: [returnKinds.join('|')],
  summary: 'Compute a return from the records of a period',
  options: {
    period: { type: 'string', hint: 'P', help: '2022-23, 2022-23Q4, 2022-11 or 2022-02-01..2022-11-11' },
    by: {
      type: 'string',
      hint: 'D',
      help: `every measure once more for each ${dimensions.join(', ')}; of reviews for each route; of correspondence for each kind, channel, area, constituency and theme`,
    },
    ...tellingOptions,
  },
  async run(given, terminal) {
    const [kind = ''] = given.words;
    const period = given.text('period');
    const by = given.text('by');
    if (!isKind(kind)) return unknownWord('return', kind, returnKinds);
    if (period === undefined) return wrong('Say which period: --period 2022-23Q4, for example.');
    const division = dimensionsOf[kind].find((one) => one === by);
    if (by !== undefined && !division) return unknownWord('division', by, dimensionsOf[kind]);
    const told = toldAs(given, terminal);
    if (!told.ok) return told;

    return withStore(given, terminal, (desk) => {
      const asked: Asked = { return: kind, period, ...(division && { by: division }) };
      return tell(told.value, terminal, () => compose(desk, asked, told.value.format));
    });
  },
};
