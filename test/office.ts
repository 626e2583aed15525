import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '#desk/app.ts';
import type { Desk, DeskOptions } from '#desk/desk.ts';
import { sources } from '#desk/machine.ts';
import type { CallName, Host, HostEvent, Input, Output } from '#shared/contract.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { memoryHost } from './memory-host.ts';

export const passphrase = 'four unrelated words here';

/** What unlocking costs in tests: the least that is allowed. */
export const leastCost = { memory: 19_456, passes: 2 };

/** A folder whose name has what people's folders have: a space and a letter beyond ASCII. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'icv désk '));
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** A call whose answer must be a success; otherwise the test ends with the sentence people would read. */
export const ask = async <N extends CallName>(
  host: Pick<Host, 'call'>,
  name: N,
  input: Input<N>,
): Promise<Output<N>> => {
  const answer = await host.call(name, input);
  if (answer.ok) return answer.value;
  throw new Error(`${name}: ${answer.error.tag}: ${sentence(answer.error)}`);
};

/** A call that must fail; gives the failure. */
export const refusal = async <N extends CallName>(
  host: Pick<Host, 'call'>,
  name: N,
  input: Input<N>,
): Promise<Failure> => {
  const answer = await host.call(name, input);
  if (!answer.ok) return answer.error;
  throw new Error(`${name} was answered although it should have been refused`);
};

export type Office = {
  readonly folder: string;
  readonly host: Host;
  readonly desk: Desk;
  readonly recoveryCode: string;
  /** What the application told its windows. */
  readonly heard: HostEvent[];
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  refusal<N extends CallName>(name: N, input: Input<N>): Promise<Failure>;
  /** Closes the application and leaves the folder. */
  close(): Promise<void>;
  /** Closes the application and takes the folder away. */
  end(): Promise<void>;
};

/** The application over a folder, whatever is in it. */
export const deskOver = (folder: string, options: Partial<DeskOptions> = {}) => {
  const desk = openDesk({
    folder,
    version: '0.0.0-test',
    sources,
    cost: leastCost,
    onBug: (_reference, error) => console.error(error),
    ...options,
  });
  const host = memoryHost(desk);
  const heard: HostEvent[] = [];
  host.listen((event) => heard.push(event));
  return {
    folder,
    desk,
    host,
    heard,
    ask: <N extends CallName>(name: N, input: Input<N>) => ask(host, name, input),
    refusal: <N extends CallName>(name: N, input: Input<N>) => refusal(host, name, input),
    close: () => desk.close(),
    end: async () => {
      await desk.close();
      removeFolder(folder);
    },
  };
};

type Start = 'empty' | 'west-mercia' | 'example';

const created = async (start: Start, options: Partial<DeskOptions>): Promise<Office> => {
  const over = deskOver(newFolder(), options);
  const { recoveryCode } = await over.ask('store.create', {
    name: 'office',
    person: 'Alexandra Office',
    body: 'Office of a policing body',
    passphrase,
    start,
  });
  return { ...over, recoveryCode };
};

type Made = Pick<Office, 'folder' | 'recoveryCode'>;

/** The invented example in a folder of its own, closed: what every test that begins with it has a copy of. */
export const makeExample = async (): Promise<Made> => {
  const { folder, recoveryCode, close } = await created('example', {});
  await close();
  return { folder, recoveryCode };
};

let example: Promise<Made> | undefined;

/** The example takes seconds to make: once for all processes of a whole run, else once in each process of tests. */
const exampleOnce = async (): Promise<Made> => {
  const { ICV_TEST_EXAMPLE } = process.env;
  if (ICV_TEST_EXAMPLE) return JSON.parse(ICV_TEST_EXAMPLE) as Made;
  const made = await makeExample();
  process.on('exit', () => removeFolder(made.folder));
  return made;
};

/** A new stand-alone office in a folder of its own, unlocked: real keys, real workers, a real encrypted file. */
export const newOffice = async (
  start: Start = 'empty',
  options: Partial<DeskOptions> = {},
): Promise<Office> => {
  if (start !== 'example') return created(start, options);
  example ??= exampleOnce();
  const { folder, recoveryCode } = await example;
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  const over = deskOver(copy, options);
  await over.ask('store.unlock', { passphrase });
  return { ...over, recoveryCode };
};

export const freshId = (): string => newId(sources);

/** Adds a suite and gives its id. */
export const addSuite = async (office: Pick<Office, 'ask'>, name: string): Promise<string> => {
  const id = freshId();
  const now = { id, name, statuses: [], targets: [] };
  await office.ask('suites.save', { id, patch: [{ path: [], now }] });
  return id;
};

/** Adds a visitor and gives their id. */
export const addPerson = async (office: Pick<Office, 'ask'>, name: string): Promise<string> => {
  const id = freshId();
  const now = { id, name, roles: ['visitor'], volunteer: { status: 'accredited' } };
  await office.ask('people.save', { id, patch: [{ path: [], now }] });
  return id;
};
