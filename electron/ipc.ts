import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { Desk } from '#desk/desk.ts';
import { largestCall } from '#shared/calls/call.ts';
import { type CallName, contract, type HostEvent } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { callChannel, eventChannel, pageOrigin } from './names.ts';
import { weigh } from './weigh.ts';

/** More than three times the largest honest message without a file, a chunk of an import of 300,000 characters. */
const usual = 1_000_000;

const mostOf = ({ name }: { name?: unknown }): number =>
  typeof name === 'string' && Object.hasOwn(contract, name) && isCarrying(name as CallName)
    ? largestCall
    : usual;

const isCarrying = (name: CallName): boolean => 'carriesFile' in contract[name];

/** The window's contents, or undefined while there is no window. */
type OurContents = () => Pick<WebContents, 'mainFrame' | 'isDestroyed'> | undefined;
type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

const isOurFrame = (frame: WebFrameMain | null, contents: Pick<WebContents, 'mainFrame'>): boolean =>
  frame !== null &&
  frame.parent === null &&
  frame.frameTreeNodeId === contents.mainFrame.frameTreeNodeId &&
  frame.origin === pageOrigin;

/** A frame that is gone answers every question by throwing. */
const unlessGone = (ask: () => boolean): boolean => {
  try {
    return ask();
  } catch {
    return false;
  }
};

/**
 * Whether a message comes from the main frame of our own window while it shows our own page. Frames are compared by
 * the id of their place in the tree, because Electron may hand out several objects for one frame. A page that is just
 * leaving still counts: its last words are what was typed last.
 */
const isTrusted = (caller: Caller, ourContents: OurContents): boolean => {
  const contents = ourContents();
  return unlessGone(
    () =>
      contents !== undefined &&
      !contents.isDestroyed() &&
      caller.sender === contents &&
      isOurFrame(caller.senderFrame, contents),
  );
};

const invalid = (text: string): Failure => ({ tag: 'invalid', problems: [{ path: '', text }] });

/** Reads `{ name, input }`, and nothing that is more, other or larger than that. */
const readCall = (message: readonly unknown[]): Result<{ name: string; input: unknown }, Failure> => {
  const [call] = message;
  if (message.length !== 1 || typeof call !== 'object' || call === null || Array.isArray(call))
    return fail(invalid('A call is one object with a name and an input.'));
  const weight = weigh(call, mostOf(call));
  if (weight === 'tooLarge') return fail(invalid('This is too large to be sent at once.'));
  if (weight === 'notPlain') return fail(invalid('Only plain data can be sent.'));
  const { name, input, ...more } = call as Record<string, unknown>;
  if (typeof name !== 'string' || name.length > 100 || Object.keys(more).length > 0)
    return fail(invalid('A call is one object with a name and an input.'));
  return ok({ name, input });
};

/**
 * The one door between the interface and the application. It answers one channel; on any other, Electron itself
 * refuses. What is wrong comes back as a failure like any other, so that nothing of Electron reaches the page.
 */
export const serveCalls = (
  ipc: Pick<IpcMain, 'handle'>,
  ourContents: OurContents,
  desk: Pick<Desk, 'call'>,
): void => {
  ipc.handle(callChannel, async (event, ...message: unknown[]): Promise<Result<unknown, Failure>> => {
    if (!isTrusted(event, ourContents)) return fail({ tag: 'notAllowed' });
    const call = readCall(message);
    if (!call.ok) return call;
    try {
      return await desk.call(call.value.name, call.value.input);
    } catch {
      // The desk promises never to throw. If it does, the page is told what people are told, and not what broke.
      return fail({ tag: 'unexpected', reference: 'desktop' });
    }
  });
};

/** Sends an event to the page, if the page is there and is ours. A page that comes later asks for itself. */
export const sendEvent = (contents: ReturnType<OurContents>, event: HostEvent): void => {
  if (!contents || contents.isDestroyed()) return;
  unlessGone(() => {
    const frame = contents.mainFrame;
    if (!isOurFrame(frame, contents)) return false;
    frame.send(eventChannel, event);
    return true;
  });
};
