/** Who somebody is to Kanal: their roles and offices, for whom they act, and whether a case accuses them. Pure. */

export const roles = [
  'admin',
  'verifier',
  'liaison',
  'head',
  'inspector',
  'leader',
  'campaigner',
  'helper',
  'dpo',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  admin: 'Admin instansi',
  verifier: 'Verifikator pengaduan khusus',
  liaison: 'Pejabat penghubung OPD',
  head: 'Kepala OPD',
  inspector: 'Inspektorat',
  leader: 'Pimpinan',
  campaigner: 'Humas / Prokopim',
  helper: 'KIM',
  dpo: 'Petugas pelindungan data',
};

/** Of a leader: where escalations climb to (domain.md section 3). */
export const positions = ['secretary', 'regent'] as const;
export type Position = (typeof positions)[number];

export const positionNames: Record<Position, string> = {
  regent: 'Bupati / Wakil Bupati',
  secretary: 'Sekda / Asisten',
};

/** A signed-in person or a scoped key. */
export interface Staff {
  id: number;
  roles: readonly Role[];
  /** Offices the person belongs to; also what "my office is accused" is judged by. */
  offices: readonly string[];
  /** Of a leader: Sekda and Asisten, or Bupati; escalations climb by it. */
  position?: Position | null;
  /** Absent colleagues for whom the person acts now; never one of theirs in turn. */
  acting?: readonly Represented[];
}

/** Whose rights are judged: a person's own, or those of one they act for. */
export type Identity = Omit<Staff, 'acting'>;

/** An absent colleague, with the rights that a deputy borrows. */
export interface Represented extends Identity {
  name: string;
  /** End of the last day (epoch ms, exclusive). */
  until: number;
}

/** @returns true when the person, or an office of theirs, is accused in the case */
export function isAccused(staff: Staff, accused: readonly string[]): boolean {
  return (
    accused.includes(`staff:${staff.id}`) ||
    staff.offices.some((office) => accused.includes(`office:${office}`))
  );
}

/** A person by their own rights first, then each absent colleague for whom they act. */
export function identitiesOf(staff: Staff): Identity[] {
  return [staff, ...(staff.acting ?? [])];
}
