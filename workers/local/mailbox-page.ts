/** The mailbox as a page of its own, for this machine only. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { readMail } from './mail-text.ts';
import { mailsIn } from './mailbox.ts';
import { systemCode, Trouble } from './trouble.ts';

type Html = ReturnType<typeof html>;

/**
 * Always on 127.0.0.1, whatever HOST is: mails hold what only their receivers may read.
 * @throws Trouble when the port is taken
 */
export async function serveMailbox(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    // Only names of this machine: a page elsewhere must not get at it through a name that points here.
    const asked = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
    const body = asked ? answer(folder, request.url ?? '/') : null;
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    Promise.resolve(body ?? page('Tidak ada', html`<p>Surat ini tidak ada.</p>`)).then((shown) =>
      response.end(String(shown)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        systemCode(error) === 'EADDRINUSE'
          ? new Trouble(`Port ${port} (the mailbox) is in use by another program; choose another PORT.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function answer(folder: string, url: string): Html | null {
  const names = mailsIn(folder);
  if (url === '/') return page('Kotak surat', list(folder, names));
  const name = decodeURIComponent(url.slice(1));
  return names.includes(name) ? page('Surat', mail(folder, name)) : null;
}

function list(folder: string, names: string[]): Html {
  if (names.length === 0) return html`<p>Belum ada surat.</p>`;
  const rows = names.map((name) => {
    const { date, to, subject } = readMail(readFileSync(join(folder, name)));
    return html`<tr><td>${date}</td><td>${to}</td><td><a href="/${name}">${subject}</a></td></tr>`;
  });
  return html`<table><tr><th>Tanggal</th><th>Kepada</th><th>Perihal</th></tr>${rows}</table>`;
}

function mail(folder: string, name: string): Html {
  const { date, to, subject, text } = readMail(readFileSync(join(folder, name)));
  const words = text.split(/(https?:\/\/\S+)/);
  const linked = words.map((word, index) => (index % 2 === 1 ? html`<a href="${word}">${word}</a>` : word));
  return html`<p><a href="/">Semua surat</a></p><p>${date}<br>Kepada: ${to}</p><h2>${subject}</h2><pre>${linked}</pre>`;
}

function page(title: string, body: Html): Html {
  return html`<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Kanal di komputer ini</title><style>${raw(styles)}</style><h1>${title}</h1>${body}</html>`;
}

const styles =
  'body{font:16px system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}td,th{text-align:left;padding:.3rem .8rem .3rem 0;vertical-align:top}pre{white-space:pre-wrap;font:inherit}';
