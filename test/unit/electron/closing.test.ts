import { describe, expect, it, vi } from 'vitest';
import { makeClosing } from '#electron/closing.ts';

const make = (grace = 10) => {
  let finish: () => void = () => undefined;
  let breakOff: (reason: Error) => void = () => undefined;
  const close = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        finish = resolve;
        breakOff = reject;
      }),
  );
  const tell = vi.fn();
  const end = vi.fn();
  const closing = makeClosing({ close, grace, tell, end });
  /** Tries to quit, and says whether it was held back. */
  const quit = () => {
    const preventDefault = vi.fn();
    closing.holdBack({ preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return {
    closing,
    close,
    tell,
    end,
    quit,
    finish: () => finish(),
    breakOff: () => breakOff(new Error('no')),
  };
};
const soon = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

describe('Quitting', () => {
  it('waits for the desk to close, and then ends', async () => {
    const { quit, close, end, tell, finish } = make();
    expect(quit()).toBe(true);
    expect(close).toHaveBeenCalledTimes(1);
    await soon();
    expect(end).not.toHaveBeenCalled();
    finish();
    await soon();
    expect(end).toHaveBeenCalledTimes(1);
    expect(quit()).toBe(false);
    expect(tell).not.toHaveBeenCalled();
  });

  it('tells the person when it takes longer than the grace period, and still breaks nothing off', async () => {
    const { quit, tell, end, finish } = make(5);
    quit();
    await soon(30);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(end).not.toHaveBeenCalled();
    expect(quit()).toBe(true);
    finish();
    await soon();
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('closes once, however often it is asked', async () => {
    const { quit, close, end, finish } = make();
    quit();
    quit();
    quit();
    finish();
    await soon();
    expect(close).toHaveBeenCalledTimes(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('ends also when closing fails: what was called saved is safe', async () => {
    const { quit, end, breakOff } = make();
    quit();
    breakOff();
    await soon();
    expect(end).toHaveBeenCalledTimes(1);
    expect(quit()).toBe(false);
  });

  it('ends after the system itself had begun to close it', async () => {
    const { closing, quit, end, close, finish } = make();
    const begun = closing.begin();
    expect(quit()).toBe(true);
    finish();
    await begun;
    await soon();
    expect(close).toHaveBeenCalledTimes(1);
    expect(end).toHaveBeenCalledTimes(1);
  });
});
