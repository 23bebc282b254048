/** A mail as the ways out take it. */
export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** One way out. Throws when the mail was not accepted; the message says why in our own words. */
export type SendMail = (mail: Mail) => Promise<void>;
