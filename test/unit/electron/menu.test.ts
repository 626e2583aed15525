import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { type MenuActions, menuTemplate } from '#electron/menu.ts';
import { commands } from '#renderer/app/commands.ts';

const make = (options = { mac: false, development: false }) => {
  const actions = {
    toPage: vi.fn(),
    lock: vi.fn(),
    print: vi.fn(),
    savePdf: vi.fn(),
    quit: vi.fn(),
    zoom: vi.fn(),
  } satisfies MenuActions;
  const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
  const template = menuTemplate(actions, options);
  const items = all(template);
  const choose = (label: string) => {
    const item = items.find((i) => i.label?.replace('&', '') === label);
    if (!item?.click) throw new Error(`The menu has no command "${label}".`);
    item.click({} as never, undefined, {} as never);
  };
  return { actions, template, items, choose };
};

describe('The menu', () => {
  it('has File, Edit, View, Go and Help', () => {
    expect(make().template.map((menu) => menu.label)).toEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
  });

  it.each([
    ['Start a visit report', 'start'],
    ['Practise with a report that goes nowhere', 'practise'],
    ['Copy from a paper sheet', 'notes'],
    ['Save', 'save'],
    ['Send and receive now', 'sync'],
    ['What waits to be sent', 'go:/sync'],
    ['Rescue file: out and in', 'go:/sync/rescue'],
    ['Different answers to one question', 'go:/sync/conflicts'],
    ['Drafts that visitors still write', 'go:/visits/out'],
    ['People and devices', 'go:/people/devices'],
    ['Test the connection to the office', 'go:/sync/connection'],
    ['Find something', 'find'],
    ['All commands…', 'palette'],
    ['Back up…', 'backUp'],
    ['Import a file…', 'go:/imports'],
    ['Paper sheet for the suite', 'go:/forms/newest/sheet'],
    ['The whole form as a blank', 'go:/forms/newest/blank'],
    ['Someone is at risk: whom to ring', 'urgent'],
    ['Standard', 'text:standard'],
    ['Large', 'text:large'],
    ['Largest', 'text:largest'],
    ['Home', 'go:/'],
    ['Visits', 'go:/visits'],
    ['Suites', 'go:/suites'],
    ['People', 'go:/people'],
    ['Returns', 'go:/returns'],
    ['Board', 'go:/board'],
    ['Rota', 'go:/rota'],
    ['My part of the rota', 'go:/rota/mine'],
    ['Concerns', 'go:/concerns'],
    ['Record checks', 'go:/checks'],
    ['Reviews', 'go:/reviews'],
    ['Write down an application', 'go:/reviews/new'],
    ['Deadline calculator', 'go:/deadlines'],
    ['Clocks', 'go:/settings/clocks'],
    ['Calendars', 'go:/settings/calendars'],
    ['All that runs the scheme', 'go:/scheme'],
    ['Training and meetings', 'go:/sessions'],
    ['Claims', 'go:/claims'],
    ['Quality evidence', 'go:/quality'],
    ['What we have not seen', 'go:/unseen'],
    ['Handover', 'go:/handover'],
    ['Plans', 'go:/plans'],
    ['Raise a concern', 'go:/concerns/new'],
    ['Immediate and serious matters', 'go:/concerns/immediate'],
    ['You said, they did, we checked', 'go:/concerns/said'],
    ['Search', 'go:/search'],
    ['Templates of letters and mails', 'go:/templates'],
    ['Settings', 'go:/settings'],
    ['Accessibility statement', 'go:/accessibility'],
    ['About ICV Desk', 'go:/about'],
  ])('%s tells the page: %s', (label, command) => {
    const { actions, choose } = make();
    choose(label);
    expect(actions.toPage).toHaveBeenCalledExactlyOnceWith(command);
  });

  it.each([
    ['Lock', 'lock', []],
    ['Print…', 'print', []],
    ['Save page as PDF…', 'savePdf', []],
    ['Quit', 'quit', []],
    ['Zoom in', 'zoom', ['in']],
    ['Zoom out', 'zoom', ['out']],
    ['Actual size', 'zoom', ['reset']],
  ] as const)('%s does it here', (label, action, args) => {
    const { actions, choose } = make();
    choose(label);
    expect(actions[action]).toHaveBeenCalledExactlyOnceWith(...args);
  });

  it.each([
    { mac: false, development: false },
    { mac: true, development: false },
    { mac: false, development: true },
  ])('has no entry that does nothing, and no key twice (%o)', (options) => {
    const { items } = make(options);
    for (const item of items)
      expect(Boolean(item.click ?? item.role ?? item.submenu ?? item.type), item.label).toBe(true);
    const keys = items.map((item) => item.accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has every command and every place that the interface has', () => {
    const { actions, items } = make();
    for (const item of items) item.click?.({} as never, undefined, {} as never);
    const known = [...actions.toPage.mock.calls.map(([id]) => id as string), 'lock', 'print'];
    expect(known).toEqual(expect.arrayContaining(commands.map(({ id }) => id)));
  });

  it('leaves to the page the keys it answers while something is typed', () => {
    const keys = make().items.map((item) => item.accelerator);
    expect(keys).not.toContain('CmdOrCtrl+F');
    expect(keys).not.toContain('/');
  });

  it('offers developer tools in development only', () => {
    const has = (development: boolean) =>
      make({ mac: false, development }).items.some((item) => item.role === 'toggleDevTools');
    expect(has(true)).toBe(true);
    expect(has(false)).toBe(false);
  });

  it('keeps to the ways of a Mac', () => {
    const { template, items } = make({ mac: true, development: false });
    expect(template[0]?.role).toBe('appMenu');
    expect(items.some((item) => item.label === '&Quit')).toBe(false);
  });
});
