import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';

export type Attachment = { name: string; mime: string; bytes: Uint8Array };

const inLines = (base64: string): string => base64.replaceAll(/.{76}(?!$)/g, '$&\r\n');

/** Head and body are put together here: the library builds a whole mail only as a stream. */
const textPart = (node: InstanceType<typeof MimeNode>, text: string): string => {
  node.setHeader('Content-Transfer-Encoding', 'quoted-printable');
  return `${node.buildHeaders()}\r\n\r\n${wrap(encode(text.replaceAll(/\r?\n/g, '\r\n')))}\r\n`;
};

const filePart = ({ name, mime, bytes }: Attachment): string => {
  const node = new MimeNode(mime, { filename: name });
  node.setHeader({ 'Content-Transfer-Encoding': 'base64' });
  return `${node.buildHeaders()}\r\n\r\n${inLines(Buffer.from(bytes).toString('base64'))}\r\n`;
};

const plainType = 'text/plain; charset=utf-8';

/**
 * A mail that waits to be sent by the person's own mail program (`X-Unsent`), as the text of an .eml file.
 * @param to an address, or undefined for the person to fill in; several stand in Bcc, where none of them sees the others
 * @param at milliseconds since 1970
 */
export const unsentMail = (
  id: string,
  to: string | readonly string[] | undefined,
  subject: string,
  text: string,
  at: number,
  attached: readonly Attachment[] = [],
): string => {
  const boundary = `icv-desk-${id}`;
  const type = attached.length > 0 ? `multipart/mixed; boundary="${boundary}"` : plainType;
  const mail = new MimeNode(type, { keepBcc: true });
  const [only, ...others] = typeof to === 'string' ? [to] : (to ?? []);
  mail.setHeader({
    ...(only && others.length === 0 ? { To: only } : {}),
    ...(others.length > 0 ? { Bcc: [only, ...others].join(', ') } : {}),
    Subject: subject,
    'X-Unsent': '1',
    Date: new Date(at),
    // One of our own: made by the library, it would name this computer.
    'Message-Id': `<${id}@icv-desk.invalid>`,
  });
  if (attached.length === 0) return textPart(mail, text);
  const parts = [textPart(new MimeNode(plainType), text), ...attached.map(filePart)];
  return `${mail.buildHeaders()}\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
};
