import type { Page } from '@playwright/test';
import type { CallName, Output } from '#shared/contract.ts';
import { atRest, devices, id, twoAnswers, waits } from '#test/unit/renderer/joined.ts';

export type Answered = { [N in CallName]?: Output<N> };

/** Answers some calls of a window in place of its application: what a network would say. */
export const answering = async (page: Page, answers: Answered): Promise<void> => {
  await page.route('**/call', (route) => {
    const { name } = route.request().postDataJSON() as { name: CallName };
    return name in answers ? route.fulfill({ json: { ok: true, value: answers[name] } }) : route.continue();
  });
};

/** A laptop on which everything happens at once that its pages have a word for. */
export const onALaptopThatJoined = (report: string): Answered => {
  const status = {
    ...atRest,
    waiting: 3,
    attention: 1,
    contested: 1,
    aside: 2,
    removal: { removes: 140, of: 150 },
  };
  const pen = { person: id(20), name: 'Sam Visitor', since: atRest.lastTry as string, here: false };
  return {
    'sync.status': status,
    'sync.now': { ...status, connection: 'hubDown' },
    'sync.test': { connection: 'clockWrong', hub: 'https://hub.example.org', clockAhead: 187 },
    'sync.waiting': [
      waits({ record: report }),
      waits({ change: id(3), state: 'attention', why: 'invalid', title: 'Suite, Hereford' }),
      waits({ change: id(4), state: 'unknown', why: 'unanswered', open: false }),
    ],
    'sync.log': [{ at: atRest.lastTry as string, text: 'Sent 2 changes; the office took both.' }],
    'sync.conflicts': [twoAnswers({ record: report })],
    'hub.people': { ...devices, recovering: true },
    'hub.unlock': { code: '7KQ4M9TXH2WPD3RB' },
    'hub.invite': { person: id(22), code: '7KQ4M9TXH2WP', expires: atRest.nextTry as string, file: '{}' },
    'pens.list': [
      {
        id: id(60),
        visit: id(2),
        suite: 'Hereford',
        week: '2026-05-04',
        visitors: [
          { id: id(20), name: 'Sam Visitor' },
          { id: id(21), name: 'Ali Visitor' },
        ],
        holder: pen,
      },
    ],
  };
};
