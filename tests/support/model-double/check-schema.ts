import { badRequest } from './api-error.ts';
import { isObject, type JsonObject } from './json.ts';

/** What the public API supports in a strict schema. */
const KEYWORDS = new Set([
  ...['$ref', '$defs', 'type', 'title', 'description', 'enum', 'const', 'anyOf'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems'],
  ...['pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  'multipleOf',
]);

/** @throws ApiError where a strict schema is not what the public API takes */
export function checkStrictSchema(name: string, schema: JsonObject): void {
  if (schema.type !== 'object') {
    throw invalid(name, [], `schema must be a JSON Schema of 'type: "object"'`);
  }
  checkNode(name, schema, []);
}

function checkNode(name: string, node: JsonObject, at: readonly string[]): void {
  const unknown = Object.keys(node).find((keyword) => !KEYWORDS.has(keyword));
  if (unknown !== undefined) throw invalid(name, at, `'${unknown}' is not permitted`);
  if (isObject(node.properties)) checkObject(name, node, node.properties, at);
  const parts: [string, unknown][] = [
    ...entries('properties', node.properties),
    ...entries('$defs', node.$defs),
    ...(Array.isArray(node.anyOf) ? entries('anyOf', { ...node.anyOf }) : []),
    ...(node.items === undefined ? [] : [['items', node.items] as [string, unknown]]),
  ];
  for (const [where, part] of parts) {
    if (!isObject(part)) throw invalid(name, [...at, where], 'schema must be an object');
    checkNode(name, part, [...at, where]);
  }
}

function checkObject(
  name: string,
  node: JsonObject,
  properties: JsonObject,
  at: readonly string[],
): void {
  if (node.additionalProperties !== false) {
    throw invalid(name, at, `'additionalProperties' is required to be supplied and to be false`);
  }
  const required = Array.isArray(node.required) ? node.required : [];
  const missing = Object.keys(properties).find((key) => !required.includes(key));
  if (missing !== undefined) {
    throw invalid(
      name,
      at,
      `'required' is required to be an array including every key in properties; missing '${missing}'`,
    );
  }
}

function entries(where: string, value: unknown): [string, unknown][] {
  return isObject(value)
    ? Object.entries(value).map(([key, part]) => [`${where}.${key}`, part])
    : [];
}

function invalid(name: string, at: readonly string[], problem: string): Error {
  const place = at.map((part) => `'${part}'`).join(', ');
  return badRequest(
    `Invalid schema for response_format '${name}': In context=(${place}), ${problem}.`,
    'response_format',
  );
}
