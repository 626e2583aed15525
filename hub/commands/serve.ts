import { readFile } from 'node:fs/promises';
import { type Command, couldNot, type Given, wrong } from '#commands/command.ts';
import { untilStopped } from '#commands/until-stopped.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { sources, version } from '../machine.ts';
import type { Office } from '../office/office.ts';
import { isHere, withHub } from './store.ts';

export const serve: Command = {
  name: 'serve',
  words: [],
  summary: 'Serve the laptops of the office until Ctrl+C',
  options: {
    port: { type: 'string', hint: 'N', help: 'the port to listen on; 0 for a free one (default: 8443)' },
    host: {
      type: 'string',
      hint: 'H',
      help: 'the address to listen on (default: this computer alone, or all with TLS)',
    },
    'tls-cert': { type: 'string', hint: 'FILE', help: 'the certificate with its chain, as PEM' },
    'tls-key': { type: 'string', hint: 'FILE', help: 'its private key, as PEM' },
    'behind-proxy': {
      type: 'boolean',
      help: 'a proxy before it speaks HTTPS and says where requests come from',
    },
    url: { type: 'string', hint: 'URL', help: 'the address laptops reach it at, for invitations' },
  },
  async run(given, terminal) {
    const wishes = await wishesOf(given);
    if (!wishes.ok) return wishes;
    return withHub(given, terminal, async (office) => {
      const [{ hubHandler }, { serveHub }, { createLog }] = await Promise.all([
        import('../server/handler.ts'),
        import('../server/http.ts'),
        import('../server/log.ts'),
      ]);
      const log = createLog((line) => void process.stderr.write(line), sources.now);
      while (await office.store.inOrder((store) => store.lookAgain(version)));
      const handler = hubHandler(office.store, { sources, onBug: log.bug });
      const kind = office.store.kind;
      const served = await serveHub(handler, { ...wishes.value, log, version, kind }).catch(
        (error: NodeJS.ErrnoException) => whyNot(error, wishes.value),
      );
      if (typeof served === 'string') return couldNot(served, terminal);
      const stopped = untilStopped(terminal.env);
      await rememberUrl(office, wishes.value.url, served.url);
      log.started({ kind, version, tls: wishes.value.tls !== undefined });
      await terminal.out(terminal.json ? `${JSON.stringify({ url: served.url })}\n` : `${served.url}\n`);
      await stopped;
      log.stopping();
      await served.close();
      return ok(0);
    });
  },
};

type Wishes = {
  host: string;
  port: number;
  tls: { cert: string; key: string } | undefined;
  behindProxy: boolean;
  url: string | undefined;
};

const wishesOf = async (given: Given): Promise<Result<Wishes, Failure>> => {
  const typed = given.text('port') ?? '8443';
  const port = Number(typed);
  if (!/^\d+$/.test(typed) || port > 65_535)
    return wrong(`"${typed}" is not a port. Give a number from 1 to 65535, or 0 for a free one.`);
  const tls = await tlsOf(given);
  if (!tls.ok) return tls;
  const behindProxy = given.has('behind-proxy');
  const host = given.text('host') ?? (tls.value ? '0.0.0.0' : '127.0.0.1');
  if (!tls.value && !behindProxy && !isHere(host))
    return wrong(
      `Without a certificate the hub listens on this computer alone, not on "${host}". Give --tls-cert and --tls-key, or --behind-proxy where a proxy speaks HTTPS.`,
    );
  const url = given.text('url');
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return wrong(`"${url}" is not an address. Write it like https://hub.example.uk/.`);
  return ok({ host, port, tls: tls.value, behindProxy, url });
};

const tlsOf = async (given: Given): Promise<Result<Wishes['tls'], Failure>> => {
  const [certPath, keyPath] = [given.text('tls-cert'), given.text('tls-key')];
  if (certPath === undefined && keyPath === undefined) return ok(undefined);
  if (certPath === undefined || keyPath === undefined)
    return wrong('A certificate and its key come together: give --tls-cert and --tls-key.');
  const read = (path: string) => readFile(path, 'utf8').catch(() => undefined);
  const [cert, key] = [await read(certPath), await read(keyPath)];
  if (cert === undefined) return fail({ tag: 'cannotRead', path: certPath });
  if (key === undefined) return fail({ tag: 'cannotRead', path: keyPath });
  return ok({ cert, key });
};

/** The sentence for what a person can do something about. */
const whyNot = (error: NodeJS.ErrnoException, { port, host }: Wishes): string => {
  const code = String(error.code);
  if (code === 'EADDRINUSE') return `Port ${port} is used by another program. Choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} needs special rights. Choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This computer has no address "${host}".`;
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return 'The certificate and the key cannot be used, or do not belong together. Give both as PEM.';
  throw error;
};

/** An address that somebody gave stays; one that was only listened on goes with the next start. */
const rememberUrl = async (
  { store }: Office,
  given: string | undefined,
  listening: string,
): Promise<void> => {
  const { url } = await store.read((s) => s.identity());
  const isOwn = url === null || isHere(new URL(url).hostname);
  const next = given ?? (isOwn ? listening : url);
  if (next !== url) await store.inOrder((s) => s.saveUrl(next));
};
