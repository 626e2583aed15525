import type { Browser } from '@playwright/test';
import { serveDesk } from '#desk/http.ts';
import { sources } from '#desk/machine.ts';
import { type FaultyProxy, faultyProxy } from '#test/faulty-proxy.ts';
import { newSqliteHub } from '#test/hub-store.ts';
import { deskOver, newFolder } from '#test/office.ts';
import { type Serving, serving } from '#test/scenario/hub/serving.ts';
import { test as base, expect, type Office, type Page } from './office.ts';

export { expect, type Page };

/** A window on a laptop of its own. */
export type Laptop = { page: Page; ask: Office['ask'] };

/** Two laptops without a store, a hub, and the line between the hub and the visitor’s laptop. */
export type Desks = {
  hub: Serving;
  line: FaultyProxy;
  coordinator: Laptop;
  visitor: Laptop;
  another(): Promise<Laptop>;
};

/** Desks that stand until they are ended: for tests that share an office. */
export const startDesks = async (
  browser: Browser,
  interfaceFolder: string,
): Promise<Desks & { end(): Promise<void> }> => {
  const bugs: unknown[] = [];
  const ends: (() => Promise<unknown>)[] = [];
  const hub = await newSqliteHub();
  const served = await serving(hub);
  const line = await faultyProxy(Number(new URL(served.url).port));
  const laptop = async (): Promise<Laptop> => {
    const over = deskOver(newFolder(), { onBug: (_, error) => bugs.push(error) });
    const door = await serveDesk(over.desk, { rendererFolder: interfaceFolder, sources });
    const context = await browser.newContext();
    const page = await context.newPage();
    ends.push(() => context.close(), door.close, over.end);
    await page.goto(door.link());
    return { page, ask: over.ask };
  };
  const [coordinator, visitor] = [await laptop(), await laptop()];
  const end = async () => {
    for (const close of ends) await close();
    await line.close();
    await served.close();
    await hub.end();
    expect(bugs).toEqual([]);
  };
  return { hub: served, line, coordinator, visitor, another: laptop, end };
};

export const test = base.extend<{ desks: Desks }>({
  desks: async ({ browser, interfaceFolder }, use) => {
    const { end, ...desks } = await startDesks(browser, interfaceFolder);
    await use(desks);
    await end();
  },
});
