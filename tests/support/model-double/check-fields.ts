import { badRequest, ownRule } from './api-error.ts';
import type { JsonObject } from './json.ts';

/** @throws ApiError as the public API words it */
export function requireField(body: JsonObject, name: string): unknown {
  const value = body[name];
  if (value === undefined || value === null) {
    throw badRequest(`Missing required parameter: '${name}'.`, name);
  }
  return value;
}

/** @throws ApiError naming the first field that the API does not know */
export function allowFields(body: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badRequest(`Unknown parameter: '${unknown}'.`, unknown);
  const empty = Object.keys(body).find((name) => body[name] === null);
  if (empty !== undefined) throw ownRule(`'${empty}' is null`);
}

/** @throws ApiError where it is there and is not a number within bounds */
export function checkNumber(
  body: JsonObject,
  name: string,
  bounds: { readonly least: number; readonly most: number; readonly whole?: boolean },
): void {
  const value = body[name];
  if (value === undefined) return;
  const fits =
    typeof value === 'number' &&
    bounds.least <= value &&
    value <= bounds.most &&
    (bounds.whole !== true || Number.isInteger(value));
  if (!fits) {
    throw badRequest(
      `Invalid '${name}': expected a number from ${bounds.least} to ${bounds.most}.`,
      name,
    );
  }
}

/** @throws ApiError where it is there and is neither true nor false */
export function checkFlag(body: JsonObject, name: string): void {
  const value = body[name];
  if (value !== undefined && typeof value !== 'boolean') {
    throw badRequest(`Invalid type for '${name}': expected a boolean.`, name);
  }
}
