import { z } from 'zod';
import { type FilledPrompt, FREE_TEXT } from '../model.ts';

/** How an endpoint is asked for JSON, the most exact way first; not every one takes each. */
export const FORMATS = ['json_schema', 'json_object', 'plain'] as const;
export type Format = (typeof FORMATS)[number];

/** Keywords that strict schemas may not have, and that the check of the answer covers. */
const UNSUPPORTED = ['default', 'minLength', 'maxLength', 'propertyNames'] as const;

/** What a format adds to a request. */
export interface Asking {
  /** Null where the request says nothing of it. */
  readonly responseFormat: ResponseFormat | null;
  /** Follows what the system prompt says; may be empty. */
  readonly words: string;
}

export type ResponseFormat =
  | { readonly type: 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly json_schema: {
        readonly name: string;
        readonly strict: true;
        readonly schema: Record<string, unknown>;
      };
    };

/** Where the schema does not go along by itself, it follows the prompt, which says that JSON is wanted. */
export function askFor({ task, output }: FilledPrompt, format: Format): Asking {
  if (output === FREE_TEXT) return { responseFormat: null, words: '' };
  const schema = strictSchema(output);
  if (format === 'json_schema') {
    const responseFormat = {
      type: format,
      json_schema: { name: task, strict: true, schema },
    } as const;
    return { responseFormat, words: '' };
  }
  const words = `\n\n${JSON.stringify(schema)}`;
  return { responseFormat: format === 'plain' ? null : { type: format }, words };
}

/**
 * The JSON schema of what the model is to write, as strict mode wants it: closed objects, every key
 * required, nothing that it does not support.
 */
export function strictSchema(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema: node }) => {
      for (const keyword of UNSUPPORTED) delete node[keyword];
      if (node.properties !== undefined) {
        node.required = Object.keys(node.properties);
        node.additionalProperties = false;
      }
      if (node.oneOf !== undefined) {
        node.anyOf = node.oneOf;
        delete node.oneOf;
      }
    },
  });
  return schema;
}
