import type { SurveyKeys } from './questionnaire/survey-keys.ts';

/** Marks what is sealed: none of the texts that are kept here begins so by itself. */
const SEALED = 'sealed:';
const BLOCK_BYTES = 512;

/** Texts that may hold an answer on its way, sealed wherever there is a key to do it with. */
export interface SealedTexts {
  /** @param about what the text belongs to: it opens for that alone */
  shut(plain: string, about: string): Promise<string>;
  /** Null where it was sealed with a key that this process does not have. */
  opened(kept: string, about: string): Promise<string | null>;
}

/**
 * The log of a database outlives what is wiped from its tables, and archives of it are made: what goes
 * through the inbox of a bot while people answer must not stand there in the clear.
 */
export function sealTexts(keys: Pick<SurveyKeys, 'held'>): SealedTexts {
  // A key that is damaged keeps questionnaires from being answered, and nothing else.
  const held = () => keys.held().catch(() => null);
  return {
    shut: async (plain, about) => {
      const key = await held();
      return key === null ? plain : SEALED + key.seal(plain, about, BLOCK_BYTES);
    },
    opened: async (kept, about) => {
      if (!kept.startsWith(SEALED)) return kept;
      return (await held())?.open(kept.slice(SEALED.length), about) ?? null;
    },
  };
}
