import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { dayWords } from '#shared/times.ts';
import { addPerson, freshId, passphrase } from '#test/office.ts';
import { expect, type Laptop, test } from './desks.ts';
import { openPlace, saved } from './pages/frame.ts';
import { inspect, stands } from './pages/screens.ts';

type Ask = Laptop['ask'];

/** Opens what is folded under these words, once it is there. */
const unfold = (page: Page, words: string | RegExp) => page.locator('summary').getByText(words).click();

/** What stands beside a name in a list of names and values. */
const beside = (page: Page, name: string) =>
  page.locator('.govuk-summary-list__row').filter({ hasText: name }).locator('dd').first();

/** What a press of a button gives to keep. */
const taken = async (page: Page, button: string | RegExp): Promise<Uint8Array> => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return new Uint8Array(readFileSync(await (await saving).path()));
};

const addContact = async (ask: Ask, now: { name: string; mail?: string; telephone?: string }) => {
  const id = freshId();
  await ask('contacts.save', { id, patch: [{ path: [], now: { id, ...now } }] });
  return id;
};

/** An e-mail of somebody who wrote before, with a list of counts beside it. */
const emlAbout = (reference: string) =>
  [
    'From: Ann Holloway <ann@example.org>',
    'To: office@example.org',
    'Subject: Speeding past the school',
    'Date: Mon, 02 Feb 2026 10:15:00 +0000',
    'Message-ID: <speeding-1@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Nobody keeps to twenty. Our counts are with this. You have us as ${reference}.`,
    '--part',
    'Content-Type: text/plain; name="counts.txt"',
    'Content-Disposition: attachment; filename="counts.txt"',
    '',
    'Monday: 41 above the limit.',
    '--part--',
    '',
  ].join('\r\n');

test('an e-mail becomes a case: acknowledged, asked about, held, answered on another’s word and closed', async ({
  desks,
}) => {
  const join = async (laptop: Laptop, name: string, role: 'caseworker' | 'decider') => {
    const { code } = await desks.hub.invited(name, role);
    await laptop.ask('store.join', { name: '', passphrase, hub: desks.hub.url, code });
    await laptop.ask('sync.now', {});
    return laptop;
  };
  const { page, ask } = await join(desks.coordinator, 'Cara Caseworker', 'caseworker');
  const dee = await join(desks.visitor, 'Dee Decider', 'decider');
  const today = dayWords((await ask('session.get', {})).today);
  const ann = await addContact(ask, { name: 'Ann Holloway', mail: 'ann@example.org' });
  const earlier = { id: freshId(), kind: 'enquiry', received: '2026-01-12', from: ann } as const;
  await ask('cases.create', earlier);
  await ask('sync.now', {});
  const { reference } = (await ask('cases.get', { id: earlier.id })).case;
  await page.reload();

  await openPlace(page, '/cases/new');
  await page.getByLabel('E-mails and papers').setInputFiles({
    ...{ name: 'speeding.eml', mimeType: 'message/rfc822', buffer: Buffer.from(emlAbout(reference ?? '')) },
  });
  await expect(page.getByText('counts.txt')).toBeVisible();
  await expect(page.getByLabel('Received')).toHaveValue('2/2/2026');
  const meant = page.getByRole('radio', { name: /^Ann Holloway/ });
  await expect(meant).not.toBeChecked();
  await meant.check();
  await expect(
    page.getByText(`It may belong to ${reference} (the same sender, it gives the number of this case).`),
  ).toBeVisible();
  await page.getByLabel('Kind', { exact: true }).selectOption('MP or councillor letter');
  await page.getByLabel('Themes').fill('road');
  await page.getByLabel('I take it').check();
  await inspect(page, 'an e-mail that becomes a case');
  await page.getByLabel('Summary').press('Control+Enter');
  const written = page.getByRole('alert').getByRole('link');
  await written.click();

  const next = page.getByText(/^Next, for/).locator('..');
  const clock = (name: string) => beside(page, name);
  await expect(next).toContainText('Acknowledge it. It was owed by 9 February 2026.');
  await expect(clock('Acknowledge correspondence')).toContainText('9 February 2026');
  await expect(clock('Answer correspondence')).toContainText('2 March 2026');
  expect(strFromU8(await taken(page, 'Save counts.txt'))).toContain('Monday: 41 above the limit.');
  await inspect(page, 'a case');
  // Its number, which the acknowledgement gives, comes from the hub.
  await ask('sync.now', {});
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/E\d{4}\//);
  const id = page.url().split('/').at(-1) ?? '';

  await page.getByRole('link', { name: 'Write a reply or ask the force' }).click();
  await page.getByLabel('Begin with the words of').selectOption({ label: 'Acknowledgement' });
  await expect(page.getByLabel('Words', { exact: true })).toHaveValue(/Ann Holloway[\s\S]*2 March 2026/);
  await saved(page);
  await inspect(page, 'a reply');
  await page.getByRole('button', { name: 'Keep as sent' }).click();
  const mail = await PostalMime.parse(await taken(page, /^Save as mail/));
  expect(mail.to?.[0]?.address).toBe('ann@example.org');
  expect(mail.text).toContain('2 March 2026');
  await expect(clock('Acknowledge correspondence')).toContainText(`done on ${today} Late`);

  await unfold(page, 'Ask the force something');
  await page.getByLabel('Who is asked').fill('Superintendent Roads');
  await page.getByLabel('What is asked').fill('How often was the road checked?');
  await page.getByRole('button', { name: 'Write down the question' }).click();
  await expect(next).toContainText('Wait for the force to answer.');
  await unfold(page, /^They answered, or no answer is needed/);
  await page.getByLabel('What they answered').fill('Twice. It will be monthly from now on.');
  await page.getByRole('button', { name: 'Write down the answer' }).click();
  await expect(next).toContainText('Answer it. It was owed by 2 March 2026.');

  await unfold(page, 'Put the case on hold');
  const hold = page.getByRole('form', { name: 'On hold' });
  await hold.getByLabel('From').fill('4/2/2026');
  await hold.getByLabel('What it waits for').fill('The counts of last year.');
  await hold.getByRole('button', { name: 'Put on hold' }).click();
  await expect(next).toContainText('It is on hold');
  await expect(clock('Answer correspondence')).toContainText('The clock stands still');
  await page.getByLabel('The last day on which it stood').fill('10/2/2026');
  await page.getByRole('button', { name: 'Resume the case' }).click();
  // Five working days stood still, of both clocks.
  await expect(clock('Acknowledge correspondence')).toContainText('16 February 2026');
  await expect(clock('Answer correspondence')).toContainText('9 March 2026');

  await page.getByRole('link', { name: 'Write a reply or ask the force' }).click();
  await page.getByLabel('Subject', { exact: true }).fill('Speeding past the school');
  await page.getByLabel('Words', { exact: true }).fill('The road is checked every month from now on.');
  await page.getByRole('button', { name: 'Ask somebody to approve it' }).click();
  await expect(next).toContainText('A reply waits to be approved');
  await ask('sync.now', {});
  await dee.ask('sync.now', {});
  await dee.page.reload();
  await openPlace(dee.page, `/cases/${id}`);
  await dee.page.getByRole('link', { name: /^Draft: answer/ }).click();
  await expect(dee.page.getByText('The road is checked every month from now on.')).toBeVisible();
  await inspect(dee.page, 'a reply to be approved');
  await dee.page.getByRole('button', { name: 'Approve it' }).click();
  await expect(dee.page).toHaveURL(/#\/cases$/);
  await dee.ask('sync.now', {});
  await ask('sync.now', {});
  await page.reload();
  await page.getByRole('link', { name: /^Draft: answer/ }).click();
  await page.getByRole('button', { name: 'Keep as sent' }).click();
  await expect(clock('Answer correspondence')).toContainText(`9 March 2026, done on ${today} Late`);
  await expect(page.getByText('Approved by Dee Decider.')).toBeVisible();
  await expect(next).toContainText('Confirm that what the force answered was done.');
  await unfold(page, /^Confirm that it was done/);
  await page.getByRole('button', { name: 'It was done' }).click();
  await expect(next).toContainText('Nothing more is owed: close it.');
  await unfold(page, 'Close it');
  await page.getByLabel('Outcome').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Close the case' }).click();
  await expect(page.getByText('Nothing more is owed to it.')).toBeVisible();
  await openPlace(page, '/cases');
  await expect(page.getByRole('cell', { name: 'Enquiry', exact: true })).toBeVisible();
  await inspect(page, 'queues of cases');
  for (const place of ['/themes', '/engagements', '/figures', '/returns/of/metrics-quarter']) {
    await openPlace(page, place);
    await stands(page);
    await inspect(page, place);
  }
});

/** A request under the Freedom of Information Act, from its clarification to the disclosure log. */
const disclosed = async (page: Page, ask: Ask, from: string): Promise<string> => {
  const id = freshId();
  await ask('cases.create', { id, kind: 'FOI request', received: '2026-02-02', from, mine: true });
  for (const name of ['spending.txt', 'spending, redacted.txt']) {
    const bytes = Buffer.from(`${name}: £400 to Nora Neighbour`).toString('base64');
    await ask('files.add', { type: 'caseFile', id, file: freshId(), name, bytes });
  }
  await openPlace(page, `/cases/${id}/request`);
  const clock = beside(page, 'Answer a freedom of information request');
  await expect(clock).toContainText('2 March 2026');
  const does = async (summary: string, button: string, boxes: Record<string, string>) => {
    await unfold(page, summary);
    const form = page.getByRole('form', { name: summary });
    for (const [label, value] of Object.entries(boxes)) {
      const box = form.getByLabel(label, { exact: true });
      if ((await box.evaluate((one) => one.tagName)) === 'SELECT') await box.selectOption(value);
      else await box.fill(value);
    }
    await form.getByRole('button', { name: button }).click();
  };
  await does('Write down what is asked for', 'Keep it', { 'What is asked for': 'What was spent on advice.' });
  await does('Ask for a clarification', 'A clarification was asked for', {
    ...{ 'Asked on': '5/2/2026', 'What was asked': 'Of which years?' },
  });
  await expect(clock).toContainText('The clock stands still');
  await does('A clarification has come', 'It came', { 'Came on': '12/2/2026' });
  await expect(clock).toContainText('12 March 2026');
  await does('Tell more time', 'More time was told', {
    ...{ 'Told to whoever asked on': '10/3/2026', 'Why it is needed': 'The public interest is weighed.' },
  });
  await expect(clock).toContainText('14 April 2026');
  await does('Withhold something', 'Add the provision', {
    ...{ 'Freedom of Information Act 2000': 'section 40(2)', 'Why it applies': 'It names a witness.' },
  });
  await does('Decide', 'Keep the decision', { Decision: 'part', 'Told on': '9/4/2026' });
  await expect(beside(page, 'In time')).toHaveText('In time');
  await expect(beside(page, 'Time taken')).toHaveText('37 working days');
  await does('Put it into the disclosure log', 'Keep the entry', {
    ...{ Title: 'Spending on advice', 'Summary, naming nobody': 'Asked by Sam Subject. Granted in part.' },
  });
  await expect(page.getByText(/words that tell who asked: Sam, Subject/)).toBeVisible();
  await does('Change the entry', 'Keep the entry', { 'Summary, naming nobody': 'Granted in part.' });
  await expect(page.getByText(/words that tell who asked/)).toHaveCount(0);
  await inspect(page, 'a request for information');

  await openPlace(page, `/cases/${id}`);
  await unfold(page, 'Say that a file is a redacted copy');
  await page.getByLabel('The original').selectOption('spending.txt');
  await page.getByLabel('Its redacted copy').selectOption('spending, redacted.txt');
  await page.getByLabel('What is redacted, and why').fill('Line 1: section 40(2), the name of a witness');
  await page.getByRole('button', { name: 'Keep the redacted copy' }).click();
  await expect(
    page.getByText('“spending, redacted.txt” is the redacted copy of “spending.txt”.'),
  ).toBeVisible();
  await openPlace(page, '/requests/log');
  await expect(page.getByRole('cell', { name: 'Granted in part.' })).toBeVisible();
  await inspect(page, 'the disclosure log');
  expect(strFromU8(await taken(page, 'Save as CSV'))).toContain('Spending on advice');
  return id;
};

test('a request is answered, its requester’s records handed out, two people merged, and what is due destroyed', async ({
  office: { ask },
  page,
}) => {
  const sam = await addContact(ask, { name: 'Sam Subject', mail: 'sam@example.org' });
  await addContact(ask, { name: 'Samuel Subject', mail: 'sam@example.org' });
  await addContact(ask, { name: 'Nora Neighbour', mail: 'nora@example.org' });
  const request = await disclosed(page, ask, sam);
  await ask('cases.note', { id: request, note: freshId(), words: 'Nora Neighbour rang about it.' });

  await openPlace(page, `/contacts/${sam}`);
  await expect(page.getByRole('cell', { name: /FOI request/ })).toBeVisible();
  await inspect(page, 'somebody who writes');
  await page.getByRole('button', { name: 'Subject access export' }).click();
  await expect(page.getByText('Third parties marked')).toBeVisible();
  await inspect(page, 'a subject access export');
  const parts = unzipSync(await taken(page, 'Make the file'));
  const found = Object.entries(parts).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }));
  const of = (begins: string) => found.find(({ path }) => path.startsWith(begins))?.text;
  expect(of('index.html')).toContain('Records about Sam Subject');
  expect(of('cases/')).toContain('<mark>[third party: Nora Neighbour]</mark>');
  expect(of('files/')).toContain('£400');

  await openPlace(page, '/contacts/duplicates');
  await inspect(page, 'people who may be one');
  await page.getByRole('link', { name: /^Look at both/ }).click();
  await inspect(page, 'two records of one person');
  await page.getByRole('button', { name: 'They are the same: merge them' }).click();
  await page.getByRole('button', { name: /^Undo the merge/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByRole('button', { name: /^Undo the merge/ })).toHaveCount(0);
  await openPlace(page, '/contacts/duplicates');
  await expect(page.getByRole('link', { name: /^Look at both/ })).toBeVisible();

  const old = freshId();
  const begun = { kind: 'enquiry', received: '2015-03-02', mine: true, summary: 'About the bells.' } as const;
  await ask('cases.create', { id: old, ...begun });
  await ask('cases.answer', { id: old, by: 'office', on: '2015-03-10' });
  await ask('cases.close', { id: old, closing: freshId(), on: '2015-03-12' });
  const second = await addPerson({ ask }, 'Second Person');
  await ask('people.setPin', { id: second, pin: '274953' });
  await openPlace(page, '/retention');
  await page.getByRole('checkbox', { name: /^Enquiry/ }).check();
  await inspect(page, 'what is due to be destroyed');
  await page.getByRole('button', { name: 'Propose that it is destroyed' }).click();
  await page.getByLabel('PIN of the second person').first().fill('274953');
  await page.getByLabel('The second person', { exact: true }).first().selectOption('Second Person');
  await inspect(page, 'a proposal to destroy');
  await page.getByRole('button', { name: 'Approve that it is destroyed' }).click();
  await page.getByRole('button', { name: 'Destroy it now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Destroy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Certificate of destruction' })).toBeVisible();
  await inspect(page, 'a certificate of destruction');
  const certificate = unzipSync(await taken(page, 'Save as a Word document'));
  const said = strFromU8(certificate['word/document.xml'] ?? new Uint8Array());
  expect(said).toContain('Second Person');
  expect(said).not.toContain('bells');
  await openPlace(page, `/cases/${old}`);
  await expect(page.getByText(/destroyed/)).toBeVisible();
});
