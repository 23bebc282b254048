/** A mail as the ways out take it. */
export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** Message-ID without its brackets, the same at every try: a server that sees it twice can drop it. */
  id: string;
  /** Epoch ms. */
  date: number;
}

/**
 * What became of a mail. Reasons are our own words for the delivery log, never the server's: those can quote addresses.
 * - accepted: the other side has it
 * - refused: it will never take this one
 * - later: it certainly does not have it; worth another try
 * - uncertain: it was handed over whole, and no answer says whether it was taken; never sent again by itself
 */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: string }
  | { kind: 'later'; reason: string }
  | { kind: 'uncertain'; reason: string };

/** One way out. Never throws. */
export type SendMail = (mail: Mail) => Promise<Outcome>;

/** For whatever cut in after the handing over. */
export const UNKNOWN = 'Sudah diserahkan ke server surat, tetapi hasilnya tidak diketahui';

/** For what is written while the office is closed, and nobody waits for at this moment. */
export const CLOSED = 'Menunggu jam kerja';
