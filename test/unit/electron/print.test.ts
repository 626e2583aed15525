import type { PrintToPDFOptions, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { fileNameOf, printPage, savePdf } from '#electron/print.ts';

type PrintDone = (success: boolean, reason: string) => void;
const printing = (success: boolean, reason: string) =>
  ({ print: (_options: unknown, done: PrintDone) => done(success, reason) }) as unknown as WebContents;

describe('Printing', () => {
  it('says nothing when it worked or when the person changed their mind', async () => {
    expect(await printPage(printing(true, ''))).toBeUndefined();
    expect(await printPage(printing(false, 'Print job canceled'))).toBeUndefined();
    expect(await printPage(printing(false, 'cancelled'))).toBeUndefined();
  });
  it('says so when it did not work', async () => {
    expect(await printPage(printing(false, 'Invalid printer settings'))).toBe(
      'The page could not be printed.',
    );
  });
});

describe('A page as PDF', () => {
  const page = (title = 'Visit report') => {
    const printToPDF = vi.fn(async (_options: PrintToPDFOptions) => Buffer.from('%PDF-'));
    return { contents: { printToPDF, getTitle: () => title } as unknown as WebContents, printToPDF };
  };

  it('is tagged, has an outline, follows the print stylesheet, and goes where the person said', async () => {
    const { contents, printToPDF } = page();
    const write = vi.fn(async () => undefined);
    const ask = vi.fn(async () => '/home/jo/Documents/visit.pdf');
    expect(await savePdf(contents, ask, write)).toBeUndefined();
    expect(ask).toHaveBeenCalledExactlyOnceWith('Visit report.pdf');
    expect(printToPDF).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ generateTaggedPDF: true, preferCSSPageSize: true, pageSize: 'A4' }),
    );
    expect(write).toHaveBeenCalledExactlyOnceWith('/home/jo/Documents/visit.pdf', Buffer.from('%PDF-'));
  });

  it('is not made when no place was chosen', async () => {
    const { contents, printToPDF } = page();
    const write = vi.fn(async () => undefined);
    expect(await savePdf(contents, async () => undefined, write)).toBeUndefined();
    expect(printToPDF).not.toHaveBeenCalled();
    expect(write).not.toHaveBeenCalled();
  });

  it('says what to do when it cannot be written', async () => {
    const full = async () => Promise.reject(new Error('ENOSPC'));
    expect(await savePdf(page().contents, async () => '/full/x.pdf', full)).toContain('another place');
  });

  it.each([
    ['Visit report – ICV Desk', 'Visit report ICV Desk.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\con', 'C Windows con.pdf'],
    ['January to March 2023: return', 'January to March 2023 return.pdf'],
    ['Cwm Taf (ŵ)', 'Cwm Taf (ŵ).pdf'],
    ['', 'ICV Desk.pdf'],
    ['...', 'ICV Desk.pdf'],
  ])('with the title %j is called %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });
});
