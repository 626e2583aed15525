import { fail, ok } from '#shared/result.ts';
import { type Reply, type Stream, streams } from '#shared/sync/wire.ts';
import { failed, type Run, type Step } from './run.ts';

/**
 * Receives both streams to their heads. A change of scope that the hub has declared needs nobody's word; its number
 * is remembered only when all of it has been applied.
 * @param scope the number of the person's scope, as the hub greeted
 */
export const receiveAll = async (run: Run, scope: number): Promise<Step<number>> => {
  const declared = run.member.scope !== null && run.member.scope !== scope;
  let received = 0;
  for (const stream of streams) {
    const done = await receive(run, stream, declared || run.wish.removal, received);
    if (!done.ok) return done;
    received = done.value;
  }
  if (run.member.scope !== scope) {
    if (declared) await run.log('scope');
    await run.remember({ scope });
  }
  return ok(received);
};

/** One stream, page after page; the next is on its way while one is applied. */
const receive = async (run: Run, stream: Stream, agreed: boolean, before: number): Promise<Step<number>> => {
  const ask = (cursor: string | null) => run.ask('pull', { stream, cursor });
  let received = before;
  let cursor = (await cursorOf(run, stream)) ?? null;
  let asked = ask(cursor);
  for (;;) {
    const page = await asked;
    if (!page.ok) return page;
    const { remaining, items } = page.value;
    if (remaining > 0 && page.value.cursor === cursor) return stuck(run, stream);
    run.progress({
      step: 'receiving',
      done: received,
      of: remaining > 0 ? received + items.length + remaining : null,
    });
    if (remaining > 0) asked = ask(page.value.cursor);
    const applied = await applyPage(run, stream, page.value, agreed);
    if (!applied.ok) return applied;
    received += items.length;
    cursor = page.value.cursor;
    if (remaining === 0) return ok(received);
  }
};

/** The store moves its cursors itself, with each page: they are read anew. */
const cursorOf = async (run: Run, stream: Stream) => (await run.store.membership())?.cursors[stream];

/** More is said to follow, and nothing comes: going on would go on for ever, and stopping in silence nobody would see. */
const stuck = async (run: Run, stream: Stream): Promise<Step<never>> => {
  await run.log('noProgress', { stream });
  return failed({ tag: 'stalled' });
};

const applyPage = async (
  run: Run,
  stream: Stream,
  page: Reply<'pull'>,
  agreed: boolean,
): Promise<Step<null>> => {
  const applied = await run.store.apply(stream, page, agreed);
  if ('unusual' in applied) {
    await run.log('removalAsked', { removes: applied.removes, of: applied.of });
    return fail({ kind: 'removal', removes: applied.removes, of: applied.of });
  }
  if (applied.removed > 0) await run.log('removed', { count: applied.removed });
  if (applied.purged > 0) await run.log('purged', { count: applied.purged });
  if (applied.aside > 0) await run.log('aside', { count: applied.aside });
  if (applied.contested > 0) await run.log('contested', { count: applied.contested });
  return ok(null);
};
