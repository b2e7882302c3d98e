/**
 * PostgreSQL breaks off one of two transactions that wait for each other's rows, and one that refers to
 * somebody who leaves at that moment.
 */
const BROKEN_OFF = /^(?:40|23503)/u;
const ATTEMPTS = 5;

/** Runs a piece of work again where the database broke it off; it has left nothing then. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isBrokenOff = BROKEN_OFF.test(String((error as { code?: unknown }).code));
      if (!isBrokenOff || attempt === ATTEMPTS) throw error;
    }
  }
}
