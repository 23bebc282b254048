/** What serve.ts asks of the Worker before it serves, and what it is told. */
import type { Position, Role } from '../../shared/permissions/people.ts';

export interface Wanted {
  demo: 'all' | 'cases' | 'none';
  /** The machine has no key for its own client programs yet. */
  apiKey: boolean;
  /** E-mail of the first administrator, or null. */
  admin: string | null;
  /** Public address, for the invitation's link. */
  origin: string;
}

export interface Prepared {
  /** Case codes come from here too: "Kabupaten …". */
  regency: string;
  /** Demo accounts that can sign in; empty without demo. */
  accounts: DemoAccount[];
  /** Cases of the demo that were loaded by this start. */
  demoCases: number;
  /** The last quarters, or what they lead to, belong to the demo and are not there yet. */
  lacksPast: boolean;
  /** A new key, told once. */
  apiKey: string | null;
  /** Where the first administrator sets a password. */
  invitation: string | null;
  /** Nobody can sign in and nobody was invited. */
  nobody: boolean;
}

export interface DemoAccount {
  role: Role;
  title: string;
  name: string;
  email: string;
  password: string;
  offices: string[];
  areas: string[];
  position: Position | null;
  /** Invented. */
  phone: string | null;
}
