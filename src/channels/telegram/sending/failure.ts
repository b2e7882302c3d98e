import { GrammyError, HttpError } from 'grammy';
import { messageOf } from '../../../errors.ts';

/** Why a call of the Bot API did not succeed, and what that means for what it should have done. */
export type Failure =
  /** It was not carried out; it may be tried again after a while. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It may have been carried out: the answer was lost. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** Too much at once; to be tried again after so many seconds. */
  | { readonly kind: 'flood'; readonly reason: string; readonly seconds: number }
  /** It will never be carried out as it is. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The person blocked the bot, left, is gone, or has never spoken with this one. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** The token is not, or no longer, that of a bot. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  /** Somebody else asks for this bot's updates. */
  | { readonly kind: 'conflict'; readonly reason: string };

/** Codes of failures that come before a request is under way; once it is, our own patience ends first. */
const BEFORE_REQUEST =
  /^(?:ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|EPROTO|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/u;

/** After the bot was replaced by another, its people are strangers to the new one. */
const NEVER_MET = /^Bad Request: (?:chat|user) not found/u;

/** Whether an error comes from a call of the Bot API. */
export function isOfCall(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError;
}

/** @throws the error itself where it does not come from a call, such as LeaseLost */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return refusalOf(error);
  if (!(error instanceof HttpError)) throw error;
  const { error: cause } = error;
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  // The cause's message holds the address with the token; its code does not.
  const reason = code === '' ? nameOf(cause) : code;
  return { kind: BEFORE_REQUEST.test(code) ? 'unreachable' : 'uncertain', reason };
}

function refusalOf({ error_code, description, parameters }: GrammyError): Failure {
  const reason = `${error_code} ${description}`;
  if (error_code === 429) {
    return { kind: 'flood', reason, seconds: parameters.retry_after ?? 1 };
  }
  if (error_code === 401 || error_code === 404) return { kind: 'unauthorized', reason };
  if (error_code === 409) return { kind: 'conflict', reason };
  if (error_code === 403 || NEVER_MET.test(description)) return { kind: 'closed', reason };
  return { kind: error_code >= 500 ? 'unreachable' : 'refused', reason };
}

/** `FetchError: invalid-json`, say, or the first words where there is no type. */
function nameOf(cause: unknown): string {
  const type = (cause as { type?: unknown } | null)?.type;
  if (typeof type === 'string') return type;
  return /timed out/u.test(messageOf(cause)) ? 'timeout' : 'network';
}
