/** The frame of every page. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Represented, type Role, roleNames } from '../../shared/permissions/people.ts';
import {
  hasDesk,
  helpsVillagers,
  homeWithoutDesk,
  logsPosts,
  readsStatus,
  seesCampaigns,
  seesEvaluation,
  takesReports,
} from '../../shared/permissions/rooms.ts';
import { formatDate, joinList } from '../../shared/text.ts';
import type { Regency } from '../regency/snapshot.ts';
import { Crest } from './crest.tsx';
import { assets } from './generated/assets.ts';

/** The signed-in person, as far as the frame shows and needs it. */
export interface Who {
  name: string;
  roles: readonly Role[];
  /** Absent colleagues for whom the person acts. */
  acting?: readonly Represented[];
}

/** Its pages have styles of their own. */
const CAMPAIGN = '/desk/kampanye';
const EVALUATION = '/desk/evaluasi';

/** Addresses are whole ones. */
export interface ShareCard {
  title: string;
  description: string;
  /** Where whoever presses it comes to; without one, to the address that was shared. */
  url?: string;
  /** 1200 × 630 pixels. */
  image: string;
}

export interface PageProps {
  title: string;
  regency: Regency;
  /** `desk` shows the staff's navigation. */
  side?: 'public' | 'desk';
  who?: Who | undefined;
  /** Address of the page as its navigation knows it, e.g. "/lacak". */
  path?: string;
  /** Room for tables; the desk always has it. */
  wide?: boolean;
  /** Client scripts by name; pages work without them. */
  scripts?: (keyof typeof assets)[];
  /** What messengers and social media show of a link to it. */
  card?: ShareCard;
  children?: Child;
}

export function Page(props: PageProps) {
  const { regency } = props;
  const desk = props.side === 'desk';
  return (
    <>
      {/* Without it browsers fall back to the rules of the nineties. */}
      {raw('<!DOCTYPE html>')}
      <html lang="id">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <title>{`${props.title} · Kanal ${regency.about.fullName}`}</title>
          <link rel="stylesheet" href={assets['kanal.css'].path} />
          {props.path === CAMPAIGN || props.path === EVALUATION ? (
            <link rel="stylesheet" href={assets['campaign.css'].path} />
          ) : null}
          {desk ? <link rel="stylesheet" media="print" href={assets['paper.css'].path} /> : null}
          {(props.scripts ?? []).map((name) => (
            <script type="module" src={assets[name].path} />
          ))}
          {props.card ? <CardTags card={props.card} /> : null}
        </head>
        <body class={desk || props.wide ? 'wide' : undefined}>
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
              <Crest regency={regency} height={36} />
              <strong>Kanal</strong> <span>{regency.about.fullName}</span>
            </a>
            <nav aria-label={desk ? 'Meja kerja' : 'Utama'}>
              {desk ? (
                <DeskLinks who={props.who} path={props.path} />
              ) : (
                <>
                  <Link to="/" path={props.path} label="Lapor" />
                  <Link to="/lacak" path={props.path} label="Lacak laporan" />
                  <Link to="/keterbukaan" path={props.path} label="Keterbukaan" />
                </>
              )}
            </nav>
          </header>
          {props.who?.acting ? <ActsFor acting={props.who.acting} regency={regency} /> : null}
          <main id="isi">{props.children}</main>
          <footer class="foot">
            {props.who ? (
              <p class="no-print">
                Masuk sebagai {props.who.name} ({joinList(props.who.roles.map((role) => roleNames[role]))}).
                {readsStatus(props.who) ? (
                  <>
                    {' '}
                    <a href="/desk/status">Keadaan sistem</a>
                  </>
                ) : null}
              </p>
            ) : null}
            <p>
              Kanal adalah pendamping SP4N-LAPOR! di {regency.about.fullName}. Sistem nasional:{' '}
              <a href="https://www.lapor.go.id">lapor.go.id</a>, SMS 1708, @lapor1708.
            </p>
            {desk ? null : (
              <p class="links no-print">
                <a href="/keterbukaan">Keterbukaan</a>
                <a href="/data">Data terbuka</a>
                <a href="/masuk">Masuk petugas</a>
                <a href="/api">Untuk pembuat aplikasi</a>
              </p>
            )}
          </footer>
        </body>
      </html>
    </>
  );
}

/** By the Open Graph protocol, which all of them read. */
function CardTags({ card }: { card: ShareCard }) {
  return (
    <>
      <meta property="og:title" content={card.title} />
      <meta property="og:description" content={card.description} />
      {card.url ? <meta property="og:url" content={card.url} /> : null}
      <meta property="og:image" content={card.image} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** Whoever borrows somebody's rights is told on every page. */
function ActsFor(props: { acting: readonly Represented[]; regency: Regency }) {
  const zone = props.regency.about.timeZone;
  const names = props.acting.map(({ name, until }) => `${name} sampai ${formatDate(until - 1, zone)}`);
  return (
    <aside class="demo no-print" aria-label="Bertindak untuk rekan">
      Anda juga bertindak untuk {joinList(names)}. <a href="/desk/pengganti">Lihat</a>
    </aside>
  );
}

function Link(props: { to: string; path: string | undefined; label: string }) {
  return (
    <a href={props.to} aria-current={props.path === props.to ? 'page' : undefined}>
      {props.label}
    </a>
  );
}

function DeskLinks(props: { who: Who | undefined; path: string | undefined }) {
  const { who, path } = props;
  const reads = !who || hasDesk(who);
  return (
    <>
      {who && homeWithoutDesk(who) ? null : (
        <Link to="/desk" path={path} label={reads ? 'Kotak masuk' : 'Meja kerja'} />
      )}
      {who && takesReports(who) ? <Link to="/desk/terima" path={path} label="Terima laporan" /> : null}
      {who && helpsVillagers(who) ? <Link to="/bantu" path={path} label="Bantu warga" /> : null}
      {who && logsPosts(who) ? <Link to="/desk/medsos" path={path} label="Medsos" /> : null}
      {who?.roles.includes('inspector') ? <Link to="/desk/audit" path={path} label="Audit" /> : null}
      {who?.roles.some((role) => role === 'inspector' || role === 'dpo') ? (
        <Link to="/desk/catatan-akses" path={path} label="Catatan akses" />
      ) : null}
      {who && seesCampaigns(who) ? <Link to={CAMPAIGN} path={path} label="Kampanye" /> : null}
      {who && seesEvaluation(who) ? <Link to={EVALUATION} path={path} label="Evaluasi" /> : null}
      {who?.roles.some((role) => role === 'admin' || role === 'dpo') ? (
        <Link to="/desk/data-pribadi" path={path} label="Data pribadi" />
      ) : null}
      {who?.roles.includes('admin') ? (
        <>
          <Link to="/desk/pengguna" path={path} label="Pengguna" />
          <Link to="/desk/kunci" path={path} label="Kunci API" />
          <Link to="/desk/pengaturan" path={path} label="Pengaturan" />
        </>
      ) : null}
      <Link to="/desk/akun" path={path} label="Akun saya" />
      <form method="post" action="/masuk/keluar">
        <button type="submit" class="link">
          Keluar
        </button>
      </form>
    </>
  );
}
