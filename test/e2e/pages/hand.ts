import { expect, type Page } from '@playwright/test';
import { heading } from './frame.ts';
import { keyboard } from './keyboard.ts';
import { parts } from './report.ts';

/** What a person does on a page, by the names they see: with the mouse, or by keyboard alone. */
export type Hand = {
  type(field: string, text: string): Promise<void>;
  select(field: string, text: string): Promise<void>;
  choose(question: string, answer: string): Promise<void>;
  tick(name: string): Promise<void>;
  date(question: string, date: string): Promise<void>;
  /** Presses a button. */
  press(name: string): Promise<void>;
  /** Follows a link or a button to the page of that title. */
  follow(name: string, title: string | RegExp): Promise<void>;
};

/** A name, whether or not a space stands before the part of it that only a screen reader says. */
const named = (name: string) => {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return { name: new RegExp(`^${literal.replaceAll(':', ' ?:')}$`) };
};

export const byMouse = (page: Page): Hand => {
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const button = (name: string) => page.getByRole('button', named(name));
  return {
    type: (name, text) => field(name).fill(text),
    select: async (name, text) => {
      await field(name).selectOption(text);
    },
    choose: (question, answer) =>
      page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check(),
    tick: (name) => page.getByRole('checkbox', { name, exact: true }).check(),
    date: async (question, date) => {
      const group = page.getByRole('group', { name: question, exact: true });
      for (const [part, text] of Object.entries(parts(date))) await group.getByLabel(part).fill(text);
    },
    press: (name) => button(name).click(),
    follow: async (name, title) => {
      await page.getByRole('link', named(name)).or(button(name)).first().click();
      await expect(heading(page, title)).toBeVisible();
    },
  };
};

export const byKeyboard = (page: Page): Hand => {
  const keys = keyboard(page);
  return {
    type: keys.type,
    select: keys.select,
    choose: keys.choose,
    tick: keys.tick,
    date: (question, date) => keys.date(question, parts(date)),
    press: async (name) => {
      await keys.to(name);
      await page.keyboard.press('Enter');
    },
    follow: keys.follow,
  };
};
