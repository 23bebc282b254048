/** How identity looks to those who may know that it exists, but not what it is (domain.md section 1). */

/** "Siti Aminah" → "S••••"; the length is not told. */
export function maskName(name: string | null): string | null {
  return name ? `${name.trim().charAt(0).toUpperCase()}••••` : null;
}

/** "siti@example.id" → "s••••@…"; the provider is not told, it can identify. */
export function maskEmail(email: string | null): string | null {
  return email ? `${email.charAt(0)}••••@…` : null;
}

/** "081234567890" → "••••••90" */
export function maskPhone(phone: string | null): string | null {
  return phone ? `••••••${phone.slice(-2)}` : null;
}

/** One spelling for each e-mail address, for the blind index. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Indonesian numbers in one form: +62812… */
export function normalisePhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('62')) return `+${digits}`;
  return digits.startsWith('0') ? `+62${digits.slice(1)}` : `+62${digits}`;
}
