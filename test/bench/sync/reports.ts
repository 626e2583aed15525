import { bigExample } from '#desk/example/example.ts';
import { sources } from '#desk/machine.ts';
import type { Form } from '#shared/forms/definition.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Visit } from '#shared/records/visit.ts';
import { today } from '../store.ts';

/** So long is a report as JSON: what one without detainees comes to, with some lines of comments. */
const length = 1_400;

/** Reports of the invented scheme as somebody on their own laptop has made them ready, each of about the same length. */
export const readyReports = (count: number, { by, form }: { by: string; form: Form }): Visit[] => {
  const { visits } = bigExample({
    ...{ seed: 2026, today, office: by, form, years: 10, entersFrom: '9999-01-01' },
    visits: Math.ceil(count * 1.2),
  });
  const said: string[] = [];
  const ready: Visit[] = [];
  for (const visit of visits) {
    if (visit.comments) said.push(visit.comments);
    if (ready.length === count || said.length === 0) continue;
    ready.push(padded(madeReady(visit, by), said, ready.length));
  }
  return ready;
};

const madeReady = ({ reference: _, declarations: __, ...visit }: Visit, by: string): Visit => ({
  ...visit,
  id: newId(sources),
  visitor1: by,
  corrections: [],
  events: [{ id: newId(sources), from: 'draft', to: 'ready', by, at: instant(sources) }],
});

const padded = (visit: Visit, said: readonly string[], nth: number): Visit => {
  const comments = [visit.comments ?? ''];
  let left = length - JSON.stringify(visit).length;
  for (let i = nth * 7; left > 0; i++) {
    const more = `${said[i % said.length]} (${i})`.slice(0, left);
    comments.push(more);
    left -= more.length + 1;
  }
  return { ...visit, comments: comments.join(' ').trim() };
};
