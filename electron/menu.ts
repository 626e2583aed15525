import type { MenuItemConstructorOptions } from 'electron';
import type { ZoomStep } from './window-state.ts';

/** What the menu can do. `toPage` reaches the interface as an event; the rest happens on this side. */
export type MenuActions = {
  toPage(command: PageCommand): void;
  lock(): void;
  print(): void;
  savePdf(): void;
  quit(): void;
  zoom(step: ZoomStep): void;
};

/** Every command that the menu or a link sends to the interface, by the name it has there. */
export type PageCommand =
  | `go:/${string}`
  | 'start'
  | 'practise'
  | 'notes'
  | 'urgent'
  | 'save'
  | 'sync'
  | 'lock'
  | 'backUp'
  | 'find'
  | 'palette'
  | 'text:standard'
  | 'text:large'
  | 'text:largest';

/**
 * The whole menu. Every command the application has stands here in words, because a shortcut or a palette is only
 * found by those who know it.
 */
export const menuTemplate = (
  actions: MenuActions,
  { mac, development }: { mac: boolean; development: boolean },
): MenuItemConstructorOptions[] => {
  const page = (label: string, command: PageCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.toPage(command),
    ...(accelerator && { accelerator }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };

  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      page('Start a &visit report', 'start', 'CmdOrCtrl+N'),
      page('P&ractise with a report that goes nowhere', 'practise'),
      page('&Copy from a paper sheet', 'notes'),
      page('&Save', 'save', 'CmdOrCtrl+S'),
      line,
      page('Send and rec&eive now', 'sync'),
      page('&What waits to be sent', 'go:/sync'),
      page('Resc&ue file: out and in', 'go:/sync/rescue'),
      line,
      { label: '&Lock', accelerator: 'CmdOrCtrl+L', click: () => actions.lock() },
      line,
      page('&Back up…', 'backUp'),
      page('&Import a file…', 'go:/imports'),
      line,
      page('Paper sheet for the s&uite', 'go:/forms/newest/sheet'),
      page('The whole &form as a blank', 'go:/forms/newest/blank'),
      { label: '&Print…', accelerator: 'CmdOrCtrl+P', click: () => actions.print() },
      { label: 'Save page as P&DF…', accelerator: 'CmdOrCtrl+Shift+P', click: () => actions.savePdf() },
      // On a Mac, leaving stands in the menu that bears the application's name.
      ...(mac ? [] : [line, { label: '&Quit', accelerator: 'CmdOrCtrl+Q', click: () => actions.quit() }]),
    ],
  };

  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };

  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      { label: 'Zoom &in', accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom('in') },
      {
        // The same key without Shift, and the number pad, as every browser has it.
        label: 'Zoom in',
        accelerator: 'CmdOrCtrl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => actions.zoom('in'),
      },
      { label: 'Zoom &out', accelerator: 'CmdOrCtrl+-', click: () => actions.zoom('out') },
      { label: '&Actual size', accelerator: 'CmdOrCtrl+0', click: () => actions.zoom('reset') },
      line,
      {
        label: '&Text size',
        submenu: [
          page('&Standard', 'text:standard'),
          page('&Large', 'text:large'),
          page('L&argest', 'text:largest'),
        ],
      },
      line,
      { role: 'togglefullscreen' },
      ...(development ? [line, { role: 'toggleDevTools' } as const] : []),
    ],
  };

  const go: MenuItemConstructorOptions = {
    label: '&Go',
    submenu: [
      page('&Home', 'go:/', 'CmdOrCtrl+1'),
      page('&Visits', 'go:/visits', 'CmdOrCtrl+2'),
      page('&Suites', 'go:/suites', 'CmdOrCtrl+3'),
      page('&People', 'go:/people', 'CmdOrCtrl+4'),
      page('&Returns', 'go:/returns', 'CmdOrCtrl+5'),
      line,
      page('&Board', 'go:/board'),
      page('Ro&ta', 'go:/rota'),
      page('My part of the rota', 'go:/rota/mine'),
      page('C&oncerns', 'go:/concerns'),
      page('Record chec&ks', 'go:/checks'),
      {
        label: 'Complaint revie&ws',
        submenu: [
          page('&Reviews', 'go:/reviews'),
          page('&Write down an application', 'go:/reviews/new'),
          page('For &Professional Standards', 'go:/reviews/pack'),
          page('P&ublication', 'go:/returns/of/reviews'),
          page('&Deadline calculator', 'go:/deadlines'),
          page('&Clocks', 'go:/settings/clocks'),
          page('C&alendars', 'go:/settings/calendars'),
          page('&Lists', 'go:/settings/lists'),
        ],
      },
      {
        label: 'C&orrespondence',
        submenu: [
          page('&Cases', 'go:/cases'),
          page('Write down &what came in', 'go:/cases/new'),
          page('&Life or safety at stake', 'go:/cases/risk'),
          page('&People who write', 'go:/contacts'),
          page('People who may be the &same', 'go:/contacts/duplicates'),
          page('&Disclosure log', 'go:/requests/log'),
          page('&Themes', 'go:/themes'),
          page('&Engagements', 'go:/engagements'),
          page('&Questions to the Chief Constable', 'go:/assurance'),
          page('&Monthly figures', 'go:/figures'),
          page('&Retention', 'go:/retention'),
          page('Who &opened whose cases', 'go:/cases/openings'),
          page('Settin&gs of correspondence', 'go:/settings/correspondence'),
        ],
      },
      {
        label: 'Sche&me',
        submenu: [
          page('&All that runs the scheme', 'go:/scheme'),
          page('What &runs out', 'go:/people/standing'),
          page('A&dd somebody who asks to join', 'go:/people/enquiry'),
          page('&Equality monitoring', 'go:/people/monitoring'),
          page('Wh&o we are, in totals', 'go:/people/monitoring/totals'),
          page('What the rota wa&its for', 'go:/rota/waiting'),
          page('Wee&ks that passed without a report', 'go:/rota/without'),
          page('&Training and meetings', 'go:/sessions'),
          page('Open actions of &meetings', 'go:/sessions/actions'),
          page('&Claims', 'go:/claims'),
          page('M&y hours and claims', 'go:/claims/mine'),
          page('Pa&yment of claims', 'go:/claims/pay'),
          page('P&lans', 'go:/plans'),
          page('&Quality evidence', 'go:/quality'),
          page('E&vidence pack', 'go:/quality/pack'),
          page('&What we have not seen', 'go:/unseen'),
          page('&Handover', 'go:/handover'),
        ],
      },
      page('Raise a co&ncern', 'go:/concerns/new'),
      page('&Immediate and serious matters', 'go:/concerns/immediate'),
      page('&You said, they did, we checked', 'go:/concerns/said'),
      line,
      page('&Different answers to one question', 'go:/sync/conflicts'),
      page('Drafts that visitors still &write', 'go:/visits/out'),
      page('People and de&vices', 'go:/people/devices'),
      line,
      page('Someone is at &risk: whom to ring', 'urgent'),
      line,
      page('Se&arch', 'go:/search'),
      page('&Find something', 'find'),
      page('All &commands…', 'palette', 'CmdOrCtrl+K'),
      line,
      page('Templates of letters and mails', 'go:/templates'),
      page('What returns consist of', 'go:/settings/returns'),
      page('Se&ttings', 'go:/settings', 'CmdOrCtrl+,'),
    ],
  };

  const help: MenuItemConstructorOptions = {
    label: '&Help',
    role: 'help',
    submenu: [
      page('&Test the connection to the office', 'go:/sync/connection'),
      page('&Accessibility statement', 'go:/accessibility'),
      page('A&bout ICV Desk', 'go:/about'),
    ],
  };

  return [...(mac ? [{ role: 'appMenu' } as const] : []), file, edit, view, go, help];
};
