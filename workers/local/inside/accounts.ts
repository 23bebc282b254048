/** Accounts of the demo: one for each role and position, and a liaison for every office that acts in the invented cases. */
import { demoCases } from '../../../shared/demo/cases.ts';
import { placeCase } from '../../../shared/demo/place.ts';
import { type Position, type Role, roleNames, type Staff } from '../../../shared/permissions/people.ts';
import { createAccount } from '../../features/staff/accounts.ts';
import { hashPassword } from '../../features/staff/password.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';
import type { DemoAccount } from '../prepared.ts';

/** The same everywhere, which is why a demo account must never be on a machine that others reach. */
export const DEMO_PASSWORD = 'contoh-kanal-lapor';

/** Offices that are shown with a liaison even if no invented case reaches them. */
const shown = ['PUPR', 'DLH', 'DPKPP', 'DISDUKCAPIL', 'DINSOSP3A'];

/** The accounts, in the order they are printed. */
export function demoAccounts(regency: Regency): DemoAccount[] {
  const { adminOffice, inspectorate } = regency.about;
  const areas = [...regency.areas.values()];
  const village = areas.find((area) => area.level === 'desa' || area.level === 'kelurahan');
  const offices = [...new Set([...shown, ...actingOffices(regency)])].filter((code) =>
    regency.offices.has(code),
  );
  return [
    one('admin', 'admin', [adminOffice]),
    one('verifier', 'verifikator', []),
    ...offices.map((code) => one('liaison', code.toLowerCase().replace(/[^a-z0-9]+/g, '-'), [code], regency)),
    ...offices
      .filter((code, index) => index === 0 || code === 'DPKPP')
      .map((code) => one('head', `kepala-${code.toLowerCase()}`, [code], regency)),
    one('inspector', 'inspektorat', [inspectorate]),
    leader('pimpinan', 'regent', 'Bupati'),
    leader('sekda', 'secretary', 'Sekda'),
    one('campaigner', 'humas', []),
    one('helper', 'kim', [], null, village ? [village.code] : []),
    one('dpo', 'dpo', []),
  ];
}

function one(
  role: Role,
  mailbox: string,
  offices: string[],
  regency: Regency | null = null,
  areas: string[] = [],
): DemoAccount {
  const office = regency && offices[0] ? regency.offices.get(offices[0]) : undefined;
  const title = office ? `${roleNames[role]} ${office.short}` : roleNames[role];
  const email = `${mailbox}@contoh.example`;
  const place = { offices, areas, position: null, phone: phones[mailbox] ?? null };
  return { role, title, name: `Contoh ${title}`, email, password: DEMO_PASSWORD, ...place };
}

function leader(mailbox: string, position: Position, word: string): DemoAccount {
  const title = `${roleNames.leader} (${word})`;
  return { ...one('leader', mailbox, []), title, name: `Contoh ${title}`, position };
}

/** Numbers that nobody has, for "Ingatkan lewat WhatsApp". */
const phones: Record<string, string> = {
  pupr: '0812-0000-0101',
  dpkpp: '0812-0000-0102',
  dlh: '0812-0000-0105',
  'kepala-pupr': '0812-0000-0103',
  'kepala-dpkpp': '0812-0000-0104',
};

function actingOffices(regency: Regency): string[] {
  const areas = [...regency.areas.values()];
  return demoCases
    .flatMap((demo) => placeCase(demo, areas).steps)
    .flatMap((step) => (step.by.startsWith('liaison:') ? [step.by.slice('liaison:'.length)] : []));
}

/** Makes the accounts that are missing. */
export async function ensureAccounts(db: Db, keys: Keys, regency: Regency): Promise<void> {
  const known = new Set((await db.select({ email: staff.email }).from(staff)).map((row) => row.email));
  const missing = demoAccounts(regency).filter(({ email }) => !known.has(email));
  if (missing.length === 0) return;
  // Every start prints the password: a hash that is slow to guess would only slow down who signs in.
  const passwordHash = await hashPassword(DEMO_PASSWORD, { N: 1024, r: 8, p: 1 });
  for (const { title, role, password: _, ...account } of missing)
    await createAccount(db, { ...account, passwordHash, roles: [role] }, keys);
}

/** @returns who acts in a demo case, by "admin", "verifier", "inspector" or "liaison:PUPR" */
export async function demoCast(db: Db): Promise<(actor: string) => Staff> {
  const rows = await db.select().from(staff);
  const people: Staff[] = rows.map((row) => ({
    id: row.id,
    roles: JSON.parse(row.roles) as Role[],
    offices: JSON.parse(row.offices) as string[],
  }));
  return (actor) => {
    const [role = '', office] = actor.split(':');
    const found = people.find(
      (one) => one.roles.includes(role as Role) && (office === undefined || one.offices.includes(office)),
    );
    if (!found) throw new Error(`Nobody plays ${actor}`);
    return found;
  };
}
