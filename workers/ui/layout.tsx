/** The frame of every page. */
import type { Child } from 'hono/jsx';
import type { Regency } from '../regency/snapshot.ts';
import { assets } from './generated/assets.ts';

export interface PageProps {
  title: string;
  regency: Regency;
  /** `desk` shows the staff's navigation. */
  side?: 'public' | 'desk';
  /** Name of the signed-in person. */
  who?: string | undefined;
  /** Address of the page as its navigation knows it, e.g. "/lacak". */
  path?: string;
  /** Room for tables: the desk. */
  wide?: boolean;
  /** Client scripts by name; pages work without them. */
  scripts?: (keyof typeof assets)[];
  children?: Child;
}

export function Page(props: PageProps) {
  const { regency } = props;
  const desk = props.side === 'desk';
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${props.title} · Kanal ${regency.about.fullName}`}</title>
        <link rel="stylesheet" href={assets['kanal.css'].path} />
        {(props.scripts ?? []).map((name) => (
          <script type="module" src={assets[name].path} />
        ))}
      </head>
      <body class={props.wide ? 'wide' : undefined}>
        <a class="skip" href="#isi">
          Langsung ke isi
        </a>
        {regency.switches.demo ? (
          <aside class="demo" aria-label="Data contoh">
            DATA CONTOH: semua laporan di sini rekaan.
          </aside>
        ) : null}
        <header class="top">
          <a class="brand" href={desk ? '/desk' : '/'}>
            <strong>Kanal</strong> <span>{regency.about.fullName}</span>
          </a>
          <nav aria-label={desk ? 'Meja kerja' : 'Utama'}>
            {desk ? (
              <>
                <a href="/desk">Kotak masuk</a>
                <form method="post" action="/masuk/keluar">
                  <button type="submit" class="link">
                    Keluar{props.who ? ` (${props.who})` : ''}
                  </button>
                </form>
              </>
            ) : (
              <>
                <a href="/" aria-current={props.path === '/' ? 'page' : undefined}>
                  Lapor
                </a>
                <a href="/lacak" aria-current={props.path === '/lacak' ? 'page' : undefined}>
                  Lacak laporan
                </a>
              </>
            )}
          </nav>
        </header>
        <main id="isi">{props.children}</main>
        <footer class="foot">
          <p>
            Kanal adalah pendamping SP4N-LAPOR! di {regency.about.fullName}. Sistem nasional:{' '}
            <a href="https://www.lapor.go.id">lapor.go.id</a>, SMS 1708, @lapor1708.
          </p>
        </footer>
      </body>
    </html>
  );
}
