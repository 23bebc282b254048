/** What an operator can put right: shown as one line, without a stack. */
export class Trouble extends Error {}

/** Runs a command of the terminal; trouble is one line and exit code 1. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`kanal: ${error.message}`);
    process.exit(1);
  }
}

/** The code of a system error, e.g. "EACCES", or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
