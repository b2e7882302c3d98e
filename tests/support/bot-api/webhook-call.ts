import type { CallArguments } from './call-arguments.ts';
import { readArguments } from './request-body.ts';

export interface WebhookCall extends CallArguments {
  readonly method: string;
}

/** The call in an answer of a webhook, whose result nobody hears; undefined when there is none. */
export function readWebhookCall(contentType: string, body: Buffer): WebhookCall | undefined {
  let call: CallArguments;
  try {
    call = readArguments('', contentType, body);
  } catch {
    return undefined;
  }
  const method = (call.fields.get('method') ?? '').toLowerCase();
  const isAllowed = !/^(?:deletewebhook|setwebhook|close|logout|get.*|)$/u.test(method);
  return isAllowed ? { ...call, method } : undefined;
}
