/** Secrets a deployment may leave out; wrangler.toml lists those it must have. */
declare namespace Cloudflare {
  interface Env {
    /** smtp://user:password@host:port?timeout=15, or smtps://…; used when MAIL_WAY is "smtp" (messaging/smtp.ts). */
    SMTP_URL?: string;
  }
}
interface Env extends Cloudflare.Env {}
